"""Trips from the plan to the last answer: nobody is lost between list, sheet and log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import AttemptResult, FollowUp, WithdrawReason
from kiosk.domain.office import OfficeProfile
from kiosk.domain.round import CallAhead, Round, RoundState, StopAnswer
from kiosk.services.catalogue import Catalogue
from kiosk.services.documents.run_sheet_pdf import RunSheetRow, SheetHead, run_sheet_pdf
from kiosk.services.forms import FormRefused
from kiosk.services.keys import KeyRing
from kiosk.services.ports import Topic
from kiosk.services.round_plan import RoundDraft, draft_of
from kiosk.services.rounds import Rounds
from kiosk.services.run_sheet import RunSheets
from tests.fakes import FakeKeyStore
from tests.stories import BIRTH, HAU_XA, HOA, MAI, NAM, THANH_AM, Story

DAY = date(2026, 11, 26)
LATER = date(2026, 12, 3)


class Trips(Story):
    """The office with its trips."""

    def __init__(self) -> None:
        super().__init__()
        self.rounds = Rounds(self.store, self.clock)

    def trip_for(self, *cases: FollowUp) -> RoundDraft:
        """Return a plan that stands, for these cases."""
        return RoundDraft(
            DAY,
            HalfDay.MORNING,
            (HAU_XA.id,),
            (HOA.id, MAI.id),
            follow_up_ids=tuple(case.id for case in cases),
        )

    def trip(self, round_id: str) -> Round:
        """Return the trip as stored."""
        return self.store.records.rounds.trips[round_id]

    def answers(self, round_id: str) -> list[StopAnswer | None]:
        """Return the answers of the rows, in their order."""
        return [stop.answer for stop in self.trip(round_id).stops]


@pytest.fixture
def trips() -> Trips:
    return Trips()


def in_village(trips: Trips, case: FollowUp, village_id: str) -> FollowUp:
    moved = replace(case, village_id=village_id)
    trips.store.records.follow_ups.save(moved)
    return moved


# Planning


def test_a_plan_says_what_is_missing(trips: Trips) -> None:
    with pytest.raises(FormRefused) as refused:
        trips.rounds.plan(RoundDraft(companions="x" * 61), HOA)
    assert [p.field for p in refused.value.problems] == [
        "day",
        "half_day",
        "team_ids",
        "companions",
        "follow_up_ids",
    ]
    assert trips.store.records.rounds.trips == {}


def test_a_day_that_is_past_is_refused(trips: Trips) -> None:
    draft = replace(trips.trip_for(trips.promised_visit()), day=date(2026, 11, 20))
    with pytest.raises(FormRefused) as refused:
        trips.rounds.plan(draft, HOA)
    assert [p.field for p in refused.value.problems] == ["day"]


def test_rows_stand_by_village_and_are_numbered(trips: Trips) -> None:
    first, second, third = (trips.promised_visit() for _ in range(3))
    in_village(trips, second, THANH_AM.id)
    trip = trips.rounds.plan(trips.trip_for(first, second, third), HOA)
    assert [(s.follow_up_id, s.position) for s in trip.stops] == [
        (first.id, 1),
        (third.id, 2),
        (second.id, 3),
    ]
    assert (trip.state, trip.made_by_name) == (RoundState.PLANNED, HOA.name)
    assert trips.store.changed(Topic.ROUND) == (trip.id,)


def test_nobody_is_in_two_trips(trips: Trips) -> None:
    first, second = trips.promised_visit(), trips.promised_visit()
    trips.rounds.plan(trips.trip_for(first), HOA)
    with pytest.raises(FormRefused) as refused:
        trips.rounds.plan(trips.trip_for(first, second), HOA)
    assert [p.field for p in refused.value.problems] == ["follow_up_ids"]


def test_a_case_that_was_closed_meanwhile_is_refused(trips: Trips) -> None:
    promised = trips.promised_visit()
    trips.follow_ups.close_done(promised.id, MAI)
    with pytest.raises(FormRefused, match="follow_up_ids"):
        trips.rounds.plan(trips.trip_for(promised), HOA)


def test_a_planned_trip_is_changed_and_what_is_answered_stays(trips: Trips) -> None:
    first, second, third = (trips.promised_visit() for _ in range(3))
    trip = trips.rounds.plan(trips.trip_for(first, second), HOA)
    trips.follow_ups.re_date(first.id, LATER, HalfDay.MORNING, HOA)
    trips.rounds.call_ahead(second.id, CallAhead.AGREED, HOA)
    draft = draft_of(trips.trip(trip.id))
    assert draft.follow_up_ids == (second.id,)
    wider = replace(draft, team_ids=(NAM.id,), follow_up_ids=(second.id, third.id))
    changed = trips.rounds.plan(wider, MAI)
    assert (changed.id, changed.made_by_name, changed.team_ids) == (trip.id, HOA.name, (NAM.id,))
    assert [(s.follow_up_id, s.position, s.answer, s.call) for s in changed.stops] == [
        (first.id, 1, StopAnswer.ANOTHER_DAY, None),
        (second.id, 2, None, CallAhead.AGREED),
        (third.id, 3, None, None),
    ]


def test_whoever_is_taken_out_can_join_another_trip(trips: Trips) -> None:
    first, second = trips.promised_visit(), trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(first, second), HOA)
    trips.rounds.plan(replace(draft_of(trip), follow_up_ids=(second.id,)), HOA)
    other = trips.rounds.plan(trips.trip_for(first), HOA)
    assert [s.follow_up_id for s in other.stops] == [first.id]


# Ringing ahead


def test_whoever_agreed_is_promised_the_day_of_the_trip(trips: Trips) -> None:
    promised = trips.promised_visit("2026-11-30")
    trip = trips.rounds.plan(trips.trip_for(promised), HOA)
    agreed = trips.rounds.call_ahead(promised.id, CallAhead.AGREED, HOA)
    assert (agreed.due, agreed.half_day) == (trip.day, trip.half_day)
    assert trips.trip(trip.id).stops[0].call is CallAhead.AGREED
    assert trips.store.audited(AuditAction.FOLLOW_UP_CHANGED)[-1].detail == "call_agreed"


@pytest.mark.parametrize("outcome", [CallAhead.NO_ANSWER, CallAhead.WRONG_NUMBER])
def test_whoever_was_not_reached_stays_on_the_trip(trips: Trips, outcome: CallAhead) -> None:
    promised = trips.promised_visit("2026-11-30")
    trip = trips.rounds.plan(trips.trip_for(promised), HOA)
    kept = trips.rounds.call_ahead(promised.id, outcome, HOA)
    assert kept.due == promised.due
    assert trips.trip(trip.id).stops[0].call is outcome
    assert trips.answers(trip.id) == [None]


def test_whoever_wants_another_day_goes_back_to_the_list_with_it(trips: Trips) -> None:
    promised = trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(promised), HOA)
    trips.rounds.call_ahead(promised.id, CallAhead.ANOTHER_DAY, HOA)
    trips.follow_ups.re_date(promised.id, LATER, HalfDay.AFTERNOON, HOA)
    assert trips.answers(trip.id) == [StopAnswer.ANOTHER_DAY]
    (case,) = trips.follow_ups.mobile_list(HOA).cases
    assert (case.follow_up.due, case.trip) == (LATER, None)


def test_ringing_about_nobody_s_trip_is_told(trips: Trips) -> None:
    promised = trips.promised_visit()
    with pytest.raises(KnownError):
        trips.rounds.call_ahead(promised.id, CallAhead.AGREED, HOA)


# Answers


@pytest.mark.parametrize("result", list(AttemptResult))
def test_every_result_of_an_attempt_answers_its_row(trips: Trips, result: AttemptResult) -> None:
    promised = trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(promised), HOA)
    trips.follow_ups.record_attempt(promised.id, result, HOA, LATER, HalfDay.MORNING)
    assert trips.answers(trip.id) == [StopAnswer(result.value)]
    assert trips.store.changed(Topic.ROUND) == (trip.id, trip.id)


def test_withdrawing_answers_the_row(trips: Trips) -> None:
    promised = trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(promised), HOA)
    trips.follow_ups.withdraw(promised.id, WithdrawReason.REFUSED, HOA)
    assert trips.answers(trip.id) == [StopAnswer.WITHDRAWN]


def test_a_trip_closes_when_every_row_has_an_answer(trips: Trips) -> None:
    first, second = trips.promised_visit(), trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(first, second), HOA)
    trips.follow_ups.record_attempt(first.id, AttemptResult.DONE, HOA)
    with pytest.raises(KnownError) as refused:
        trips.rounds.close(trip.id, HOA)
    assert refused.value.fields == {"count": 1}
    trips.follow_ups.record_attempt(second.id, AttemptResult.NOT_HOME, HOA, LATER, HalfDay.MORNING)
    closed = trips.rounds.close(trip.id, HOA)
    assert (closed.state, closed.closed_at) == (RoundState.CLOSED, trips.clock.now())
    assert trips.store.audited(AuditAction.ROUND_CHANGED)[-1].detail == "closed"
    with pytest.raises(KnownError, match="already closed"):
        trips.rounds.close(trip.id, HOA)


def test_a_case_not_finished_waits_for_the_next_trip(trips: Trips) -> None:
    promised = trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(promised), HOA)
    trips.follow_ups.record_attempt(
        promised.id, AttemptResult.LACKS_PAPER, HOA, LATER, HalfDay.MORNING
    )
    again = trips.rounds.plan(replace(trips.trip_for(promised), day=LATER), HOA)
    assert trips.answers(trip.id) == [StopAnswer.LACKS_PAPER]
    assert trips.answers(again.id) == [None]


def test_a_trip_given_up_leaves_everybody_on_the_list(trips: Trips) -> None:
    promised = trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(promised), HOA)
    assert trips.rounds.cancel(trip.id, HOA).state is RoundState.CANCELLED
    (case,) = trips.follow_ups.mobile_list(HOA).cases
    assert (case.trip, case.follow_up.due) == (None, promised.due)


# Looking and printing


def test_looking_at_a_trip_is_audited_and_closed_cases_name_nobody(trips: Trips) -> None:
    first, second = trips.promised_visit(), trips.promised_visit()
    draft = replace(trips.trip_for(first, second), companions="đ/c Hà (công an)")
    trip = trips.rounds.plan(draft, HOA)
    trips.follow_ups.record_attempt(first.id, AttemptResult.DONE, HOA)
    view = trips.rounds.view(trip.id, MAI)
    assert view.team == (HOA.name, MAI.name, "đ/c Hà (công an)")
    assert [case.follow_up.person is None for case in view.cases] == [True, False]
    seen = trips.store.audited(AuditAction.PERSON_VIEWED)[-1]
    assert (seen.staff_id, seen.subject, seen.detail) == (MAI.id, trip.id, "persons=1")
    lead = trips.rounds.view(trip.id, NAM)
    assert all(case.follow_up.person for case in lead.cases)


Told = list[tuple[SheetHead | None, Sequence[RunSheetRow]]]


def sheets_of(trips: Trips) -> tuple[RunSheets, Told]:
    """Return what makes the sheets, and what it tells whoever renders them."""
    told: Told = []

    def render(
        head: SheetHead | None, rows: Sequence[RunSheetRow], office: OfficeProfile, at: datetime
    ) -> bytes:
        told.append((head, rows))
        return run_sheet_pdf(head, rows, office, at)

    ring = KeyRing(FakeKeyStore(bytes(range(16))))
    catalogue = Catalogue((BIRTH,))
    sheets = RunSheets(
        trips.store,
        trips.clock,
        ring,
        find_procedure=catalogue.by_code,
        title_of=catalogue.title_of,
        render=render,
    )
    return sheets, told


def test_the_whole_list_goes_on_paper_in_the_order_of_the_screen(trips: Trips) -> None:
    first, second = trips.promised_visit(), trips.promised_visit()
    sheets, told = sheets_of(trips)
    assert sheets.make_list([second, first], NAM).startswith(b"%PDF")
    ((head, rows),) = told
    assert head is None
    assert [(row.position, row.follow_up) for row in rows] == [(1, second), (2, first)]
    assert rows[0].payload == trips.store.records.slips.of_follow_up(second.id)[0].payload
    printed = trips.store.audited(AuditAction.LIST_PRINTED)
    assert [(e.staff_id, e.subject, e.detail) for e in printed] == [(NAM.id, "", "cases=2")]


def test_the_sheet_has_a_code_for_every_row_that_waits(trips: Trips) -> None:
    first, second = trips.promised_visit(), trips.promised_visit()
    trip = trips.rounds.plan(trips.trip_for(first, second), HOA)
    trips.rounds.call_ahead(second.id, CallAhead.NO_ANSWER, HOA)
    trips.follow_ups.re_date(first.id, LATER, HalfDay.MORNING, HOA)
    sheets, told = sheets_of(trips)
    assert sheets.make(trip.id, NAM).startswith(b"%PDF")
    ((head, rows),) = told
    assert head is not None
    assert (head.villages, head.team) == (("Hậu Xá",), (HOA.name, MAI.name))
    answered, waiting = rows
    assert (answered.position, answered.answer, answered.follow_up) == (1, "Đổi ngày", None)
    assert waiting.payload == trips.store.records.slips.of_follow_up(second.id)[0].payload
    assert (waiting.procedure, waiting.village, waiting.step, waiting.call) == (
        "Đăng ký khai sinh",
        "Hậu Xá",
        "Điền tờ khai",
        "Không nghe máy",
    )
    printed = trips.store.audited(AuditAction.LIST_PRINTED)
    assert [(e.staff_id, e.subject, e.detail) for e in printed] == [(NAM.id, trip.id, "cases=1")]


def test_an_unknown_trip_is_our_own_fault(trips: Trips) -> None:
    with pytest.raises(BugError):
        trips.rounds.view("nothing", HOA)
