"""Learns what other windows, processes and counters have changed.

One mechanism for all of them: the change feed is read every 500 ms in the read lane, and what is
new is handed out as one signal on the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.services.ports import Change
from ui.lanes import Lane, Lanes

POLL_MS = 500


class ChangePoll(QObject):
    """Polls the change feed.

    Signals: `changed` carries a tuple of Change; `reachable` says whether the last read worked.
    """

    changed = Signal(object)
    reachable = Signal(bool)

    def __init__(
        self,
        lanes: Lanes,
        latest: Callable[[], int],
        since: Callable[[int], Sequence[Change]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._latest = latest
        self._since = since
        self._seq = -1
        self._is_reading = False
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.poll)

    def start(self) -> None:
        """Begin with what comes from now on."""
        self._timer.start()
        self.poll()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    @Slot()
    def poll(self) -> None:
        """Read once, unless a read is under way."""
        if self._is_reading:
            return
        self._is_reading = True
        self._lanes.run(Lane.READ, self._read, self._on_read, self._on_failed)

    def _read(self) -> tuple[int, tuple[Change, ...]]:
        if self._seq < 0:
            return self._latest(), ()
        changes = tuple(self._since(self._seq))
        return (changes[-1].seq if changes else self._seq), changes

    def _on_read(self, answer: tuple[int, tuple[Change, ...]]) -> None:
        self._is_reading = False
        self._seq, changes = answer
        self.reachable.emit(True)
        if changes:
            self.changed.emit(changes)

    def _on_failed(self, _error: KnownError | BugError) -> None:
        self._is_reading = False
        self.reachable.emit(False)
