"""What a citizen's screen may wish for: screens emit one of these, the shell decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.person import Purpose
from kiosk.domain.procedure import LifeEvent


@dataclass(frozen=True, slots=True)
class Begin:
    """Touch on the attract screen: a visit begins."""


@dataclass(frozen=True, slots=True)
class OpenLifeEvent:
    """A tile of the home screen."""

    event: LifeEvent


@dataclass(frozen=True, slots=True)
class OpenSearch:
    """The search field of the home screen: type what is to be done."""


@dataclass(frozen=True, slots=True)
class SearchFor:
    """What stands in the search field now; every key changes it."""

    text: str


@dataclass(frozen=True, slots=True)
class OpenListed:
    """A procedure of the national catalogue that was found: it has no guide here."""

    code: str


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """A lesson of the list, or the one that answers what was searched for."""

    lesson_id: str


@dataclass(frozen=True, slots=True)
class OpenLessons:
    """The card “Học kỹ năng số trong 5 phút” of the home screen, or “Học bài khác”."""


@dataclass(frozen=True, slots=True)
class GoOnLearning:
    """The wish “Đi tiếp” in a lesson: its next page, its quiz, the next question."""


@dataclass(frozen=True, slots=True)
class PageBefore:
    """The wish “Phần trước” in a lesson."""


@dataclass(frozen=True, slots=True)
class ChooseAnswer:
    """A choice of the question in front, counted from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class NewDay:
    """The resting screen has stood since yesterday: it should show the tip of today."""


@dataclass(frozen=True, slots=True)
class OpenProcedure:
    """A procedure of a list."""

    code: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """An answer that decides which papers and steps apply."""

    question_id: str
    choice_id: str


@dataclass(frozen=True, slots=True)
class TickPaper:
    """A paper is there, or is not."""

    paper_id: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class StartHere:
    """Go through the guide at this machine."""


@dataclass(frozen=True, slots=True)
class OnPhone:
    """Take the official page along as a QR."""


@dataclass(frozen=True, slots=True)
class WithStaff:
    """Do it together with staff: the same as calling for help, without a barrier."""


@dataclass(frozen=True, slots=True)
class ShowPlace:
    """See where, when and with what papers it is done elsewhere or at the counter."""


@dataclass(frozen=True, slots=True)
class PrintPapers:
    """Print the slip of papers to bring."""


@dataclass(frozen=True, slots=True)
class ConfirmStep:
    """The wish “Có rồi”: the portal shows what it should."""


@dataclass(frozen=True, slots=True)
class StepDiffers:
    """The wish “Không giống”: the portal shows something else."""


@dataclass(frozen=True, slots=True)
class TapBarrier:
    """A barrier was chosen on the stuck screen (chosen again: taken back)."""

    code: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ManageAlone:
    """The wish “Tôi tự làm tiếp được”: the call is cancelled, the step comes back."""


@dataclass(frozen=True, slots=True)
class KeepWaiting:
    """Go on waiting after the honest message."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One of five faces; 1 is very hard, 5 very easy."""

    ease: int


@dataclass(frozen=True, slots=True)
class Finish:
    """Done: wipe everything."""


@dataclass(frozen=True, slots=True)
class SlipCameOut:
    """The person's word on whether paper came out."""

    came_out: bool


@dataclass(frozen=True, slots=True)
class TrySlip:
    """The wish “Thử lại”: make the slip that could not be saved."""


@dataclass(frozen=True, slots=True)
class HaveSlip:
    """The wish “Tôi có phiếu hẹn”: hold it to the scanner."""


@dataclass(frozen=True, slots=True)
class AskToMove:
    """The wish “Xin đổi ngày”: choose which."""


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Another day for the appointment; None leaves the choice to staff, who decide anyway."""

    day: date | None


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """The answers to the purposes asked."""

    answers: Mapping[Purpose, bool]


@dataclass(frozen=True, slots=True)
class FetchPapers:
    """The wish “Tôi đi lấy giấy tờ”: say when one comes back."""


@dataclass(frozen=True, slots=True)
class HoldHere:
    """The wish “Tôi quay lại ngay”: hold the place behind a neutral page."""


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """The wish “Hôm khác tôi quay lại”: print the slip that keeps the place."""


@dataclass(frozen=True, slots=True)
class ResumeVisit:
    """The wish “Làm tiếp”: go on where the visit stood."""


@dataclass(frozen=True, slots=True)
class SomeoneElse:
    """The wish “Người khác dùng”: wipe and start anew."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Bar: the page before."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Bar: the home screen; the visit stays."""


@dataclass(frozen=True, slots=True)
class AskHelp:
    """The yellow button: stuck screen, or, there, call staff."""


@dataclass(frozen=True, slots=True)
class SetTextSize:
    """Header: one of three sizes, 0 to 2."""

    size: int


@dataclass(frozen=True, slots=True)
class ToggleContrast:
    """Header: high contrast on or off."""


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Header: "vi" or "en"."""

    language: str


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """Header: read this page aloud, or stop reading."""


@dataclass(frozen=True, slots=True)
class Customize:
    """Header, collapsed: the page with all of its settings."""


@dataclass(frozen=True, slots=True)
class StaffHere:
    """The amber band's button: a member of staff wants to enter a PIN on this screen."""


@dataclass(frozen=True, slots=True)
class AskTakeOver:
    """The wish “Tôi là cán bộ”: work on this screen for the citizen."""


@dataclass(frozen=True, slots=True)
class TakeOverScreen:
    """A name and the PIN to it, for taking the screen over."""

    staff_id: str
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HandBack:
    """The wish “Trả lại cho ông/bà”: the screen is the citizen's again."""


@dataclass(frozen=True, slots=True)
class GiveTime:
    """The wish “Cứ từ từ”: put the idle warning off."""
