"""Figures that no list on a screen adds up to: how long people waited, how easy they found it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from kiosk.domain.assistance import AssistanceFilter
from kiosk.domain.calendar import start_of_office_day
from kiosk.domain.help_call import HelpCall
from kiosk.services.ports import Store


@dataclass(frozen=True, slots=True)
class Ease:
    """The mean of the five faces, 1 to 5, over `count` visits; shown as "Dễ làm"."""

    average: float
    count: int


class Figures:
    """Works the figures out of what is stored; nothing is kept twice."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def average_wait_seconds(self, day: date) -> int | None:
        """Return the mean wait of the calls taken on an office day, None when none was taken.

        Who still waits, or gave up, is not in it.
        """
        start = start_of_office_day(day)
        with self._store.read() as records:
            taken = records.calls.taken_between(start, start + timedelta(days=1))
        return round(fmean(map(_waited_seconds, taken))) if taken else None

    def ease(self, wanted: AssistanceFilter) -> Ease | None:
        """Return how easy people found it on the days of `wanted`, None when nobody said.

        Ratings are anonymous and know no village, outcome or staff. Where one of those restricts,
        there is None too: a figure over other people would be read as theirs.
        """
        if not wanted.is_days_only:
            return None
        with self._store.read() as records:
            ratings = records.visits.ratings(*wanted.stretch())
        return Ease(fmean(ratings), len(ratings)) if ratings else None


def _waited_seconds(call: HelpCall) -> float:
    """Return how long a taken call waited; a wall clock set back makes it 0, never less."""
    waited = (call.taken_at or call.called_at) - call.called_at
    return max(0.0, waited.total_seconds())
