"""Looks for USB sticks while their page is shown, so that plugging one in is all there is to do."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.services.sticks import StickFile, papers_on
from ui.lanes import Lane, Lanes

log = logging.getLogger(__name__)

LOOK_EVERY_MS = 1_500


@dataclass(frozen=True, slots=True)
class StickLook:
    """What was found: whether a stick is in, and its pictures and PDFs, newest first."""

    is_in: bool = False
    files: tuple[StickFile, ...] = ()


class StickWatch(QObject):
    """Looks again and again from `start` to `stop`, in a lane.

    Signals: `changed` carries a StickLook that differs from the one before.
    """

    changed = Signal(object)

    def __init__(
        self, lanes: Lanes, roots: Callable[[], Sequence[Path]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.look = StickLook()
        self._lanes = lanes
        self._roots = roots
        self._is_looking = False
        self._again = QTimer(self)
        self._again.setInterval(LOOK_EVERY_MS)
        self._again.timeout.connect(self._on_time)

    def start(self) -> None:
        """Look now and from time to time; what was found last holds meanwhile."""
        if not self._again.isActive():
            self._again.start()
            self._on_time()

    def stop(self) -> None:
        """Look no more."""
        self._again.stop()

    def forget(self) -> None:
        """Look no more, and forget what was found."""
        self.stop()
        self.look = StickLook()

    @Slot()
    def _on_time(self) -> None:
        if not self._is_looking:
            self._is_looking = True
            self._lanes.run(Lane.GENERAL, self._find, self._on_found, self._on_not_found)

    def _find(self) -> StickLook:
        roots = self._roots()
        return StickLook(bool(roots), papers_on(roots))

    def _on_found(self, look: StickLook) -> None:
        self._is_looking = False
        if self._again.isActive() and look != self.look:
            self.look = look
            self.changed.emit(look)

    def _on_not_found(self, error: KnownError | BugError) -> None:
        """Look again the next time; what goes wrong here must not end the looking."""
        self._is_looking = False
        log.warning("sticks: %s", type(error).__name__)
