"""Presence of consoles."""

from __future__ import annotations

from kiosk.domain.staff import Role, Staff
from kiosk.services.duty import Duty
from kiosk.services.ports import Topic
from tests.fakes import FakeClock, FakeStore

HOA = Staff("s1", "Nguyễn Thị Hòa", Role.SUPPORTER, "")
NAM = Staff("s2", "Trần Văn Nam", Role.LEAD, "")


def test_a_console_is_on_duty_until_it_falls_silent() -> None:
    store, clock = FakeStore(), FakeClock()
    one, two = Duty(store, clock, "quay-1"), Duty(store, clock, "quay-2")
    assert one.on_duty() == ()
    one.heartbeat(HOA)
    two.heartbeat(NAM)
    clock.advance(10)
    two.heartbeat(NAM)
    assert [p.staff_name for p in one.on_duty()] == ["Nguyễn Thị Hòa", "Trần Văn Nam"]
    clock.advance(6)
    assert [p.staff_name for p in one.on_duty()] == ["Trần Văn Nam"]


def test_leaving_ends_duty_at_once() -> None:
    store, clock = FakeStore(), FakeClock()
    duty = Duty(store, clock, "quay-1")
    duty.heartbeat(HOA)
    duty.leave()
    duty.leave()
    assert duty.on_duty() == ()
    assert store.changed(Topic.STAFF) == ("s1", "s1")


def test_only_coming_and_going_are_announced() -> None:
    store, clock = FakeStore(), FakeClock()
    duty = Duty(store, clock, "quay-1")
    for _ in range(3):
        duty.heartbeat(HOA)
        clock.advance(5)
    assert store.changed(Topic.STAFF) == ("s1",)
    duty.heartbeat(NAM)
    assert store.changed(Topic.STAFF) == ("s1", "s2")
