"""Counts the silence in front of the screen and says when to warn and when to wipe."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.idle import (
    CALM_SECONDS,
    HOLD_SECONDS,
    TAKEN_OVER_SECONDS,
    IdlePolicy,
    IdleStage,
)
from kiosk.services.ports import Clock

TICK_MS = 500


class IdleWatch(QObject):
    """Watches one visit. While staff have the screen, `taken_over`, a call makes no difference.

    Signals: `warned` carries the seconds left, each tick of the countdown; `calmed` when a touch
    stopped it; `expired` when it ran out; `calm_over` when the time that staff gave is over.
    """

    warned = Signal(int)
    calmed = Signal()
    expired = Signal()
    calm_over = Signal()

    def __init__(self, policy: IdlePolicy, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._usual = policy
        self._clock = clock
        self._last_touch = clock.monotonic()
        self._calm_until: float | None = None
        self._is_warning = self._is_held = False
        self.call_open = self.taken_over = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.check)

    @property
    def quiet_seconds(self) -> float:
        """Seconds since the last touch."""
        return self._clock.monotonic() - self._last_touch

    def start(self) -> None:
        """Begin with a visit."""
        self._is_held = self.taken_over = False
        self._calm_until = None
        self.touch()
        self._timer.start()

    def hold(self) -> None:
        """Wait longer: someone fetches papers."""
        self._is_held = True

    def release(self) -> None:
        """Go back to the usual patience."""
        self._is_held = False

    def give_time(self) -> None:
        """Neither warn nor wipe for a while: staff have said to take one's time."""
        self._calm_until = self._clock.monotonic() + CALM_SECONDS
        self.touch()

    def go_on(self) -> None:
        """Begin to count anew after it ran out and nothing was wiped."""
        self.touch()
        self._timer.start()

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
        self._end_calm()
        waits = self._calm_until is not None or (self.call_open and not self.taken_over)
        quiet = self.quiet_seconds
        policy = self._policy()
        stage = policy.stage(quiet, call_open=waits)
        if waits:
            self.touch()
        elif stage is IdleStage.WARNING:
            self._is_warning = True
            self.warned.emit(policy.seconds_left(quiet))
        elif stage is IdleStage.EXPIRED:
            self.stop()
            self.expired.emit()

    def _policy(self) -> IdlePolicy:
        """Return the patience of this moment."""
        if self._is_held:
            return IdlePolicy(HOLD_SECONDS, self._usual.countdown)
        if self.taken_over:
            return IdlePolicy(TAKEN_OVER_SECONDS, self._usual.countdown)
        return self._usual

    def _end_calm(self) -> None:
        """Count again from now on, once the time that staff gave is over."""
        if self._calm_until is not None and self._clock.monotonic() >= self._calm_until:
            self._calm_until = None
            self.touch()
            self.calm_over.emit()

    def _calm(self) -> None:
        if self._is_warning:
            self._is_warning = False
            self.calmed.emit()
