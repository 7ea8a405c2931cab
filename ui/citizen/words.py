"""Days and times as a citizen reads them, in the language of the screen."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.domain.calendar import WEEKDAYS, office_time
from kiosk.services.language import Translator


def day_words(t: Translator, day: date) -> str:
    """Return the weekday and the date: "Thứ Năm, 26/11/2026"."""
    return f"{t(WEEKDAYS[day.weekday()])}, {day:%d/%m/%Y}"


def time_words(moment: datetime) -> str:
    """Return the office's time of the aware `moment`: "08:14"."""
    return f"{office_time(moment):%H:%M}"
