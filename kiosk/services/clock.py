"""The machine's two clocks: the wall's, for what is stored, and a monotonic one, for durations."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SystemClock:
    """The real clocks."""

    def now(self) -> datetime:
        """Return the present moment, aware UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic()
