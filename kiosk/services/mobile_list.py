"""The open cases as lists show them: scored with reasons, by village, with the trip they are in.

Inside a village the most urgent case comes first, and so does the village that has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.domain.follow_up import FollowUp, FollowUpKind
from kiosk.domain.office import Village
from kiosk.domain.round import Round, awaiting
from kiosk.domain.triage import Triage, TriageWeights, triage
from kiosk.services.ports import Records


@dataclass(frozen=True, slots=True)
class Case:
    """One open follow-up: by how many days it is late, its points, and the trip it waits in."""

    follow_up: FollowUp
    overdue_days: int
    triage: Triage = field(default_factory=Triage)
    trip: Round | None = None

    @property
    def urgency(self) -> tuple[int, date, datetime, str]:
        """The order of the list: most points, earliest promised day, oldest promise."""
        case = self.follow_up
        return (-self.triage.score, case.due, case.promised_at, case.id)


@dataclass(frozen=True, slots=True)
class VillageGroup:
    """The cases of one village, most urgent first; `village` is None when it is unknown."""

    village: Village | None
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class MobileList:
    """The home visits to serve as of `day`, and the trips that are planned for them."""

    day: date
    groups: tuple[VillageGroup, ...]
    rounds: tuple[Round, ...] = ()

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every case, in the order of the list."""
        return tuple(case for group in self.groups for case in group.cases)

    @property
    def total(self) -> int:
        """How many cases there are."""
        return len(self.cases)

    @property
    def overdue(self) -> int:
        """How many of them are overdue."""
        return sum(case.overdue_days > 0 for case in self.cases)


def cases_of(
    records: Records, kind: FollowUpKind | None, today: date, weights: TriageWeights
) -> tuple[Case, ...]:
    """Return the open cases of one kind, or of all, most urgent first."""
    found = records.follow_ups.open(kind)
    return tuple(sorted(_scored(records, found, today, weights), key=_urgency))


def case_of(records: Records, found: FollowUp, today: date, weights: TriageWeights) -> Case:
    """Return one follow-up as a case, whether it is open or not."""
    return _scored(records, (found,), today, weights)[0]


def _scored(
    records: Records, found: Iterable[FollowUp], today: date, weights: TriageWeights
) -> list[Case]:
    trips = awaiting(records.rounds.planned())
    km = {village.id: village.km for village in records.office.villages()}
    return [
        Case(
            each,
            each.days_overdue(today),
            triage(each, today.year, km.get(each.village_id), weights),
            trips.get(each.id),
        )
        for each in found
    ]


def by_village(cases: Iterable[Case], villages: dict[str, Village]) -> tuple[VillageGroup, ...]:
    """Group cases that come most urgent first: so do the groups, by their first case."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        village_id = case.follow_up.village_id
        groups.setdefault(village_id if village_id in villages else "", []).append(case)
    return tuple(VillageGroup(villages.get(v), tuple(found)) for v, found in groups.items())


def _urgency(case: Case) -> tuple[int, date, datetime, str]:
    return case.urgency
