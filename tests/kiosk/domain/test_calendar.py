"""Days as people say them, and the one rule of being overdue."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kiosk.domain.calendar import (
    HalfDay,
    day_in_words,
    days_overdue,
    is_overdue,
    next_working_days,
    office_day,
    office_time,
    start_of_office_day,
)

DUE = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 25), 0),
        (date(2026, 11, 26), 0),
        (date(2026, 11, 27), 1),
        (date(2026, 12, 26), 30),
        (date(2027, 11, 26), 365),
    ],
)
def test_a_promise_is_overdue_from_the_day_after(today: date, days: int) -> None:
    assert days_overdue(DUE, today) == days
    assert is_overdue(DUE, today) is (days > 0)


def test_the_offices_day_begins_at_its_own_midnight() -> None:
    assert office_day(datetime(2026, 11, 25, 16, 59, tzinfo=UTC)) == date(2026, 11, 25)
    assert office_day(datetime(2026, 11, 25, 17, 0, tzinfo=UTC)) == date(2026, 11, 26)
    assert office_time(datetime(2026, 11, 26, 1, 30, tzinfo=UTC)).hour == 8
    assert start_of_office_day(date(2026, 11, 26)) == datetime(2026, 11, 25, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "Thứ Hai, 23/11/2026"),
        (date(2026, 11, 26), "Thứ Năm, 26/11/2026"),
        (date(2026, 11, 28), "Thứ Bảy, 28/11/2026"),
        (date(2026, 11, 29), "Chủ Nhật, 29/11/2026"),
        (date(2027, 1, 1), "Thứ Sáu, 01/01/2027"),
    ],
)
def test_a_day_is_said_with_its_weekday(day: date, words: str) -> None:
    assert day_in_words(day) == words


def test_half_days_have_names() -> None:
    assert [half.label for half in HalfDay] == ["buổi sáng", "buổi chiều"]


def test_working_days_pass_over_the_weekend() -> None:
    thursday = date(2026, 11, 26)

    days = next_working_days(thursday, 3)

    assert days == [date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)]
