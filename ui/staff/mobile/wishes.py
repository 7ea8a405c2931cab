"""What the pages of the mobile service and of the appointments may wish for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.calendar import HalfDay
from kiosk.domain.round import CallAhead
from kiosk.services.round_plan import RoundDraft


@dataclass(frozen=True, slots=True)
class PlanRound:
    """The wish “Lập đợt”: a new trip."""


@dataclass(frozen=True, slots=True)
class PrintList:
    """The wish “In danh sách”: everybody who waits at home, on paper."""


@dataclass(frozen=True, slots=True)
class ChangeRound:
    """Change a trip that is planned."""

    round_id: str


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """Every change of a plan; other villages or another capacity are proposed anew."""

    draft: RoundDraft


@dataclass(frozen=True, slots=True)
class SaveRound:
    """The plan is as it should be."""

    draft: RoundDraft


@dataclass(frozen=True, slots=True)
class OpenRound:
    """One trip."""

    round_id: str


@dataclass(frozen=True, slots=True)
class PrintRound:
    """The sheet to take along."""

    round_id: str


@dataclass(frozen=True, slots=True)
class CloseRound:
    """Every row has its answer: the trip is over."""

    round_id: str


@dataclass(frozen=True, slots=True)
class CancelRound:
    """The trip will not take place."""

    round_id: str


@dataclass(frozen=True, slots=True)
class RangAhead:
    """What came of ringing somebody before the trip."""

    follow_up_id: str
    outcome: CallAhead


@dataclass(frozen=True, slots=True)
class RangForAnotherDay:
    """Somebody wants another day, and which."""

    follow_up_id: str
    due: date
    half_day: HalfDay


@dataclass(frozen=True, slots=True)
class KeepDate:
    """The promised day stays, though the citizen asked for another."""

    follow_up_id: str


@dataclass(frozen=True, slots=True)
class ServeAtHome:
    """Go on under the procedure that the law provides for people at home."""

    follow_up_id: str


@dataclass(frozen=True, slots=True)
class ShowDay:
    """The appointments of a day."""

    day: date
