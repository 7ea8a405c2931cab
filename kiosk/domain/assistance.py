"""The log entry of help given: who helped whom with what, how far, and how it ended."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.domain.calendar import start_of_office_day
from kiosk.domain.errors import BugError
from kiosk.domain.words import N_


class HelpLevel(StrEnum):
    """How much help was needed, from none to all."""

    ALONE = "alone"
    HINT = "hint"
    SIDE_BY_SIDE = "side_by_side"
    DONE_FOR = "done_for"


HELP_LEVEL_LABELS = {
    HelpLevel.ALONE: N_("Tự làm được"),
    HelpLevel.HINT: N_("Chỉ một câu"),
    HelpLevel.SIDE_BY_SIDE: N_("Ngồi cạnh cùng làm"),
    HelpLevel.DONE_FOR: N_("Làm giúp"),
}


class Outcome(StrEnum):
    """How the assistance ended."""

    SUBMITTED = "submitted"
    DONE_AT_COUNTER = "done_at_counter"
    CONTINUED_ALONE = "continued_alone"
    NOT_HERE = "not_here"
    FOLLOW_UP = "follow_up"
    LEFT = "left"


OUTCOME_LABELS = {
    Outcome.SUBMITTED: N_("Nộp xong trực tuyến"),
    Outcome.DONE_AT_COUNTER: N_("Làm xong tại quầy"),
    Outcome.CONTINUED_ALONE: N_("Tự làm tiếp"),
    Outcome.NOT_HERE: N_("Làm ở nơi khác"),
    Outcome.FOLLOW_UP: N_("Hẹn làm tiếp"),
    Outcome.LEFT: N_("Ra về"),
}

SUCCESSES = frozenset(
    {
        Outcome.SUBMITTED,
        Outcome.DONE_AT_COUNTER,
        Outcome.CONTINUED_ALONE,
        Outcome.NOT_HERE,
    }
)
"""Being told in time where to go is a success too."""


class AgeBand(StrEnum):
    """An anonymous age band, only when staff tap it."""

    UNDER_35 = "under_35"
    FROM_35 = "from_35"
    FROM_60 = "from_60"
    FROM_75 = "from_75"


AGE_BAND_LABELS = {
    AgeBand.UNDER_35: N_("dưới 35"),
    AgeBand.FROM_35: N_("35–59"),
    AgeBand.FROM_60: N_("60–74"),
    AgeBand.FROM_75: N_("từ 75"),
}


class HelpChannel(StrEnum):
    """Where help was given: at the kiosk, or without it."""

    KIOSK = "kiosk"
    COUNTER = "counter"
    PHONE = "phone"


HELP_CHANNEL_LABELS = {
    HelpChannel.KIOSK: N_("Tại máy"),
    HelpChannel.COUNTER: N_("Tại quầy"),
    HelpChannel.PHONE: N_("Qua điện thoại"),
}

WITHOUT_KIOSK = (HelpChannel.COUNTER, HelpChannel.PHONE)


@dataclass(frozen=True, slots=True)
class Assistance:
    """One finished help. `minutes` is what staff say, `measured_minutes` what the clock said.

    Without the kiosk no clock ran: `measured_minutes` is 0. `note` is stored encrypted, because it
    may hold personal words.
    """

    id: str
    visit_id: str
    call_id: str
    procedure_code: str
    step_id: str
    barriers: tuple[str, ...]
    level: HelpLevel
    measured_minutes: int
    minutes: int
    outcome: Outcome
    supporter_id: str
    supporter_name: str
    logged_at: datetime
    age_band: AgeBand | None = None
    village_id: str = ""
    person_id: str = ""
    channel: HelpChannel = HelpChannel.KIOSK
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of an entry by its author: who, when, and what it said `before`."""

    id: str
    at: datetime
    staff_id: str
    staff_name: str
    before: Assistance


@dataclass(frozen=True, slots=True)
class AssistanceFilter:
    """What the log shows; empty fields do not restrict. Days are office days, both inclusive."""

    first_day: str = ""
    last_day: str = ""
    village_id: str = ""
    procedure_code: str = ""
    barrier: str = ""
    outcome: Outcome | None = None
    supporter_id: str = ""
    limit: int = 0
    offset: int = 0

    @property
    def is_days_only(self) -> bool:
        """Whether nothing but days restricts it."""
        every_day = replace(self, first_day="", last_day="", limit=0, offset=0)
        return every_day == AssistanceFilter()

    def stretch(self) -> tuple[datetime | None, datetime | None]:
        """Return when the first day begins and when the last is over; None where it is open.

        Raises BugError when a day is not an ISO date.
        """
        try:
            first = date.fromisoformat(self.first_day) if self.first_day else None
            last = date.fromisoformat(self.last_day) if self.last_day else None
        except ValueError as error:
            raise BugError(f"a filter's day must be an ISO date: {self}") from error
        start = start_of_office_day(first) if first else None
        return start, start_of_office_day(last + timedelta(days=1)) if last else None


@dataclass(frozen=True, slots=True)
class AssistanceSummary:
    """Counts over the same rows a filter shows."""

    total: int
    by_outcome: dict[Outcome, int]
    minutes: int

    @property
    def succeeded(self) -> int:
        """How many ended in success, "not here" included."""
        return sum(n for outcome, n in self.by_outcome.items() if outcome in SUCCESSES)


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """What staff have entered about the next appointment."""

    kind: str = ""
    due: str = ""
    half_day: str = ""
    bring: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What staff have typed about a person, before it is checked and stored.

    `card_mark` comes from a scanned card, `person_id` names a stored person staff recognised.
    """

    name: str = ""
    birth_year: str = ""
    phone: str = ""
    phone_owner: str = ""
    village_id: str = ""
    where_to_find: str = ""
    hard_to_move: bool = False
    lives_alone: bool = False
    card_mark: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class AssistanceDraft:
    """A half-filled log entry, saved at every change so that a crash loses nothing.

    Empty strings and None mean "not chosen yet": nothing is pre-chosen but what the citizen tapped.
    `call_id` is the call, or what stands for one where there was none (`key_without_call`); then
    staff choose channel, procedure and step too.
    """

    call_id: str
    barriers: tuple[str, ...] = ()
    level: str = ""
    minutes: int | None = None
    outcome: str = ""
    age_band: str = ""
    village_id: str = ""
    person: PersonDraft = PersonDraft()
    follow_up: FollowUpDraft = FollowUpDraft()
    channel: str = HelpChannel.KIOSK
    procedure_code: str = ""
    step_id: str = ""
    note: str = ""


def whole_minutes(seconds: float) -> int:
    """Return the minutes that help of `seconds` counts for: begun ones in full, at least one."""
    return max(1, math.ceil(seconds / 60))


def key_without_call(staff_id: str) -> str:
    """Return what a draft is kept under when there was no call: one for each member of staff."""
    return f"without-call:{staff_id}"
