"""Help calls: one for each visit, taken by the first, over when they are over."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kiosk.domain.errors import BugError
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.visit import Visit
from kiosk.services.calls import CallOver, CallTaken, HelpDesk
from kiosk.services.ports import Topic
from tests.fakes import START, FakeClock, FakeStore
from tests.stories import HOA, MAI

STEP = Place(ScreenName.STEP, procedure_code="1.001193", step_id="dang-nhap")


@dataclass
class Counter:
    store: FakeStore
    clock: FakeClock
    desk: HelpDesk

    def call(self, visit_id: str = "v1") -> HelpCall:
        return self.desk.call(Visit(visit_id, 1, START), STEP, ("L2",), "Quầy 1")


@pytest.fixture
def counter() -> Counter:
    store, clock = FakeStore(), FakeClock()
    return Counter(store, clock, HelpDesk(store, clock))


def test_a_call_says_where_and_why(counter: Counter) -> None:
    call = counter.call()
    assert (call.procedure_code, call.step_id, call.barriers) == ("1.001193", "dang-nhap", ("L2",))
    assert (call.state, call.counter, call.called_at) == (CallState.WAITING, "Quầy 1", START)
    assert counter.desk.open_calls() == (call,)
    assert counter.store.changed(Topic.CALL) == (call.id,)


def test_a_second_tap_makes_no_second_call(counter: Counter) -> None:
    assert counter.call() == counter.call()
    counter.clock.advance(1)
    other = counter.call("v2")
    assert counter.desk.open_calls()[-1] == other
    counter.desk.cancel(other.id)
    assert counter.call("v2").id != other.id


def test_received_is_noted_once(counter: Counter) -> None:
    call = counter.call()
    counter.clock.advance(1)
    received = counter.desk.mark_received(call.id)
    counter.clock.advance(1)
    assert received.received_at == counter.desk.mark_received(call.id).received_at
    assert len(counter.store.changed(Topic.CALL)) == 2


def test_the_first_to_take_a_call_has_it(counter: Counter) -> None:
    call = counter.call()
    taken = counter.desk.take(call.id, HOA)
    assert (taken.state, taken.taken_by_name) == (CallState.TAKEN, HOA.name)
    assert taken.received_at is not None
    assert counter.desk.take(call.id, HOA) == taken
    with pytest.raises(CallTaken) as late:
        counter.desk.take(call.id, MAI)
    assert late.value.by_name == HOA.name
    assert HOA.name in late.value.message.format(**late.value.fields)
    assert counter.desk.get(call.id) == taken


@pytest.mark.parametrize("end", [HelpDesk.cancel, HelpDesk.close])
def test_what_is_over_stays_over(counter: Counter, end: object) -> None:
    call = counter.call()
    ended = counter.desk.cancel(call.id) if end is HelpDesk.cancel else counter.desk.close(call.id)
    assert ended.closed_at == START
    assert not ended.is_open
    assert counter.desk.open_calls() == ()
    with pytest.raises(CallOver):
        counter.desk.take(call.id, HOA)
    assert counter.desk.cancel(call.id) == counter.desk.close(call.id) == ended
    assert counter.desk.mark_received(call.id) == ended


def test_an_unknown_call_is_our_own_fault(counter: Counter) -> None:
    with pytest.raises(BugError):
        counter.desk.get("nothing")
