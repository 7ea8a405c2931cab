"""Follows one call for help from the citizen's side, and says only what is known.

The call is stored, then watched through the change feed, and read every few seconds besides, as
news is told once and may be lost; each second the pure rule decides which honest sentence may be
shown, and after a minute without an answer the chime is repeated. While the database does not
answer the page says so, and the call is tried again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import Place
from kiosk.domain.help_call import (
    CallState,
    CancelReason,
    HelpCall,
    WaitingStage,
    waiting_stage,
)
from kiosk.domain.visit import Visit
from kiosk.services.calls import HelpDesk
from kiosk.services.duty import Duty
from kiosk.services.endings import Ending, Endings
from kiosk.services.ports import Change, Clock, Presence, Topic
from kiosk.services.visits import VisitLog
from ui.lanes import Lane, Lanes

_DUTY_EVERY_TICKS = 3
_AGAIN_EVERY_TICKS = 5


@dataclass(frozen=True, slots=True)
class HelpServices:
    """The use cases a call needs."""

    desk: HelpDesk
    duty: Duty
    endings: Endings
    visits: VisitLog


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for, to ask it again."""

    visit: Visit
    place: Place
    barriers: tuple[str, ...]
    counter: str


@dataclass(frozen=True, slots=True)
class _Read:
    """A call as it stands now; `ending` is that of a closed one."""

    call: HelpCall
    ending: Ending | None


class HelpWatch(QObject):
    """One call at a time.

    Signals: `updated` when the call or what may be said of it changed; `chimed` when the sound is
    due; `closed` carries the Ending, or None when there is no log entry; `called_off` carries the
    CancelReason when staff ended the call.
    """

    updated = Signal()
    chimed = Signal()
    closed = Signal(object)
    called_off = Signal(object)

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
        self._asked: _Asked | None = None
        self._is_reachable = True
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
        self._asked = _Asked(visit, place, barriers, counter)
        self._called_at = self._clock.monotonic()
        self._timer.start()
        self._call()
        self._ask_duty()
        self.chimed.emit()

    def resume(self, call: HelpCall, visit: Visit) -> None:
        """Go on waiting for the answer to a call that was made before a restart."""
        self._reset()
        self._visit = visit.number
        self.call = call
        gone = (self._clock.now() - call.called_at).total_seconds()
        self._called_at = self._clock.monotonic() - max(0.0, gone)
        self._timer.start()
        self._ask_duty()
        self._judge()

    def cancel(self, reason: CancelReason) -> None:
        """The citizen goes on alone, or goes."""
        if self.call is not None and self.call.is_open:
            self._take_back(self.call.id, reason)
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
            self._read(self.call.id)

    @Slot(bool)
    def set_reachable(self, is_reachable: bool) -> None:
        """Take over whether the office's database answers."""
        self._is_reachable = is_reachable
        if self.is_open:
            self._judge()

    @Slot()
    def tick(self) -> None:
        """Look at the rule once a second; what did not get through, or was not read, is again."""
        self._ticks += 1
        if self._ticks % _AGAIN_EVERY_TICKS == 0:
            self._try_again()
        if self._ticks % _DUTY_EVERY_TICKS == 0:
            self._ask_duty()
        self._judge()

    def _try_again(self) -> None:
        if self.failed:
            self._call()
        elif self.call is not None:
            self._read(self.call.id)

    def _call(self) -> None:
        """Store the call, after whatever still waits of the visit it belongs to."""
        if self._asked is None:
            return
        asked, services = self._asked, self._services
        call = partial(services.desk.call, asked.visit, asked.place, asked.barriers, asked.counter)
        # Not tied to the visit: a call stored after its end must still be taken back.
        self._lanes.run(
            Lane.WRITE,
            partial(services.visits.after_waiting, call),
            partial(self._on_called, asked.visit.number),
            partial(self._on_call_failed, asked.visit.number),
        )

    def _on_called(self, visit: int, call: HelpCall) -> None:
        if not self.is_open or visit != self._visit:
            # Taken back while it was being stored: nobody may be sent for it.
            self._take_back(call.id, CancelReason.ALONE)
            return
        self.call, self.failed = call, False
        self._judge(is_news=True)

    def _take_back(self, call_id: str, reason: CancelReason) -> None:
        """Tell staff once they can be told: nobody may go to an empty screen."""
        self._lanes.run(Lane.WRITE, partial(self._services.visits.take_back, call_id, reason))

    def _on_call_failed(self, visit: int, error: KnownError | BugError) -> None:
        """Without a stored call nobody will be told: say so, and point at the people."""
        if not self.is_open or visit != self._visit:
            return
        if isinstance(error, BugError):
            self._asked = None  # it would only fail again
        self.failed = True
        self._judge()

    def _read(self, call_id: str) -> None:
        """Read the call; until a closed one's ending is read too, it goes on as it was."""
        self._lanes.run(Lane.READ, partial(self._load, call_id), self._on_read, visit=self._visit)

    def _load(self, call_id: str) -> _Read:
        call = self._services.desk.get(call_id)
        is_closed = call.state is CallState.CLOSED
        return _Read(call, self._services.endings.of_call(call_id) if is_closed else None)

    def _on_read(self, read: _Read) -> None:
        call = read.call
        if self.call is None or not self.is_open or call == self.call:
            return
        if call.id != self.call.id:
            return  # late news of a call taken back before this one
        self.call = call
        if call.state is CallState.CLOSED:
            self._timer.stop()
            self._reset()
            self.closed.emit(read.ending)
            return
        if call.state is CallState.CANCELLED:
            self._timer.stop()
            self._reset()
            self.called_off.emit(call.cancel_reason)
            return
        self._judge(is_news=True)

    def _ask_duty(self) -> None:
        if not self._one_screen:
            self._lanes.run(
                Lane.READ, self._services.duty.on_duty, self._on_duty, visit=self._visit
            )

    def _on_duty(self, presences: tuple[Presence, ...]) -> None:
        self._anyone_on_duty = bool(presences)
        self._judge()

    def _judge(self, *, is_news: bool = False) -> None:
        """Look what may be said now; tell of it when that, or the call itself, is new."""
        stage = waiting_stage(
            self.call,
            self._clock.monotonic() - self._called_at,
            anyone_on_duty=self._anyone_on_duty or self._one_screen,
            is_reachable=self._is_reachable and not self.failed,
        )
        if stage is self.stage and not is_news:
            return
        if stage is WaitingStage.REPEATED and stage is not self.stage:
            self.chimed.emit()
        self.stage = stage
        self.updated.emit()

    def _reset(self) -> None:
        self.call, self.stage, self.failed = None, WaitingStage.CALLING, False
        self._ticks, self._anyone_on_duty, self._visit = 0, True, None
        self._asked = None
