"""Help calls: one for each visit, taken by the first, handed over, over when they are over."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kiosk.domain.assistance import AssistanceDraft
from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.help_call import CANCEL_REASON_LABELS, CallState, CancelReason, HelpCall
from kiosk.domain.staff import Staff
from kiosk.domain.visit import Visit
from kiosk.services.calls import CallOver, CallTaken, HelpDesk, NotOnDuty
from kiosk.services.duty import Duty
from kiosk.services.ports import Topic
from tests.fakes import START, FakeClock, FakeStore
from tests.stories import HOA, MAI, NAM, ready_store

STEP = Place(ScreenName.STEP, procedure_code="1.001193", step_id="dang-nhap")


@dataclass
class Counter:
    store: FakeStore
    clock: FakeClock
    desk: HelpDesk

    def call(self, visit_id: str = "v1") -> HelpCall:
        return self.desk.call(Visit(visit_id, 1, START), STEP, ("L2",), "Quầy 1")

    def on_duty(self, *staff: Staff) -> None:
        """Let these, and nobody else, be logged in at consoles of their own."""
        self.store.records.staff.consoles.clear()
        for one in staff:
            Duty(self.store, self.clock, f"console-{one.id}").heartbeat(one)


@pytest.fixture
def counter() -> Counter:
    store, clock = ready_store(), FakeClock()
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
    counter.desk.close(other.id)
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


@pytest.mark.parametrize("is_cancelled", [True, False])
def test_what_is_over_stays_over(counter: Counter, *, is_cancelled: bool) -> None:
    call, desk = counter.call(), counter.desk
    ended = desk.cancel(call.id, CancelReason.LEFT, HOA) if is_cancelled else desk.close(call.id)
    assert ended.closed_at == START
    assert not ended.is_open
    assert counter.desk.open_calls() == ()
    with pytest.raises(CallOver):
        counter.desk.take(call.id, HOA)
    assert desk.cancel(call.id, CancelReason.MISTAKE, HOA) == desk.close(call.id) == ended
    assert counter.desk.mark_received(call.id) == ended


def test_a_call_is_handed_to_a_colleague_on_duty(counter: Counter) -> None:
    call = counter.call()
    counter.on_duty(HOA, MAI)
    taken = counter.desk.take(call.id, HOA)
    counter.clock.advance(5)
    handed = counter.desk.hand_over(call.id, MAI.id, HOA)
    assert (handed.taken_by, handed.taken_by_name, handed.handed_by_name) == (
        MAI.id,
        MAI.name,
        HOA.name,
    )
    assert (handed.state, handed.taken_at) == (CallState.TAKEN, taken.taken_at)
    (line,) = counter.store.audited(AuditAction.CALL_HANDED_OVER)
    assert (line.staff_id, line.subject, line.detail) == (HOA.id, call.id, MAI.id)
    assert counter.store.changed(Topic.CALL)[-1] == call.id
    back = counter.desk.hand_over(call.id, HOA.id, MAI)
    assert (back.taken_by, back.handed_by_name) == (HOA.id, MAI.name)


def test_a_call_is_handed_to_nobody_who_has_left(counter: Counter) -> None:
    call = counter.call()
    counter.on_duty(HOA, MAI)
    counter.desk.take(call.id, HOA)
    counter.clock.advance(16)
    with pytest.raises(NotOnDuty) as told:
        counter.desk.hand_over(call.id, MAI.id, HOA)
    assert told.value.fields == {"name": MAI.name}
    assert counter.desk.get(call.id).taken_by == HOA.id


def test_only_whoever_has_a_call_hands_it_over(counter: Counter) -> None:
    call = counter.call()
    counter.on_duty(HOA, MAI, NAM)
    counter.desk.take(call.id, HOA)
    with pytest.raises(CallTaken) as told:
        counter.desk.hand_over(call.id, NAM.id, MAI)
    assert told.value.by_name == HOA.name
    for nobody in (HOA.id, "unknown"):
        with pytest.raises(BugError):
            counter.desk.hand_over(call.id, nobody, HOA)
    counter.desk.close(call.id)
    with pytest.raises(CallOver):
        counter.desk.hand_over(call.id, MAI.id, HOA)


def test_a_call_is_taken_over_from_somebody_who_has_left(counter: Counter) -> None:
    call = counter.call()
    counter.on_duty(HOA, MAI)
    counter.desk.take(call.id, HOA)
    with pytest.raises(CallTaken):
        counter.desk.take_over(call.id, MAI)
    counter.on_duty(MAI)
    with pytest.raises(CallTaken):
        counter.desk.take(call.id, MAI)
    assert counter.desk.take_over(call.id, MAI).taken_by == MAI.id
    assert counter.store.audited(AuditAction.CALL_HANDED_OVER)[0].staff_id == MAI.id
    counter.desk.close(call.id)
    with pytest.raises(CallOver):
        counter.desk.take_over(call.id, MAI)


def test_staff_cancel_with_a_reason_and_it_is_noted(counter: Counter) -> None:
    call = counter.call()
    with counter.store.write() as records:
        records.assistances.save_draft(AssistanceDraft(call.id), START)
    cancelled = counter.desk.cancel(call.id, CancelReason.LEFT, HOA)
    assert (cancelled.state, cancelled.cancel_reason) == (CallState.CANCELLED, CancelReason.LEFT)
    (line,) = counter.store.audited(AuditAction.CALL_CANCELLED)
    assert (line.staff_id, line.subject, line.detail) == (HOA.id, call.id, "left")
    assert counter.store.records.assistances.draft(call.id) is None
    assert counter.desk.cancel(call.id, CancelReason.MISTAKE, MAI) == cancelled
    helped = counter.desk.take(counter.call("v2").id, HOA)
    with pytest.raises(CallTaken):
        counter.desk.cancel(helped.id, CancelReason.MISTAKE, MAI)
    assert len(counter.store.audited(AuditAction.CALL_CANCELLED)) == 1


def test_staff_do_not_say_that_the_machine_was_restarted() -> None:
    assert set(CANCEL_REASON_LABELS) == set(CancelReason) - {CancelReason.INTERRUPTED}


def test_a_call_outlives_a_restart_of_its_kiosk(counter: Counter) -> None:
    with counter.store.write() as records:
        for visit_id, device in (("v1", "quay-1"), ("v2", "quay-2"), ("v3", "quay-1")):
            records.visits.start(visit_id, device, START)
    first, _other = counter.call("v1"), counter.call("v2")
    assert counter.desk.pick_up("quay-1") == first
    counter.clock.advance(60)
    newest = counter.call("v3")
    assert counter.desk.pick_up("quay-1") == newest
    assert counter.desk.pick_up("quay-3") is None


def test_a_call_of_yesterday_waits_no_longer(counter: Counter) -> None:
    with counter.store.write() as records:
        records.visits.start("v1", "quay-1", START)
        records.visits.start("v2", "quay-1", START)
    call, taken = counter.call("v1"), counter.desk.take(counter.call("v2").id, HOA)
    counter.clock.advance(30 * 60 + 1)
    assert counter.desk.pick_up("quay-1") is None
    assert counter.desk.get(call.id).cancel_reason is CancelReason.INTERRUPTED
    assert counter.desk.get(taken.id) == taken


def test_an_unknown_call_is_our_own_fault(counter: Counter) -> None:
    with pytest.raises(BugError):
        counter.desk.get("nothing")
