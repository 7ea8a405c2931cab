"""A planned trip to people's homes: when, where, who goes, whom they visit, and what came of it.

A trip closes only when every row of its sheet has an answer. An answer is never a false "done":
whoever was not met goes back to the list with a new day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import ATTEMPT_LABELS, AttemptResult
from kiosk.domain.words import N_

USUAL_CAPACITY = 5
"""People a team can visit in half a day, until staff say otherwise."""

MOST_STOPS = 30
COMPANIONS_MAX_LENGTH = 60


class RoundState(StrEnum):
    """Where a trip stands."""

    PLANNED = "planned"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CallAhead(StrEnum):
    """What came of ringing before the trip."""

    AGREED = "agreed"
    ANOTHER_DAY = "another_day"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


CALL_AHEAD_LABELS = {
    CallAhead.AGREED: N_("Đồng ý"),
    CallAhead.ANOTHER_DAY: N_("Xin ngày khác"),
    CallAhead.NO_ANSWER: N_("Không nghe máy"),
    CallAhead.WRONG_NUMBER: N_("Sai số"),
}


class StopAnswer(StrEnum):
    """What a row of the sheet came to: one of the five results, a new day, or withdrawn."""

    DONE = "done"
    PARTLY = "partly"
    NOT_HOME = "not_home"
    LACKS_PAPER = "lacks_paper"
    NEEDS_SPECIALIST = "needs_specialist"
    ANOTHER_DAY = "another_day"
    WITHDRAWN = "withdrawn"


ANSWER_LABELS = {
    **{StopAnswer(result.value): label for result, label in ATTEMPT_LABELS.items()},
    StopAnswer.ANOTHER_DAY: N_("Đổi ngày"),
    StopAnswer.WITHDRAWN: N_("Rút"),
}


SHEET_ANSWERS = (
    StopAnswer.DONE,
    StopAnswer.NOT_HOME,
    StopAnswer.PARTLY,
    StopAnswer.LACKS_PAPER,
    StopAnswer.NEEDS_SPECIALIST,
    StopAnswer.WITHDRAWN,
)
"""The boxes of a row, read in pairs: on paper and on the screen at the same spot."""


def answer_of(result: AttemptResult) -> StopAnswer:
    """Return the answer an attempt gives to its row."""
    return StopAnswer(result.value)


@dataclass(frozen=True, slots=True)
class RoundStop:
    """One row of the sheet; `position` counts from 1 as printed."""

    follow_up_id: str
    position: int
    call: CallAhead | None = None
    called_at: datetime | None = None
    answer: StopAnswer | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One trip. `team_ids` are accounts; `companions` names who else comes along."""

    id: str
    day: date
    half_day: HalfDay
    village_ids: tuple[str, ...]
    team_ids: tuple[str, ...]
    companions: str
    capacity: int
    state: RoundState
    made_at: datetime
    made_by_name: str
    closed_at: datetime | None = None
    stops: tuple[RoundStop, ...] = ()

    @property
    def unanswered(self) -> tuple[RoundStop, ...]:
        """The rows that have no answer yet."""
        return tuple(stop for stop in self.stops if stop.answer is None)

    def stop(self, follow_up_id: str) -> RoundStop | None:
        """Return the row of a case."""
        return next((s for s in self.stops if s.follow_up_id == follow_up_id), None)

    def is_at(self, day: date, half_day: HalfDay) -> bool:
        """Whether it takes place in this half of this day."""
        return self.day == day and self.half_day is half_day


def awaiting(rounds: Iterable[Round]) -> dict[str, Round]:
    """Return the planned trips by the case that still waits for its answer in them."""
    planned = (trip for trip in rounds if trip.state is RoundState.PLANNED)
    return {stop.follow_up_id: trip for trip in planned for stop in trip.unanswered}


def twice_booked(
    day: date, half_day: HalfDay, team_ids: Iterable[str], others: Iterable[Round]
) -> tuple[str, ...]:
    """Return who of the team is already on another planned trip in the same half of the day."""
    same = [trip for trip in others if trip.state is RoundState.PLANNED]
    busy = {who for trip in same if trip.is_at(day, half_day) for who in trip.team_ids}
    return tuple(who for who in team_ids if who in busy)
