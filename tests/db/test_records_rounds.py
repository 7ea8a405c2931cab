"""Planned trips and the rows of their sheets; what a promise knows of the entry it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.store import SqlStore
from kiosk.domain.calendar import HalfDay
from kiosk.domain.errors import BugError
from kiosk.domain.round import CallAhead, Round, RoundState, RoundStop, StopAnswer
from kiosk.services.ports import Records
from tests.db.samples import (
    ASSISTANCE,
    CALL,
    FOLLOW_UP,
    NOW,
    PERSON,
    store_follow_up,
)

LATER = NOW + timedelta(days=3)
TRIP = Round(
    id="round-1",
    day=date(2026, 11, 26),
    half_day=HalfDay.MORNING,
    village_ids=("village-1",),
    team_ids=("staff-1", "staff-2"),
    companions="đ/c Hà (công an)",
    capacity=5,
    state=RoundState.PLANNED,
    made_at=NOW,
    made_by_name="Lan",
    stops=(RoundStop("follow-up-1", 1), RoundStop("follow-up-2", 2)),
)


def store_two_cases(records: Records) -> None:
    """Store two promises and the trip that visits both."""
    store_follow_up(records)
    records.follow_ups.save(replace(FOLLOW_UP, id="follow-up-2"))
    records.rounds.save(TRIP)


def test_a_trip_comes_back_with_its_rows_in_order(store: SqlStore) -> None:
    with store.write() as records:
        store_two_cases(records)
        turned = replace(TRIP, stops=TRIP.stops[::-1])
        records.rounds.save(turned)
    with store.read() as records:
        assert records.rounds.get("round-1") == TRIP
        assert records.rounds.get("nobody") is None
        assert records.rounds.planned() == (TRIP,)


def test_saving_again_leaves_exactly_the_rows_given(store: SqlStore) -> None:
    with store.write() as records:
        store_two_cases(records)
        less = replace(TRIP, capacity=3, stops=TRIP.stops[1:])
        records.rounds.save(less)
    with store.read() as records:
        assert records.rounds.planned() == (less,)


def test_planned_trips_are_earliest_first_and_closed_ones_are_not_among_them(
    store: SqlStore,
) -> None:
    afternoon = replace(TRIP, id="r2", half_day=HalfDay.AFTERNOON, stops=())
    next_day = replace(TRIP, id="r3", day=date(2026, 11, 27), stops=())
    closed = replace(TRIP, id="r4", state=RoundState.CLOSED, closed_at=LATER, stops=())
    with store.write() as records:
        store_two_cases(records)
        for trip in (next_day, closed, afternoon):
            records.rounds.save(trip)
    with store.read() as records:
        assert records.rounds.planned() == (TRIP, afternoon, next_day)
        assert records.rounds.get("r4") == closed


def test_a_row_is_answered_once_and_in_planned_trips_only(store: SqlStore) -> None:
    gone = replace(TRIP, id="r2", state=RoundState.CANCELLED)
    with store.write() as records:
        store_two_cases(records)
        records.rounds.save(gone)
        assert records.rounds.answer("follow-up-1", StopAnswer.NOT_HOME, NOW) == ("round-1",)
        assert records.rounds.answer("follow-up-1", StopAnswer.DONE, LATER) == ()
        assert records.rounds.answer("nobody", StopAnswer.DONE, NOW) == ()
    with store.read() as records:
        found = records.rounds.get("round-1")
        assert found is not None
        assert [stop.answer for stop in found.stops] == [StopAnswer.NOT_HOME, None]
        assert found.stops[0].answered_at == NOW
        assert records.rounds.get("r2") == gone


def test_what_came_of_ringing_is_kept_at_a_row_that_waits(store: SqlStore) -> None:
    with store.write() as records:
        store_two_cases(records)
        records.rounds.note_call("follow-up-1", CallAhead.NO_ANSWER, NOW)
        assert records.rounds.note_call("follow-up-1", CallAhead.AGREED, LATER) == ("round-1",)
        records.rounds.answer("follow-up-2", StopAnswer.WITHDRAWN, NOW)
        assert records.rounds.note_call("follow-up-2", CallAhead.AGREED, LATER) == ()
    with store.read() as records:
        found = records.rounds.get("round-1")
        assert found is not None
        assert [(stop.call, stop.called_at) for stop in found.stops] == [
            (CallAhead.AGREED, LATER),
            (None, None),
        ]


def test_a_row_of_an_unknown_case_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError), store.write() as records:
        records.rounds.save(TRIP)


def test_a_promise_knows_the_papers_ticked_and_how_often_the_person_came(store: SqlStore) -> None:
    with store.write() as records:
        follow_up = store_follow_up(records)
        records.calls.save(replace(CALL, ticked_papers=("birth", "identity")))
        again = replace(ASSISTANCE, id="a2", call_id="", visit_id="", person_id=PERSON.id)
        records.assistances.add(again)
        records.assistances.add(replace(again, id="a3", procedure_code="1.014027"))
        records.assistances.add(replace(again, id="a4", person_id=""))
    with store.read() as records:
        found = records.follow_ups.get("follow-up-1")
        assert found == replace(follow_up, ticked_papers=("birth", "identity"), times_came=2)


def test_a_wish_for_another_day_and_the_way_it_is_served_come_back(store: SqlStore) -> None:
    with store.write() as records:
        follow_up = store_follow_up(records)
        wished = replace(
            follow_up, move_asked_at=LATER, move_to=date(2026, 11, 30), served_as="1.003583"
        )
        records.follow_ups.save(wished)
    with store.read() as records:
        assert records.follow_ups.get("follow-up-1") == wished
        assert wished.service_code == "1.003583"
        assert follow_up.service_code == "1.001193"
