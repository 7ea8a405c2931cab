"""Stores one change at a time: a page stays live until the answer comes, and fingers shake."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from kiosk.domain.errors import BugError, KnownError
from ui.lanes import Failed, Lane, Lanes


class OneChange:
    """Lets a second tap before the answer count nothing; thrown away, it lets the answer come."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self.is_under_way = False

    def run(
        self,
        job: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Failed,
        lane: Lane = Lane.WRITE,
    ) -> None:
        """Run `job` in `lane`, as `Lanes.run` does, unless another is under way."""
        if self.is_under_way:
            return
        self.is_under_way = True
        done, failed = partial(self._end, on_done), partial(self._fail, on_failed)
        self._lanes.run(lane, job, done, failed)

    def _end(self, on_done: Callable[[Any], None], result: object) -> None:
        self.is_under_way = False
        on_done(result)

    def _fail(self, on_failed: Failed, error: KnownError | BugError) -> None:
        self.is_under_way = False
        on_failed(error)
