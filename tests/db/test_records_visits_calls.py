"""Records of visits, calls and consent come back as they were stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from db.store import SqlStore
from kiosk.domain.errors import BugError
from kiosk.domain.help_call import CallState, CancelReason
from kiosk.domain.person import Consent, ConsentRequest, Purpose
from kiosk.domain.stuck import QuietSign, StuckSign
from kiosk.domain.visit import VisitEnd, VisitEvent, VisitEventKind
from tests.db.samples import CALL, NOW, PERSON, store_visit

EVENT = VisitEvent("visit-1", 1, NOW, 4200, VisitEventKind.BARRIER_TAPPED, "1.001193", "s1", "L2")
RATED = VisitEvent("visit-1", 2, NOW, 9000, VisitEventKind.RATED, value=5)
CONSENT = Consent("consent-1", "visit-1", Purpose.HOME_VISIT, True, "2026-11", NOW, "staff-1")
REQUEST = ConsentRequest(
    "request-1", "visit-1", (Purpose.HOME_VISIT, Purpose.CALL_BACK), "staff-1", NOW
)


def test_events_come_back_in_their_order(store: SqlStore) -> None:
    with store.write() as records:
        store_visit(records)
        records.visits.add_event(RATED)
        records.visits.add_event(EVENT)
    with store.read() as records:
        assert records.visits.events("visit-1") == (EVENT, RATED)
        assert records.visits.events("visit-2") == ()


@pytest.mark.parametrize(
    ("start", "end", "ratings"),
    [
        (None, None, (2, 5, 4)),
        (0, 10, (2, 5)),
        (0, 11, (2, 5, 4)),
        (5, None, (5, 4)),
        (6, None, (4,)),
        (None, 5, (2,)),
        (11, 20, ()),
    ],
)
def test_the_last_rating_of_a_visit_counts(
    store: SqlStore, start: int | None, end: int | None, ratings: tuple[int, ...]
) -> None:
    """Visit 1 said 1, then 2; visit 2 said 5 and went on; visit 3 said 4; visit 4 said nothing."""
    rated = ((1, 1, 0, 1), (1, 2, 0, 2), (2, 1, 5, 5), (3, 1, 10, 4))
    with store.write() as records:
        for visit in range(1, 5):
            store_visit(records, f"visit-{visit}")
        for visit, seq, seconds, value in rated:
            at = NOW + timedelta(seconds=seconds)
            event = replace(RATED, visit_id=f"visit-{visit}", seq=seq, at=at, value=value)
            records.visits.add_event(event)
        later = replace(EVENT, visit_id="visit-2", seq=2, at=NOW + timedelta(seconds=30))
        records.visits.add_event(later)
    with store.read() as records:
        assert records.visits.ratings(_after(start), _after(end)) == ratings


def test_a_rating_changed_outside_the_stretch_is_not_counted_in_it(store: SqlStore) -> None:
    with store.write() as records:
        store_visit(records)
        records.visits.add_event(RATED)
        records.visits.add_event(replace(RATED, seq=3, at=NOW + timedelta(days=1), value=1))
    with store.read() as records:
        assert records.visits.ratings(NOW, _after(1)) == ()


def _after(seconds: int | None) -> datetime | None:
    return None if seconds is None else NOW + timedelta(seconds=seconds)


def test_a_moment_comes_back_as_the_same_moment_in_utc(store: SqlStore) -> None:
    at_the_office = NOW.astimezone(timezone(timedelta(hours=7)))
    with store.write() as records:
        store_visit(records)
        records.visits.add_event(replace(EVENT, at=at_the_office))
    with store.read() as records:
        (event,) = records.visits.events("visit-1")
    assert event.at == NOW
    assert event.at.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError, match="aware"), store.write() as records:
        records.visits.start("visit-1", "device-1", datetime(2026, 11, 23, 8, 30))  # noqa: DTZ001


def test_an_event_of_an_unknown_visit_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError, match=r"(?i)foreign key"), store.write() as records:
        records.visits.add_event(EVENT)


def test_a_crash_leaves_only_the_visits_of_its_own_device_to_end(store: SqlStore) -> None:
    with store.write() as records:
        records.visits.start("ended", "device-1", NOW)
        records.visits.end("ended", VisitEnd.DONE, NOW)
        records.visits.start("left open", "device-1", NOW)
        records.visits.start("elsewhere", "device-2", NOW)
        records.visits.start("goes on", "device-1", NOW)
        records.visits.start("later", "device-1", NOW + timedelta(seconds=1))
    with store.write() as records:
        assert records.visits.left_open("device-1") == ("goes on", "left open", "later")
        assert records.visits.end_interrupted("device-1", NOW, "goes on") == ("left open",)
        assert records.visits.end_interrupted("device-1", NOW, "goes on") == ()
        assert records.visits.end_interrupted("device-2", NOW) == ("elsewhere",)
        assert records.visits.left_open("device-1") == ("goes on", "later")


def test_a_visit_and_its_marks_may_arrive_twice(store: SqlStore) -> None:
    for _ in range(2):
        with store.write() as records:
            store_visit(records)
            records.visits.add_event(EVENT)
            records.visits.add_event(replace(EVENT, barrier="E1"))
            records.visits.end("visit-1", VisitEnd.DONE, NOW)
    with store.read() as records:
        assert records.visits.events("visit-1") == (EVENT,)
        assert records.visits.left_open("device-1") == ()


def test_a_sign_is_shown_until_it_is_dropped(store: SqlStore) -> None:
    sign = QuietSign("visit-1", "Quầy 1", "1.001193", "s1", StuckSign.QUIET, NOW)
    newer = replace(sign, step_id="s2", sign=StuckSign.DIFFERENT, since=NOW + timedelta(seconds=9))
    other = replace(sign, visit_id="visit-2", since=NOW + timedelta(seconds=5))
    with store.write() as records:
        store_visit(records)
        store_visit(records, "visit-2")
        for each in (sign, other, newer):
            records.visits.save_sign(each)
    with store.read() as records:
        assert records.visits.signs() == (other, newer)
    with store.write() as records:
        assert records.visits.drop_sign("visit-1")
        assert not records.visits.drop_sign("visit-1")
        assert records.visits.signs() == (other,)


def test_ending_an_unknown_visit_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError, match="0 rows"), store.write() as records:
        records.visits.end("nobody", VisitEnd.IDLE, NOW)


def test_open_calls_are_oldest_first_and_closed_ones_gone(store: SqlStore) -> None:
    later = replace(CALL, id="call-2", called_at=NOW + timedelta(seconds=5))
    taken = replace(
        CALL, state=CallState.TAKEN, received_at=NOW, taken_at=NOW, taken_by="staff-1",
        taken_by_name="Lan", handed_by_name="Hòa",
    )  # fmt: skip
    with store.write() as records:
        store_visit(records)
        records.calls.add(later)
        records.calls.add(CALL)
        records.calls.save(taken)
    with store.read() as records:
        assert records.calls.open() == (taken, later)
        assert records.calls.get("call-2") == later
        assert records.calls.get("nobody") is None
    with store.write() as records:
        records.calls.save(replace(taken, state=CallState.CLOSED, closed_at=NOW))
        cancelled = replace(
            later, state=CallState.CANCELLED, closed_at=NOW, cancel_reason=CancelReason.LEFT
        )
        records.calls.save(cancelled)
        assert records.calls.open() == ()
        assert records.calls.get("call-2") == cancelled


def test_calls_are_found_by_when_they_were_taken(store: SqlStore) -> None:
    """However they ended; one that nobody took is in no stretch."""
    taken = [
        replace(
            CALL, id=f"call-{n}", state=state, taken_at=NOW + timedelta(minutes=n),
            called_at=NOW - timedelta(minutes=n),
        )
        for n, state in enumerate((CallState.TAKEN, CallState.CLOSED, CallState.CANCELLED))
    ]  # fmt: skip
    untaken = replace(CALL, id="call-9", state=CallState.CANCELLED, closed_at=NOW)
    with store.write() as records:
        store_visit(records)
        for call in (*taken, untaken):
            records.calls.add(call)
    with store.read() as records:
        between = records.calls.taken_between
        assert between(NOW, NOW + timedelta(minutes=2)) == (taken[1], taken[0])
        assert between(NOW + timedelta(minutes=2), NOW + timedelta(days=1)) == (taken[2],)
        assert between(NOW - timedelta(days=1), NOW) == ()


def test_a_call_cannot_be_added_twice(store: SqlStore) -> None:
    with store.write() as records:
        store_visit(records)
        records.calls.add(CALL)
    with pytest.raises(BugError), store.write() as records:
        records.calls.add(CALL)


def test_a_request_is_open_until_it_is_answered(store: SqlStore) -> None:
    with store.write() as records:
        store_visit(records)
        records.consents.add_request(REQUEST)
    with store.read() as records:
        assert records.consents.open_request("visit-1") == REQUEST
        assert records.consents.open_request("visit-2") is None
    answered = replace(REQUEST, answered_at=NOW)
    with store.write() as records:
        records.consents.save_request(answered)
    with store.read() as records:
        assert records.consents.open_request("visit-1") is None
        assert records.consents.request("request-1") == answered
        assert records.consents.request("nobody") is None


def test_purposes_come_back_as_purposes(store: SqlStore) -> None:
    with store.write() as records:
        store_visit(records)
        records.consents.add_request(REQUEST)
        found = records.consents.request("request-1")
    assert found is not None
    assert all(isinstance(purpose, Purpose) for purpose in found.purposes)


def test_consent_stays_with_the_person_who_gave_it(store: SqlStore) -> None:
    newer = replace(CONSENT, id="consent-2")
    with store.write() as records:
        store_visit(records)
        records.people.save(PERSON)
        records.people.save(replace(PERSON, id="person-2"))
        records.consents.add(CONSENT)
        records.consents.attach_person("visit-1", PERSON.id)
        records.consents.add(newer)
        records.consents.attach_person("visit-1", "person-2")
    with store.read() as records:
        assert [c.id for c in records.consents.of_person(PERSON.id)] == [CONSENT.id]
        assert [c.id for c in records.consents.of_person("person-2")] == [newer.id]


def test_consent_is_tied_to_the_person_once_there_is_one(store: SqlStore) -> None:
    refused = replace(CONSENT, id="consent-2", purpose=Purpose.CALL_BACK, granted=False)
    with store.write() as records:
        store_visit(records)
        records.people.save(PERSON)
        records.consents.add(CONSENT)
        records.consents.add(refused)
        assert records.consents.of_visit("visit-1") == (CONSENT, refused)
        records.consents.attach_person("visit-1", PERSON.id)
    with store.read() as records:
        tied = (replace(CONSENT, person_id=PERSON.id), replace(refused, person_id=PERSON.id))
        assert records.consents.of_visit("visit-1") == tied
        assert records.consents.of_person(PERSON.id) == tied
