"""The day view of the office's appointments, and wishes for another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay
from kiosk.domain.errors import KnownError
from kiosk.domain.follow_up import FollowUp, FollowUpKind
from kiosk.services.appointments import Appointments
from kiosk.services.ports import Topic
from tests.stories import HOA, Story

THURSDAY = date(2026, 11, 26)


class Diary(Story):
    """The office with its appointments."""

    def __init__(self) -> None:
        super().__init__()
        self.appointments = Appointments(self.store, self.clock)

    def at_counter(self, due: date, half_day: HalfDay = HalfDay.MORNING) -> FollowUp:
        """Promise a return to the counter."""
        promised = self.promised_visit()
        moved = replace(promised, kind=FollowUpKind.RETURN_TO_COUNTER, due=due, half_day=half_day)
        self.store.records.follow_ups.save(moved)
        self.clock.advance(60)
        return moved


@pytest.fixture
def diary() -> Diary:
    return Diary()


def test_a_day_shows_its_halves_and_no_home_visits(diary: Diary) -> None:
    later = diary.at_counter(THURSDAY, HalfDay.AFTERNOON)
    early = diary.at_counter(THURSDAY)
    diary.at_counter(date(2026, 11, 27))
    diary.promised_visit("2026-11-26")
    view = diary.appointments.day(THURSDAY, HOA)
    assert [c.follow_up.id for c in view.half(HalfDay.MORNING)] == [early.id]
    assert [c.follow_up.id for c in view.half(HalfDay.AFTERNOON)] == [later.id]
    assert (view.overdue, view.wishes) == ((), ())
    assert diary.store.audited(AuditAction.PERSON_VIEWED)[-1].detail == "persons=2"


def test_what_was_missed_is_shown_oldest_first(diary: Diary) -> None:
    newer = diary.at_counter(date(2026, 11, 25))
    older = diary.at_counter(date(2026, 11, 24))
    diary.clock.advance(days=3)
    view = diary.appointments.day(THURSDAY, HOA)
    assert [c.follow_up.id for c in view.overdue] == [older.id, newer.id]
    assert view.today == THURSDAY


def test_an_empty_day_is_no_look_at_anybody(diary: Diary) -> None:
    assert diary.appointments.day(THURSDAY, HOA).cases == ()
    assert diary.store.audited(AuditAction.PERSON_VIEWED) == ()


def test_a_wish_reaches_the_console_and_the_case(diary: Diary) -> None:
    promised = diary.at_counter(THURSDAY)
    wanted = date(2026, 11, 30)
    asked = diary.appointments.ask_to_move(promised.id, wanted)
    assert asked.person is None
    assert (asked.due, asked.move_to, asked.move_asked_at) == (
        THURSDAY,
        wanted,
        diary.clock.now(),
    )
    assert diary.appointments.wishes() == 1
    assert diary.store.changed(Topic.FOLLOW_UP)[-1] == promised.id
    (case,) = diary.appointments.day(date(2026, 12, 1), HOA).wishes
    assert case.follow_up.move_to == wanted
    noted = diary.store.audited(AuditAction.FOLLOW_UP_CHANGED)[-1]
    assert (noted.staff_id, noted.detail) == ("", "move_asked")


def test_a_wish_for_any_day_is_one_too(diary: Diary) -> None:
    promised = diary.at_counter(THURSDAY)
    assert diary.appointments.ask_to_move(promised.id, None).move_to is None
    assert diary.appointments.wishes() == 1


def test_staff_may_keep_the_day_or_give_another(diary: Diary) -> None:
    first, second = diary.at_counter(THURSDAY), diary.at_counter(THURSDAY)
    for promised in (first, second):
        diary.appointments.ask_to_move(promised.id, date(2026, 11, 30))
    kept = diary.follow_ups.keep_date(first.id, HOA)
    moved = diary.follow_ups.re_date(second.id, date(2026, 12, 1), HalfDay.AFTERNOON, HOA)
    assert (kept.due, kept.move_asked_at, kept.move_to) == (THURSDAY, None, None)
    assert (moved.due, moved.move_asked_at) == (date(2026, 12, 1), None)
    assert diary.appointments.wishes() == 0


def test_a_promise_that_is_closed_is_not_moved(diary: Diary) -> None:
    promised = diary.at_counter(THURSDAY)
    diary.follow_ups.close_done(promised.id, HOA)
    with pytest.raises(KnownError):
        diary.appointments.ask_to_move(promised.id, None)
