"""One call in the queue: how long, where, what at, and the button that says who is coming."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.help_call import CallState, HelpCall
from ui.staff.arrange import icon_line, row
from ui.staff.models import Names
from ui.staff.phrases import DOT, barrier_text, clock_text, time_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class CallCard(Card):
    """A card of the queue; amber while someone waits.

    Signals: `took(call id)` for “Tôi đến ngay”, `opened(call id)` for one's own taken call.
    """

    took = Signal(str)
    opened = Signal(str)

    def __init__(
        self,
        kit: StaffKit,
        call: HelpCall,
        names: Names,
        my_id: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        waits = call.state is CallState.WAITING
        super().__init__(kit.theme, parent=parent)
        self.call = call
        self._kit = kit
        self._clock = Chip(kit.theme, "0:00", "clock", Tone.AMBER if waits else Tone.GREEN)
        where = TextBlock(
            kit.theme, call.counter + DOT + time_text(call.called_at), TextRole.CAPTION
        )
        self.add(row(kit.theme, self._clock, where))
        self._add_place(names)
        for code in call.barriers:
            text = barrier_text(kit.t, code)
            self.add(icon_line(kit.theme, "warning-circle", text, tone=Tone.RED))
        self.body.addSpacing(kit.theme.small_gap)
        self.body.addStretch(1)
        self.add(self._action(my_id))

    def set_waited(self, seconds: int) -> None:
        """Show the time gone by since the call."""
        self._clock.set_text(clock_text(seconds))

    def _add_place(self, names: Names) -> None:
        t, theme, call = self._kit.t, self._kit.theme, self.call
        procedure = names.procedure(call.procedure_code) or t("Chưa chọn thủ tục")
        self.add(TextBlock(theme, procedure, TextRole.HEADING))
        step = names.step(call.procedure_code, call.step_id)
        if step:
            self.add(TextBlock(theme, t("Bước: {step}", step=step)))

    def _action(self, my_id: str) -> QWidget:
        theme, t, call = self._kit.theme, self._kit.t, self.call
        if call.state is CallState.WAITING:
            go = TouchButton(
                theme, t("Tôi đến ngay"), icon="person-simple-walk", kind=ButtonKind.PRIMARY
            )
            go.activated.connect(self._on_take)
            return go
        if call.taken_by == my_id:
            write = TouchButton(
                theme, t("Ghi nhận hỗ trợ"), icon="note-pencil", kind=ButtonKind.SECONDARY
            )
            write.activated.connect(self._on_open)
            return write
        return Chip(theme, t("{name} đang giúp", name=call.taken_by_name), "user-check", Tone.GREEN)

    @Slot()
    def _on_take(self) -> None:
        self.took.emit(self.call.id)

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self.call.id)
