"""A clock the tour can put forward, so that minutes of silence need not be waited for.

The tour always takes place on one day. What it walks through is shipped: on a later day facts would
wait for their review, procedures would have ended, and the pictures would say so.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

TOUR_DAY = date(2026, 11, 25)
"""A Wednesday on which all that is shipped holds."""


class TourClock:
    """Runs like the real clocks, but on the tour's day, plus what was skipped."""

    def __init__(self) -> None:
        self._since_then = datetime.now(UTC).date() - TOUR_DAY
        self._skipped = 0.0
        self._held: float | None = None

    def now(self) -> datetime:
        """Return the wall's time, aware UTC."""
        return datetime.now(UTC) - self._since_then + timedelta(seconds=self._skipped)

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic() + self._skipped if self._held is None else self._held

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no monotonic time pass within."""
        self._held = self.monotonic()
        try:
            yield
        finally:
            self._held = None

    def skip(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._skipped += seconds
