"""Tells when a window has finished painting, which is when a person sees the answer to a tap.

The clock stands in front of the window: it lets Qt carry out each paint and notes the moment after.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

_PAINTING = (QEvent.Type.UpdateRequest, QEvent.Type.Expose)


class PaintClock(QObject):
    """Watches one top-level window; `painted_at` is a monotonic second, `worked_until` one of
    the thread at work.

    Signals: `painted` after each finished paint for which `condition` held.
    """

    painted = Signal()

    def __init__(self, window: QWidget, condition: Callable[[], bool] | None = None) -> None:
        super().__init__()
        self.painted_at = 0.0
        self.worked_until = 0.0
        self.condition = condition
        self._inside = False
        window.winId()  # makes the native window that gets the first Expose
        self._watched: list[QObject] = [window]
        handle = window.windowHandle()
        if handle is not None:
            self._watched.append(handle)
        for watched in self._watched:
            watched.installEventFilter(self)

    def restart(self, condition: Callable[[], bool]) -> None:
        """Forget the last paint and wait for one at whose end `condition` holds."""
        self.painted_at = 0.0
        self.condition = condition

    def has_painted(self) -> bool:
        """Whether the awaited paint has come."""
        return self.painted_at > 0.0

    def stop(self) -> None:
        """Stand aside."""
        for watched in self._watched:
            watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Carry the paint out here, then look at the clock."""
        if event.type() not in _PAINTING or self._inside:
            return False
        self._inside = True
        watched.event(event)
        self._inside = False
        if not self.painted_at and (self.condition is None or self.condition()):
            self.painted_at, self.worked_until = time.monotonic(), time.thread_time()
            self.painted.emit()
        return True
