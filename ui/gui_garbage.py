"""Collects Python's garbage on the GUI thread, and nowhere else, while lanes are running.

Screens that were let go form cycles. Python collects cycles on whichever thread happens to
allocate, and a lane allocates much: it would then destroy widgets and text layouts beside the GUI
thread, which breaks Qt's memory. So the automatic collection rests, and a timer here does its work.

PySide reads the source of every module that is imported after it, to see whether it is named there,
and leaves the lines in the cache for tracebacks: 20 to 40 MB that nobody needs, let go here too.
"""

from __future__ import annotations

import gc
import linecache

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 250


class GuiGarbage(QObject):
    """Python's own collection, with its own thresholds, moved to this object's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        linecache.clearcache()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def close(self) -> None:
        """Give the collection back to Python."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due, as Python would have; let source lines go."""
        linecache.clearcache()
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold > 0
        ]
        if due:
            gc.collect(max(due))
