"""Dates as people say them, the office's time zone, and the one rule of being overdue.

Stored times are aware UTC; the office lives in Asia/Ho_Chi_Minh. Overdue is decided here and
nowhere else, on calendar days, so that no two lists can disagree.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.domain.words import N_

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

WEEKDAYS = (
    N_("Thứ Hai"),
    N_("Thứ Ba"),
    N_("Thứ Tư"),
    N_("Thứ Năm"),
    N_("Thứ Sáu"),
    N_("Thứ Bảy"),
    N_("Chủ Nhật"),
)

_SATURDAY = 5


class HalfDay(StrEnum):
    """The half of a working day an appointment is promised for."""

    MORNING = "morning"
    AFTERNOON = "afternoon"

    @property
    def label(self) -> str:
        """The msgid shown to people."""
        return N_("buổi sáng") if self is HalfDay.MORNING else N_("buổi chiều")


def office_time(moment: datetime) -> datetime:
    """Return the aware `moment` on the office's clock."""
    return moment.astimezone(OFFICE_ZONE)


def office_day(moment: datetime) -> date:
    """Return the calendar day of the aware `moment` at the office."""
    return office_time(moment).date()


def start_of_office_day(day: date) -> datetime:
    """Return the aware moment at which `day` begins at the office."""
    return datetime.combine(day, time.min, OFFICE_ZONE)


def day_in_words(day: date) -> str:
    """Return the weekday and the date: "Thứ Năm, 26/11/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def is_weekend(day: date) -> bool:
    """Return whether `day` is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def next_working_days(today: date, count: int, holidays: Container[date] = ()) -> list[date]:
    """Return the next `count` days after `today` that are neither weekend nor holiday."""
    days: list[date] = []
    day = today
    while len(days) < count:
        day += timedelta(days=1)
        if not is_weekend(day) and day not in holidays:
            days.append(day)
    return days


def days_overdue(due: date, today: date) -> int:
    """Return by how many calendar days `due` has passed; 0 on the day itself and before."""
    return max(0, (today - due).days)


def is_overdue(due: date, today: date) -> bool:
    """Return whether the promised day has passed."""
    return days_overdue(due, today) > 0
