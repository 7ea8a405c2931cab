"""Promised follow-ups: what was promised, what was tried, and who may close them.

A follow-up never expires by itself. An attempt is a row of its own; the case then goes back to
`open` with a new date, or a person closes it as done or withdrawn, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.assistance import AgeBand
from kiosk.domain.calendar import HalfDay, days_overdue
from kiosk.domain.person import Person
from kiosk.domain.words import N_


class FollowUpKind(StrEnum):
    """What was promised."""

    RETURN_TO_COUNTER = "return_to_counter"
    HOME_VISIT = "home_visit"
    PHONE_CALL = "phone_call"
    REFER = "refer"


FOLLOW_UP_LABELS = {
    FollowUpKind.RETURN_TO_COUNTER: N_("Ông/bà quay lại quầy"),
    FollowUpKind.HOME_VISIT: N_("Cán bộ đến tận nhà"),
    FollowUpKind.PHONE_CALL: N_("Cán bộ gọi điện"),
    FollowUpKind.REFER: N_("Ông/bà đến nơi khác"),
}

NEEDS_PERSON = frozenset({FollowUpKind.HOME_VISIT, FollowUpKind.PHONE_CALL})
"""Kinds that cannot be kept without knowing whom to visit or call, so consent comes first."""


class FollowUpState(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class AttemptResult(StrEnum):
    """How one attempt went; "could not" is an answer, never a false "done"."""

    DONE = "done"
    PARTLY = "partly"
    NOT_HOME = "not_home"
    LACKS_PAPER = "lacks_paper"
    NEEDS_SPECIALIST = "needs_specialist"


ATTEMPT_LABELS = {
    AttemptResult.DONE: N_("Xong"),
    AttemptResult.PARTLY: N_("Xong một phần"),
    AttemptResult.NOT_HOME: N_("Không có nhà"),
    AttemptResult.LACKS_PAPER: N_("Thiếu giấy"),
    AttemptResult.NEEDS_SPECIALIST: N_("Cần chuyên môn"),
}


class WithdrawReason(StrEnum):
    """Why a follow-up was withdrawn."""

    REFUSED = "refused"
    MOVED = "moved"
    DIED = "died"
    DONE_ELSEWHERE = "done_elsewhere"
    CONSENT_WITHDRAWN = "consent_withdrawn"


WITHDRAW_LABELS = {
    WithdrawReason.REFUSED: N_("Không muốn nữa"),
    WithdrawReason.MOVED: N_("Đã chuyển đi"),
    WithdrawReason.DIED: N_("Đã mất"),
    WithdrawReason.DONE_ELSEWHERE: N_("Đã làm ở nơi khác"),
    WithdrawReason.CONSENT_WITHDRAWN: N_("Rút đồng ý"),
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at keeping the promise."""

    id: str
    follow_up_id: str
    result: AttemptResult
    at: datetime
    staff_id: str
    staff_name: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One promise. `promised_at` is when it was made.

    Of the entry it comes from: `barriers`, `ticked_papers` (ids, as marked on the citizen's
    screen), `age_band`, and `times_came`, how often the person was helped with the same thing.
    `move_asked_at` stands while the citizen asks for another day: `move_to`, or any. `served_as`
    is the code under which it is done at home, where the law has a procedure for that.
    """

    id: str
    assistance_id: str
    kind: FollowUpKind
    procedure_code: str
    step_id: str
    due: date
    half_day: HalfDay
    bring: tuple[str, ...]
    state: FollowUpState
    promised_at: datetime
    promised_by_name: str
    person: Person | None = None
    village_id: str = ""
    barriers: tuple[str, ...] = ()
    ticked_papers: tuple[str, ...] = ()
    age_band: AgeBand | None = None
    times_came: int = 1
    move_asked_at: datetime | None = None
    move_to: date | None = None
    served_as: str = ""
    withdraw_reason: WithdrawReason | None = None
    closed_at: datetime | None = None
    attempts: tuple[Attempt, ...] = ()

    @property
    def service_code(self) -> str:
        """The code of the procedure under which it is served."""
        return self.served_as or self.procedure_code

    def days_overdue(self, today: date) -> int:
        """Return by how many days the promise has been missed; 0 once closed."""
        return days_overdue(self.due, today) if self.state is FollowUpState.OPEN else 0
