"""A clock the tour can put forward, so that minutes of silence need not be waited for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta


class TourClock:
    """Runs like the real clocks, plus what was skipped."""

    def __init__(self) -> None:
        self._skipped = 0.0
        self._held: float | None = None

    def now(self) -> datetime:
        """Return the wall's time, aware UTC."""
        return datetime.now(UTC) + timedelta(seconds=self._skipped)

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
