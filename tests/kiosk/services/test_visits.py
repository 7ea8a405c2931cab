"""Marks of a visit: stamped on the spot, stored later, anonymous."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kiosk.domain.errors import BugError
from kiosk.domain.visit import Visit, VisitEnd, VisitEventKind
from kiosk.services.visits import VisitLog
from tests.fakes import FakeClock, FakeStore


class Window:
    def __init__(self) -> None:
        self.store, self.clock = FakeStore(), FakeClock()
        self.log = VisitLog(self.store, self.clock, "quay-1")

    def begun(self) -> Visit:
        visit = self.log.new_visit()
        self.log.start(visit)
        return visit


@pytest.fixture
def window() -> Window:
    return Window()


def test_visits_are_numbered_and_have_new_ids(window: Window) -> None:
    one, two = window.log.new_visit(), window.log.new_visit()
    assert (one.number, two.number) == (1, 2)
    assert UUID(one.id).version == 7
    assert one.id != two.id


def test_marks_tell_what_and_when_and_nobody(window: Window) -> None:
    visit = replace(window.begun(), procedure_code="1.001193")
    window.clock.advance(2.5)
    mark = window.log.mark(visit, VisitEventKind.STUCK, step_id="dang-nhap", barrier="L2")
    window.clock.advance(60)
    window.log.record(mark)
    first, second = window.store.records.visits.events(visit.id)
    assert (first.kind, first.seq, first.elapsed_ms) == (VisitEventKind.STARTED, 0, 0)
    assert (second.seq, second.elapsed_ms, second.barrier) == (1, 2500, "L2")
    assert second.procedure_code == "1.001193"


def test_a_changed_wall_clock_makes_no_negative_duration(window: Window) -> None:
    visit = window.begun()
    window.clock.wall = window.clock.wall.replace(year=2016)
    window.clock.steady += 1
    assert window.log.mark(visit, VisitEventKind.RATED, value=4).elapsed_ms == 1000


def test_a_visit_ends_with_its_last_mark(window: Window) -> None:
    visit = window.begun()
    with pytest.raises(BugError):
        window.log.end(window.log.mark(visit, VisitEventKind.RATED), VisitEnd.DONE)
    window.log.end(window.log.mark(visit, VisitEventKind.ENDED), VisitEnd.IDLE)
    assert window.store.records.visits.ends == {visit.id: VisitEnd.IDLE}
    assert window.log.end_interrupted() == 0


def test_nothing_is_marked_in_an_earlier_visit(window: Window) -> None:
    earlier = window.begun()
    window.begun()
    with pytest.raises(BugError):
        window.log.mark(earlier, VisitEventKind.STUCK)


def test_what_a_crash_left_open_is_ended_as_interrupted(window: Window) -> None:
    visit = window.begun()
    neighbour = VisitLog(window.store, window.clock, "quay-2")
    neighbour.start(neighbour.new_visit())
    restarted = VisitLog(window.store, window.clock, "quay-1")
    assert restarted.end_interrupted() == 1
    assert window.store.records.visits.ends == {visit.id: VisitEnd.INTERRUPTED}
