"""Follows one call for help from the citizen's side, and says only what is known.

The call is stored, then watched through the change feed; each second the pure rule decides which
honest sentence may be shown, and after a minute without an answer the chime is repeated.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import Place
from kiosk.domain.help_call import CallState, HelpCall, WaitingStage, waiting_stage
from kiosk.domain.visit import Visit
from kiosk.services.calls import HelpDesk
from kiosk.services.duty import Duty
from kiosk.services.endings import Ending, Endings
from kiosk.services.ports import Change, Clock, Presence, Topic
from ui.lanes import Lane, Lanes

_DUTY_EVERY_TICKS = 3


@dataclass(frozen=True, slots=True)
class HelpServices:
    """The use cases a call needs."""

    desk: HelpDesk
    duty: Duty
    endings: Endings


class HelpWatch(QObject):
    """One call at a time.

    Signals: `updated` when the call or what may be said of it changed; `chimed` when the sound is
    due; `closed` carries the Ending, or None when there is no log entry.
    """

    updated = Signal()
    chimed = Signal()
    closed = Signal(object)

    def __init__(
        self,
        lanes: Lanes,
        services: HelpServices,
        clock: Clock,
        *,
        one_screen: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._services = services
        self._clock = clock
        self._one_screen = one_screen
        self._called_at = 0.0
        self._ticks = 0
        self._anyone_on_duty = True
        self._visit: int | None = None
        self.call: HelpCall | None = None
        self.stage = WaitingStage.CALLING
        self.failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    @property
    def is_open(self) -> bool:
        """Whether somebody waits or is being helped."""
        return self._timer.isActive()

    def start(self, visit: Visit, place: Place, barriers: tuple[str, ...], counter: str) -> None:
        """Call for help from `place`; a second call of the same visit changes nothing."""
        if self.is_open:
            return
        self._reset()
        self._visit = visit.number
        self._called_at = self._clock.monotonic()
        self._timer.start()
        job = partial(self._services.desk.call, visit, place, barriers, counter)
        # Not tied to the visit: a call stored after its end must still be taken back.
        on_called = partial(self._on_called, visit.number)
        on_failed = partial(self._on_call_failed, visit.number)
        self._lanes.run(Lane.WRITE, job, on_called, on_failed)
        self._ask_duty()
        self.chimed.emit()

    def cancel(self) -> None:
        """The citizen goes on alone."""
        if self.call is not None and self.call.is_open:
            self._lanes.run(Lane.WRITE, partial(self._services.desk.cancel, self.call.id))
        self._timer.stop()
        self._reset()

    def keep_waiting(self) -> None:
        """Begin to wait anew: the honest offers come again after their time."""
        self._called_at = self._clock.monotonic()
        self._judge()

    @Slot(object)
    def follow(self, changes: tuple[Change, ...]) -> None:
        """Read the call again when the change feed names it."""
        ids = {change.subject_id for change in changes if change.topic is Topic.CALL}
        if self.call is not None and self.call.id in ids:
            job = partial(self._services.desk.get, self.call.id)
            self._lanes.run(Lane.READ, job, self._on_call, visit=self._visit)

    @Slot()
    def tick(self) -> None:
        """Look at the rule once a second."""
        self._ticks += 1
        if self._ticks % _DUTY_EVERY_TICKS == 0:
            self._ask_duty()
        self._judge()

    def _on_called(self, visit: int, call: HelpCall) -> None:
        if not self.is_open or visit != self._visit:
            # Taken back while it was being stored: nobody may be sent for it.
            self._lanes.run(Lane.WRITE, partial(self._services.desk.cancel, call.id))
            return
        self.call = call
        self._judge()
        self.updated.emit()

    def _on_call_failed(self, visit: int, _error: KnownError | BugError) -> None:
        """Without a stored call nobody will be told: say so, and point at the people."""
        if not self.is_open or visit != self._visit:
            return
        self.failed = True
        self._anyone_on_duty = False
        self._judge()

    def _on_call(self, call: HelpCall | None) -> None:
        if call is None or not self.is_open or call == self.call:
            return
        self.call = call
        if call.state is CallState.CLOSED:
            self._timer.stop()
            job = partial(self._services.endings.of_call, call.id)
            self._lanes.run(Lane.READ, job, self._on_ending, visit=self._visit)
            return
        self._judge()
        self.updated.emit()

    def _on_ending(self, ending: Ending | None) -> None:
        self._reset()
        self.closed.emit(ending)

    def _ask_duty(self) -> None:
        if not self._one_screen:
            self._lanes.run(
                Lane.READ, self._services.duty.on_duty, self._on_duty, visit=self._visit
            )

    def _on_duty(self, presences: tuple[Presence, ...]) -> None:
        self._anyone_on_duty = bool(presences) and not self.failed
        self._judge()

    def _judge(self) -> None:
        waited = self._clock.monotonic() - self._called_at
        on_duty = (self._anyone_on_duty or self._one_screen) and not self.failed
        stage = self._stage(waited, on_duty=on_duty)
        if stage is self.stage:
            return
        if stage is WaitingStage.REPEATED:
            self.chimed.emit()
        self.stage = stage
        self.updated.emit()

    def _stage(self, waited: float, *, on_duty: bool) -> WaitingStage:
        if self.call is None:
            return WaitingStage.CALLING if on_duty else WaitingStage.NOBODY
        return waiting_stage(self.call, waited, anyone_on_duty=on_duty)

    def _reset(self) -> None:
        self.call, self.stage, self.failed = None, WaitingStage.CALLING, False
        self._ticks, self._anyone_on_duty, self._visit = 0, True, None
