"""Planned trips: made, changed, rung ahead, printed (`run_sheet`), closed when all is answered.

The answers of a sheet's rows come from the cases themselves (`follow_ups`): there is one way to say
how a visit went. Every look at the persons of a trip is audited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUp, FollowUpState
from kiosk.domain.round import (
    COMPANIONS_MAX_LENGTH,
    MOST_STOPS,
    CallAhead,
    Round,
    RoundState,
    RoundStop,
    awaiting,
)
from kiosk.domain.staff import Staff
from kiosk.domain.text import nfc
from kiosk.domain.words import N_
from kiosk.services.assistance_form import due_problem
from kiosk.services.follow_up_closing import Closing, already_closed
from kiosk.services.follow_ups import known
from kiosk.services.forms import FormProblem, refuse_if
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.roles import is_lead
from kiosk.services.round_plan import RoundDraft
from kiosk.services.trail import audit_entry, new_id


@dataclass(frozen=True, slots=True)
class RoundCase:
    """One row of a trip with the case it stands for."""

    stop: RoundStop
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class RoundView:
    """A trip with its cases, in the order of its sheet; `team` are names."""

    trip: Round
    cases: tuple[RoundCase, ...]
    team: tuple[str, ...]


class Rounds:
    """The trips of the office."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plan(self, draft: RoundDraft, staff: Staff) -> Round:
        """Store a new trip, or a planned one as changed; its rows are in the order of the draft.

        Raises FormRefused at `day`, `half_day`, `team_ids`, `companions` and `follow_up_ids`.
        """
        with self._store.write() as records:
            refuse_if(self._problems(records, draft))
            former = _planned(records, draft.round_id) if draft.round_id else None
            trip = self._trip(draft, staff, former)
            trip = replace(trip, stops=_by_village(records, trip.stops))
            records.rounds.save(trip)
            self._note(records, trip, staff, f"planned cases={len(trip.stops)}")
            return trip

    def view(self, round_id: str, viewer: Staff) -> RoundView:
        """Return a trip with its cases; those that are closed without their persons."""
        with self._store.write() as records:
            trip = _known(records, round_id)
            found = [self._case(records, stop, viewer) for stop in trip.stops]
            persons = sum(case.follow_up.person is not None for case in found)
            action, detail = AuditAction.PERSON_VIEWED, f"persons={persons}"
            records.audit.add(audit_entry(self._clock, viewer.id, action, round_id, detail))
            return RoundView(trip, tuple(found), team_names(records, trip))

    def call_ahead(
        self,
        follow_up_id: str,
        outcome: CallAhead,
        staff: Staff,
    ) -> FollowUp:
        """Keep what came of ringing somebody before their trip.

        Whoever agreed is promised the trip's day. Another day is promised with `re_date`.
        """
        with self._store.write() as records:
            follow_up = known(records, follow_up_id)
            trip = awaiting(records.rounds.planned()).get(follow_up_id)
            if trip is None or follow_up.state is not FollowUpState.OPEN:
                raise already_closed()
            for round_id in records.rounds.note_call(follow_up_id, outcome, self._clock.now()):
                records.changes.add(Topic.ROUND, round_id)
            closing = Closing(records, self._clock, staff)
            if outcome is CallAhead.AGREED:
                closing.move(follow_up, trip.day, trip.half_day)
            closing.note(follow_up, f"call_{outcome.value}")
            return known(records, follow_up_id)

    def close(self, round_id: str, staff: Staff) -> Round:
        """Close a trip; raises KnownError while a row has no answer."""
        with self._store.write() as records:
            trip = _planned(records, round_id)
            if trip.unanswered:
                raise KnownError(
                    N_("Còn {count} người chưa có kết quả."),
                    N_("Quét mã từng dòng trên bảng đi, rồi đóng đợt."),
                    f"round not closed: {len(trip.unanswered)} rows wait",
                    count=len(trip.unanswered),
                )
            return self._ended(records, trip, RoundState.CLOSED, staff)

    def cancel(self, round_id: str, staff: Staff) -> Round:
        """Give a trip up; whoever has no answer yet waits on the list as before."""
        with self._store.write() as records:
            return self._ended(records, _planned(records, round_id), RoundState.CANCELLED, staff)

    def _trip(self, draft: RoundDraft, staff: Staff, former: Round | None) -> Round:
        if draft.day is None or draft.half_day is None:
            raise BugError("a plan was not checked")
        now = self._clock.now()
        return Round(
            id=former.id if former else new_id(),
            day=draft.day,
            half_day=draft.half_day,
            village_ids=draft.village_ids,
            team_ids=draft.team_ids,
            companions=nfc(draft.companions),
            capacity=draft.capacity,
            state=RoundState.PLANNED,
            made_at=former.made_at if former else now,
            made_by_name=former.made_by_name if former else staff.name,
            stops=_stops(draft, former),
        )

    def _problems(self, records: Records, draft: RoundDraft) -> Iterator[FormProblem]:
        written = draft.day.isoformat() if draft.day else ""
        yield from due_problem("day", written, office_day(self._clock.now()))
        if draft.half_day is None:
            yield FormProblem("half_day", N_("Chọn sáng hoặc chiều."))
        if not draft.team_ids:
            yield FormProblem("team_ids", N_("Chọn ai đi."))
        if len(nfc(draft.companions)) > COMPANIONS_MAX_LENGTH:
            yield FormProblem("companions", N_("Viết ngắn lại, tối đa 60 chữ cái."))
        yield from _case_problems(records, draft)

    def _case(self, records: Records, stop: RoundStop, viewer: Staff) -> RoundCase:
        follow_up = known(records, stop.follow_up_id)
        if follow_up.state is not FollowUpState.OPEN and not is_lead(viewer):
            follow_up = replace(follow_up, person=None)
        return RoundCase(stop, follow_up)

    def _ended(self, records: Records, trip: Round, state: RoundState, staff: Staff) -> Round:
        ended = replace(trip, state=state, closed_at=self._clock.now())
        records.rounds.save(ended)
        self._note(records, ended, staff, state.value)
        return ended

    def _note(self, records: Records, trip: Round, staff: Staff, detail: str) -> None:
        records.changes.add(Topic.ROUND, trip.id)
        action = AuditAction.ROUND_CHANGED
        records.audit.add(audit_entry(self._clock, staff.id, action, trip.id, detail))


def team_names(records: Records, trip: Round) -> tuple[str, ...]:
    """Return the names of who goes, companions last."""
    accounts = (records.staff.get(staff_id) for staff_id in trip.team_ids)
    names = tuple(account.name for account in accounts if account)
    return (*names, trip.companions) if trip.companions else names


def _stops(draft: RoundDraft, former: Round | None) -> tuple[RoundStop, ...]:
    """Return the rows without their places: those answered stay, the others follow the draft."""
    kept = [stop for stop in former.stops if stop.answer] if former else []
    before = {stop.follow_up_id: stop for stop in former.stops} if former else {}
    asked = (before.get(case) or RoundStop(case, 0) for case in draft.follow_up_ids)
    return (*kept, *(stop for stop in asked if stop.answer is None))


def _by_village(records: Records, stops: tuple[RoundStop, ...]) -> tuple[RoundStop, ...]:
    """Return the rows with their places: villages as they first come, in each the order given."""
    villages: dict[str, list[RoundStop]] = {}
    for stop in stops:
        village_id = known(records, stop.follow_up_id).village_id
        villages.setdefault(village_id, []).append(stop)
    rows = [stop for group in villages.values() for stop in group]
    return tuple(replace(stop, position=place) for place, stop in enumerate(rows, start=1))


def _case_problems(records: Records, draft: RoundDraft) -> Iterator[FormProblem]:
    taken = awaiting(t for t in records.rounds.planned() if t.id != draft.round_id)
    open_ids = {follow_up.id for follow_up in records.follow_ups.open()}
    cases = set(draft.follow_up_ids)
    if not cases:
        yield FormProblem("follow_up_ids", N_("Chọn ít nhất một người."))
    elif len(cases) > MOST_STOPS:
        yield FormProblem("follow_up_ids", N_("Chọn tối đa 30 người một đợt."))
    elif not cases <= open_ids or cases & set(taken):
        yield FormProblem("follow_up_ids", N_("Danh sách vừa đổi. Xem lại những người đã chọn."))


def _known(records: Records, round_id: str) -> Round:
    trip = records.rounds.get(round_id)
    if trip is None:
        raise BugError(f"no round {round_id}")
    return trip


def _planned(records: Records, round_id: str) -> Round:
    trip = _known(records, round_id)
    if trip.state is not RoundState.PLANNED:
        raise KnownError(
            N_("Đợt này đã đóng rồi."),
            N_("Tải lại danh sách để xem tình trạng mới."),
            "round already closed",
        )
    return trip
