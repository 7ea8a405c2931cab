"""What a staff screen may wish for: screens emit one of these, the shell decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.assistance import AssistanceDraft, AssistanceFilter
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import AttemptResult, WithdrawReason
from kiosk.domain.help_call import CancelReason
from kiosk.domain.person import Purpose
from ui.staff.models import StaffScreenName


@dataclass(frozen=True, slots=True)
class LogIn:
    """A name and six digits."""

    staff_id: str
    pin: str


@dataclass(frozen=True, slots=True)
class LogOut:
    """Lock the console."""


@dataclass(frozen=True, slots=True)
class LeaveCitizenScreen:
    """The wish “Rời màn hình người dân”: only now may lists and names be shown here."""


@dataclass(frozen=True, slots=True)
class BackToCitizen:
    """One-screen mode: give the screen back to the citizen."""


@dataclass(frozen=True, slots=True)
class Open:
    """A page of the rail."""

    screen: StaffScreenName


@dataclass(frozen=True, slots=True)
class TakeCall:
    """The wish “Tôi đến ngay”."""

    call_id: str


@dataclass(frozen=True, slots=True)
class ShowCall:
    """Look at a taken call's form again."""

    call_id: str


@dataclass(frozen=True, slots=True)
class TakeOver:
    """The wish “Nhận thay”: go in place of a colleague who has left."""

    call_id: str


@dataclass(frozen=True, slots=True)
class GiveTime:
    """The wish “Cứ từ từ”: the machine does not ask whether somebody is still there."""

    visit_id: str


@dataclass(frozen=True, slots=True)
class WorkOnScreen:
    """One-screen mode: work on the citizen's page oneself, in view."""

    visit_id: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """Give one's own taken call to a colleague on duty."""

    call_id: str
    to_id: str


@dataclass(frozen=True, slots=True)
class CancelCall:
    """End a call without an entry, with the reason."""

    call_id: str
    reason: CancelReason


@dataclass(frozen=True, slots=True)
class LogWithoutCall:
    """Log help that was given at the counter or by phone, without the kiosk."""


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    """Mend one of today's entries."""

    assistance_id: str


@dataclass(frozen=True, slots=True)
class LeaveForm:
    """Go back from a form that has no call."""


@dataclass(frozen=True, slots=True)
class DraftChanged:
    """Every change of the form; saved so that a crash loses nothing."""

    draft: AssistanceDraft


@dataclass(frozen=True, slots=True)
class AskConsent:
    """Ask the citizen's screen for consent to these purposes."""

    purposes: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class SaveAssistance:
    """Log the help; `and_print` issues the slip when a follow-up was promised."""

    draft: AssistanceDraft
    and_print: bool


@dataclass(frozen=True, slots=True)
class SlipAnswer:
    """Staff's word on whether the slip came out."""

    came_out: bool


@dataclass(frozen=True, slots=True)
class Reprint:
    """A new version of a slip."""

    slip_id: str


@dataclass(frozen=True, slots=True)
class IssueSlip:
    """The slip of a promise that has none yet."""

    follow_up_id: str


@dataclass(frozen=True, slots=True)
class TrySlip:
    """Once more: the slip that could not be saved."""


@dataclass(frozen=True, slots=True)
class EnterCode:
    """A slip's code typed by hand."""

    typed: str


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """One case of the mobile-service list."""

    follow_up_id: str


@dataclass(frozen=True, slots=True)
class RecordAttempt:
    """How one attempt went, and the new date when the case stays open."""

    follow_up_id: str
    result: AttemptResult
    next_due: date | None = None
    next_half_day: HalfDay | None = None


@dataclass(frozen=True, slots=True)
class ReDate:
    """A new date for a promise."""

    follow_up_id: str
    due: date
    half_day: HalfDay


@dataclass(frozen=True, slots=True)
class CloseFollowUp:
    """The promise was kept."""

    follow_up_id: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The promise is withdrawn, with the reason."""

    follow_up_id: str
    reason: WithdrawReason


@dataclass(frozen=True, slots=True)
class FindPerson:
    """A telephone number typed to find who is reached at it."""

    phone: str


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """One stored person, with what is open for them."""

    person_id: str


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """A person no longer agrees to these purposes."""

    person_id: str
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class PrintConsent:
    """The sheet of a stored person's consent; "" is whoever the form in front is about."""

    person_id: str = ""


@dataclass(frozen=True, slots=True)
class ThatIsThem:
    """A stored person is the one the form is about."""

    person_id: str


@dataclass(frozen=True, slots=True)
class ForgetCard:
    """Nobody the form speaks of is the one in front of staff: let go of the card's mark."""


@dataclass(frozen=True, slots=True)
class LookWithCamera:
    """Switch the camera on to read a card."""


@dataclass(frozen=True, slots=True)
class StopCamera:
    """Switch the camera off."""


@dataclass(frozen=True, slots=True)
class FilterLog:
    """Show the entries of a filter."""

    wanted: AssistanceFilter


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """One entry of the log."""

    assistance_id: str


@dataclass(frozen=True, slots=True)
class ExportLog:
    """Export what is filtered."""

    wanted: AssistanceFilter


@dataclass(frozen=True, slots=True)
class AddSupporter:
    """A new account."""

    name: str


@dataclass(frozen=True, slots=True)
class BlockStaff:
    """Block an account, or let it in again."""

    staff_id: str
    is_blocked: bool


@dataclass(frozen=True, slots=True)
class IssuePin:
    """A new random PIN, shown once."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class PinSeen:
    """The issued PIN was written down; forget it."""


@dataclass(frozen=True, slots=True)
class EndProgram:
    """End the program on this PC; nobody is called here until it is started again."""
