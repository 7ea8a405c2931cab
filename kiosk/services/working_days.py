"""Vietnam's public holidays, so that nobody is promised a day on which the office is closed.

The package `holidays` knows the lunar feasts and the days the State gives for a feast on a weekend.
It takes half a second to load, so it is loaded late; `warm_up` does it off the window's thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from kiosk.domain.calendar import next_working_days


def warm_up() -> None:
    """Load the calendar before somebody waits for it."""
    _of_year(date.today().year)  # noqa: DTZ011 - any year will do, the package is what takes time


def holiday_name(day: date) -> str:
    """Return the feast of a day in Vietnamese, "" for an ordinary day."""
    return _of_year(day.year).get(day, "")


def coming_working_days(today: date, count: int) -> list[date]:
    """Return the next `count` days after `today` on which the office is open."""
    holidays = {**_of_year(today.year), **_of_year(today.year + 1)}
    return next_working_days(today, count, holidays)


@lru_cache(maxsize=8)
def _of_year(year: int) -> Mapping[date, str]:
    from holidays import country_holidays

    return dict(country_holidays("VN", years=year, language="vi"))
