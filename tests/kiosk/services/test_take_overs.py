"""Staff on the citizen's screen: a PIN, a log with times, and time that is given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.help_call import CallState
from kiosk.domain.take_over import HandBack
from kiosk.domain.visit import Visit, VisitEventKind
from kiosk.services.accounts import Accounts, PinRefused
from kiosk.services.pins import CHEAP_COST, PinHasher
from kiosk.services.ports import Topic
from kiosk.services.take_overs import TakeOvers
from tests.stories import HOA, MAI, Story

PIN = "290741"
STEP = Place(ScreenName.STEP, None, "1.001193", "dien-to-khai")


class Counter(Story):
    """The story's office, where Hòa's PIN is known."""

    def __init__(self) -> None:
        super().__init__()
        hasher = PinHasher(CHEAP_COST)
        with self.store.write() as records:
            records.staff.save(replace(HOA, pin_hash=hasher.hash(PIN)))
        accounts = Accounts(self.store, self.clock, hasher, "quay-1")
        self.take_overs = TakeOvers(self.store, self.clock, accounts, self.desk)

    def visit(self) -> Visit:
        visit = replace(self.visits.new_visit(), procedure_code="1.001193")
        self.visits.start(visit)
        return visit

    def lines(self, action: AuditAction) -> list[tuple[str, str, str]]:
        return [(e.staff_id, e.subject, e.detail) for e in self.store.audited(action)]


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_both_ends_are_logged_with_who_when_and_in_which_visit(counter: Counter) -> None:
    visit = counter.visit()
    taken = counter.take_overs.begin(HOA.id, PIN, visit.id, STEP)
    assert (taken.staff.id, taken.visit_id) == (HOA.id, visit.id)
    counter.clock.advance(90)
    counter.take_overs.hand_back(taken, HandBack.GIVEN, 90)
    assert counter.lines(AuditAction.SCREEN_TAKEN_OVER) == [
        (HOA.id, visit.id, "1.001193/dien-to-khai")
    ]
    assert counter.lines(AuditAction.SCREEN_HANDED_BACK) == [(HOA.id, visit.id, "given after 90 s")]
    began, ended = (
        counter.store.audited(action)[0].at
        for action in (AuditAction.SCREEN_TAKEN_OVER, AuditAction.SCREEN_HANDED_BACK)
    )
    assert (ended - began).total_seconds() == 90
    assert counter.store.changed(Topic.VISIT) == (visit.id,)


def test_a_wrong_pin_takes_nothing_and_is_locked_out_as_elsewhere(counter: Counter) -> None:
    visit = counter.visit()
    for _ in range(5):
        with pytest.raises(PinRefused) as refused:
            counter.take_overs.begin(HOA.id, "111213", visit.id, STEP)
    assert refused.value.wait_seconds > 0
    with pytest.raises(PinRefused):
        counter.take_overs.begin(HOA.id, PIN, visit.id, STEP)
    assert counter.lines(AuditAction.SCREEN_TAKEN_OVER) == []
    counter.clock.advance(refused.value.wait_seconds)
    assert counter.take_overs.begin(HOA.id, PIN, visit.id, STEP).staff.id == HOA.id


def test_whoever_takes_over_has_come_to_the_call_that_waits(counter: Counter) -> None:
    visit = counter.visit()
    call = counter.desk.call(visit, STEP, (), "Quầy 1")
    counter.take_overs.begin(HOA.id, PIN, visit.id, STEP)
    taken = counter.desk.get(call.id)
    assert (taken.state, taken.taken_by) == (CallState.TAKEN, HOA.id)


def test_a_colleagues_call_stays_theirs(counter: Counter) -> None:
    visit = counter.visit()
    call = counter.desk.call(visit, STEP, (), "Quầy 1")
    counter.desk.take(call.id, MAI)
    counter.take_overs.begin(HOA.id, PIN, visit.id, STEP)
    assert counter.desk.get(call.id).taken_by == MAI.id


def test_the_time_on_the_screen_is_counted_over_the_whole_visit(counter: Counter) -> None:
    visit = counter.visit()
    assert counter.take_overs.seconds_in(visit.id) == 0
    for seconds in (40, 75):
        counter.visits.record(counter.visits.mark(visit, VisitEventKind.TAKEN_OVER))
        back = counter.visits.mark(visit, VisitEventKind.HANDED_BACK, value=seconds)
        counter.visits.record(back)
    counter.visits.record(counter.visits.mark(visit, VisitEventKind.RATED, value=4))
    assert counter.take_overs.seconds_in(visit.id) == 115


def test_time_that_is_given_is_logged_and_told_to_the_counter(counter: Counter) -> None:
    visit = counter.visit()
    counter.take_overs.give_time(visit.id, HOA)
    assert counter.lines(AuditAction.IDLE_HELD) == [(HOA.id, visit.id, "900 s")]
    assert counter.store.changed(Topic.PATIENCE) == (visit.id,)
