"""Planning a trip before anything of it is stored: whom it proposes, and what stands against it.

The proposal fills the team's capacity with the most urgent cases of the villages chosen. Conflicts
are told, not refused: staff may know better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.domain.calendar import WEEKDAYS, HalfDay, is_weekend
from kiosk.domain.need import Kit, kit_for
from kiosk.domain.procedure import Procedure
from kiosk.domain.round import USUAL_CAPACITY, Round, RoundState, twice_booked
from kiosk.domain.words import N_
from kiosk.services.mobile_list import Case
from kiosk.services.working_days import holiday_name


@dataclass(frozen=True, slots=True)
class RoundDraft:
    """What staff have chosen so far; `round_id` is set when a planned trip is changed."""

    day: date | None = None
    half_day: HalfDay | None = None
    village_ids: tuple[str, ...] = ()
    team_ids: tuple[str, ...] = ()
    companions: str = ""
    capacity: int = USUAL_CAPACITY
    follow_up_ids: tuple[str, ...] = ()
    round_id: str = ""


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """One thing to know before going; `message` is a msgid with its `fields`."""

    message: str
    fields: dict[str, object] = field(default_factory=dict)


def first_draft(cases: Iterable[Case]) -> RoundDraft:
    """Return a draft for the village that has the most urgent case, filled from there."""
    free = available(cases, RoundDraft())
    villages = tuple(case.follow_up.village_id for case in free[:1] if case.follow_up.village_id)
    return proposed(RoundDraft(village_ids=villages), free)


def draft_of(trip: Round) -> RoundDraft:
    """Return the draft with which a planned trip is changed; answered rows stay as they are."""
    return RoundDraft(
        trip.day,
        trip.half_day,
        trip.village_ids,
        trip.team_ids,
        trip.companions,
        trip.capacity,
        tuple(stop.follow_up_id for stop in trip.unanswered),
        trip.id,
    )


def available(cases: Iterable[Case], draft: RoundDraft) -> tuple[Case, ...]:
    """Return the cases that are in no other planned trip and in the villages of `draft`."""
    return tuple(
        case
        for case in cases
        if (case.trip is None or case.trip.id == draft.round_id)
        and (not draft.village_ids or case.follow_up.village_id in draft.village_ids)
    )


def proposed(draft: RoundDraft, cases: Iterable[Case]) -> RoundDraft:
    """Return `draft` with the most urgent cases, as many as the team can visit."""
    urgent = available(cases, draft)[: draft.capacity]
    return replace(draft, follow_up_ids=tuple(case.follow_up.id for case in urgent))


def kit_of(cases: Iterable[Case], find: Callable[[str], Procedure | None]) -> Kit:
    """Return what to take along for these cases."""
    found = (find(case.follow_up.service_code) for case in cases)
    return kit_for(procedure for procedure in found if procedure)


def warnings(
    draft: RoundDraft, rounds: Iterable[Round], staff_names: dict[str, str]
) -> Iterator[PlanWarning]:
    """Yield what stands against the plan: a feast, a weekend, people booked twice, too many."""
    if draft.day:
        yield from _day_warnings(draft.day)
    if draft.day and draft.half_day:
        others = [t for t in rounds if t.id != draft.round_id and t.state is RoundState.PLANNED]
        for who in twice_booked(draft.day, draft.half_day, draft.team_ids, others):
            name = staff_names.get(who, who)
            yield PlanWarning(N_("{name} đã có đợt khác trong buổi này."), {"name": name})
    chosen = len(draft.follow_up_ids)
    if chosen > draft.capacity:
        fields: dict[str, object] = {"count": chosen, "capacity": draft.capacity}
        yield PlanWarning(N_("Đã chọn {count} người, sức làm khoảng {capacity}."), fields)


def _day_warnings(day: date) -> Iterator[PlanWarning]:
    feast = holiday_name(day)
    if feast:
        yield PlanWarning(N_("Ngày này là ngày nghỉ lễ: {feast}."), {"feast": feast})
    elif is_weekend(day):
        yield PlanWarning(N_("Ngày này là {weekday}."), {"weekday": WEEKDAYS[day.weekday()]})
