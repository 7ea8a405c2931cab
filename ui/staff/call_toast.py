"""The strip above any page while someone waits: who, what for, how long, and “Tôi đến ngay”."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.help_call import CallState, HelpCall
from ui.accessibility import announce
from ui.staff.models import Names
from ui.staff.phrases import DOT, clock_text
from ui.staff.running_time import RunningTime
from ui.staff.screen import StaffKit
from ui.staff.wishes import TakeCall
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_TICK_MS = 1000


class CallToast(Card):
    """Announces the call that has waited longest; hidden while none waits.

    It never takes the keyboard focus. Signal `wished` carries a `TakeCall`.
    """

    wished = Signal(object)

    def __init__(
        self,
        kit: StaffKit,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, ground="amber_tint", parent=parent)
        self._kit = kit
        self._clock = clock
        self._call: HelpCall | None = None
        self._others = 0
        self._text = TextBlock(kit.theme, "", TextRole.STRONG)
        self._go = TouchButton(
            kit.theme, kit.t("Tôi đến ngay"), icon="person-simple-walk", kind=ButtonKind.PRIMARY
        )
        self._go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._go.activated.connect(self._on_go)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        theme = self._kit.theme
        self.body.setContentsMargins(theme.padding, theme.mm(1.5), theme.mm(1.5), theme.mm(1.5))
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        line.addWidget(IconMark(theme, "bell-ringing", size_mm=9, tone=Tone.AMBER, bare=True))
        line.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._go)
        self.body.addLayout(line)

    def show_calls(
        self, calls: tuple[HelpCall, ...], names: Names, now: datetime, *, may_take: bool = True
    ) -> None:
        """Announce the longest waiting of `calls`; `now` is the office's time of this reading.

        Without `may_take`, on a locked console, the strip only tells.
        """
        waiting = sorted(
            (call for call in calls if call.state is CallState.WAITING), key=_called_at
        )
        fresh = waiting[0] if waiting else None
        is_new = fresh is not None and (self._call is None or fresh.id != self._call.id)
        self._call, self._others = fresh, len(waiting) - 1
        self._names, self._time = names, RunningTime(now, self._clock)
        self._go.setVisible(may_take)
        self.setVisible(fresh is not None)
        self._tick()
        if is_new:
            announce(self, self._text.text())
        if fresh is not None:
            self._timer.start()
        else:
            self._timer.stop()

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    @Slot()
    def _tick(self) -> None:
        if self._call is None:
            return
        t, call = self._kit.t, self._call
        parts = [
            t("**{counter} cần giúp**", counter=call.counter),
            self._names.procedure(call.procedure_code),
            clock_text(self._time.seconds_since(call.called_at)),
            t("và {count} người nữa", count=self._others) if self._others else "",
        ]
        self._text.set_text(DOT.join(part for part in parts if part))

    @Slot()
    def _on_go(self) -> None:
        if self._call is not None:
            self.wished.emit(TakeCall(self._call.id))


def _called_at(call: HelpCall) -> datetime:
    return call.called_at
