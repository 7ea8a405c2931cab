"""What the pages of the mobile service and of the appointments show, put together by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.follow_up import FollowUp
from kiosk.domain.need import Kit
from kiosk.domain.office import Village
from kiosk.domain.person import Person
from kiosk.domain.round import Round
from kiosk.domain.staff import Staff
from kiosk.domain.triage import Triage
from kiosk.services.appointments import DayView
from kiosk.services.mobile_list import Case
from kiosk.services.round_plan import RoundDraft
from kiosk.services.rounds import RoundView
from ui.staff.models import Names, StaffScreenName


@dataclass(frozen=True, slots=True)
class VillageCases:
    """The open home visits of one village, most urgent first."""

    village: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class MobileListModel:
    """The mobile-service list by village, and the trips that are planned."""

    villages: tuple[VillageCases, ...]
    names: Names
    today: date
    overdue: int
    rounds: tuple[Round, ...] = ()
    message: str = ""
    problem: str = ""
    is_printing: bool = False

    @property
    def total(self) -> int:
        """How many people wait."""
        return sum(len(village.cases) for village in self.villages)


@dataclass(frozen=True, slots=True)
class RoundPlanModel:
    """A trip being planned: the draft, whom it may visit, and what is known against it.

    `problems` maps a field of the draft to its plain sentence; `warnings` are ready to show.
    """

    draft: RoundDraft
    offered: tuple[VillageCases, ...]
    names: Names
    today: date
    villages: tuple[Village, ...]
    staff: tuple[Staff, ...]
    kit: Kit = field(default_factory=Kit)
    warnings: tuple[str, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class RoundModel:
    """One trip with its rows, what it takes along, and how printing goes."""

    view: RoundView
    kit: Kit
    names: Names
    today: date
    is_printing: bool = False
    message: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpCaseModel:
    """One case with its person (audited), its points, the trip it waits in, attempts and slips.

    `at_home` is the title of the procedure the law provides for people at home, where there is
    one; `back` the page it was opened from, and `round_id` the trip when it was one.
    """

    follow_up: FollowUp
    person: Person | None
    names: Names
    today: date
    slip_id: str = ""
    slip_number: str = ""
    triage: Triage = field(default_factory=Triage)
    trip: Round | None = None
    at_home: str = ""
    back: StaffScreenName = StaffScreenName.MOBILE_LIST
    round_id: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentsModel:
    """The appointments of one day by half-day; `feast` names a public holiday."""

    view: DayView
    names: Names
    feast: str = ""
    problem: str = ""
