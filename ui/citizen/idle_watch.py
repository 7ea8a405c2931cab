"""Counts the silence in front of the screen and says when to warn and when to wipe."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.idle import HOLD_SECONDS, IdlePolicy, IdleStage
from kiosk.services.ports import Clock

TICK_MS = 500


class IdleWatch(QObject):
    """Watches one visit.

    Signals: `warned` carries the seconds left, each tick of the countdown; `calmed` when a touch
    stopped it; `expired` when it ran out.
    """

    warned = Signal(int)
    calmed = Signal()
    expired = Signal()

    def __init__(self, policy: IdlePolicy, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = policy
        self._policy = policy
        self._clock = clock
        self._last_touch = clock.monotonic()
        self._is_warning = False
        self.call_open = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.check)

    @property
    def quiet_seconds(self) -> float:
        """Seconds since the last touch."""
        return self._clock.monotonic() - self._last_touch

    def start(self) -> None:
        """Begin with a visit."""
        self._policy = self._usual
        self.touch()
        self._timer.start()

    def hold(self) -> None:
        """Wait longer: someone fetches papers."""
        self._policy = IdlePolicy(HOLD_SECONDS, self._usual.countdown)

    def release(self) -> None:
        """Go back to the usual patience."""
        self._policy = self._usual

    def stop(self) -> None:
        """Nobody is there."""
        self._timer.stop()
        self._calm()

    @Slot()
    def touch(self) -> None:
        """Someone is there."""
        self._last_touch = self._clock.monotonic()
        self._calm()

    @Slot()
    def check(self) -> None:
        """Compare the silence with the rule."""
        quiet = self.quiet_seconds
        stage = self._policy.stage(quiet, call_open=self.call_open)
        if self.call_open:
            self.touch()
        elif stage is IdleStage.WARNING:
            self._is_warning = True
            self.warned.emit(self._policy.seconds_left(quiet))
        elif stage is IdleStage.EXPIRED:
            self.stop()
            self.expired.emit()

    def _calm(self) -> None:
        if self._is_warning:
            self._is_warning = False
            self.calmed.emit()
