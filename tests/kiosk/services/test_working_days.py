"""Public holidays of Vietnam, as the office knows them."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.services.working_days import coming_working_days, holiday_name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 2, 17), "Tết Nguyên Đán"),
        (date(2026, 4, 27), "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"),
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2026, 11, 26), ""),
        (date(2026, 11, 28), ""),
    ],
)
def test_a_feast_has_its_name_and_an_ordinary_day_none(day: date, name: str) -> None:
    assert holiday_name(day) == name


def test_feasts_and_weekends_are_passed_over() -> None:
    """Thursday the 31st: Friday is New Year's Day, then a weekend."""
    assert coming_working_days(date(2026, 12, 31), 2) == [date(2027, 1, 4), date(2027, 1, 5)]
    before_tet = coming_working_days(date(2027, 2, 3), 1)
    assert before_tet == [date(2027, 2, 11)]
