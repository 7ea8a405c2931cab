"""Waiting times that run on between two readings of the queue, on a monotonic clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime


class RunningTime:
    """Knows the office's time `now` when it was made, and counts on from there."""

    def __init__(self, now: datetime, clock: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._clock = clock
        self._started = clock()

    def seconds_since(self, moment: datetime) -> int:
        """Return the whole seconds gone by since `moment`, never below 0."""
        gone = (self._now - moment).total_seconds() + self._clock() - self._started
        return max(0, int(gone))
