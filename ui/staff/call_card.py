"""One call in the queue: how long, where, what at, and the button that says who is coming.

What decides whether one gets up is large: the time gone by, the procedure and what is in the way.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
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

_ACTION_MM = 90.0


class CallCard(Card):
    """A card of the queue; amber while someone waits. With `large`, in larger print.

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
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, parent=parent)
        self.call = call
        self._kit = kit
        self._is_large = large
        self._title_role = TextRole.TITLE if large else TextRole.HEADING
        self._barrier_role = TextRole.HEADING if large else TextRole.LABEL
        self._add_head()
        self._add_place(names)
        for code in call.barriers:
            text = barrier_text(kit.t, code)
            line = icon_line(
                kit.theme, "warning-circle", text, tone=Tone.RED, role=self._barrier_role
            )
            self.add(line)
        self.body.addSpacing(kit.theme.small_gap)
        self.body.addStretch(1)
        self._add_action(my_id)

    def set_waited(self, seconds: int) -> None:
        """Show the time gone by since the call."""
        self._clock.set_text(clock_text(seconds))

    def _add_head(self) -> None:
        theme, call = self._kit.theme, self.call
        tone = Tone.AMBER if call.state is CallState.WAITING else Tone.GREEN
        self._clock = Chip(theme, "0:00", "clock", tone, role=self._title_role)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        where = TextBlock(theme, call.counter + DOT + time_text(call.called_at), align=middle)
        self.add(row(theme, self._clock, where))

    def _add_place(self, names: Names) -> None:
        t, theme, call = self._kit.t, self._kit.theme, self.call
        procedure = names.procedure(call.procedure_code) or t("Chưa chọn thủ tục")
        self.add(TextBlock(theme, procedure, self._title_role))
        step = names.step(call.procedure_code, call.step_id)
        if step:
            self.add(TextBlock(theme, t("Bước: {step}", step=step)))

    def _add_action(self, my_id: str) -> None:
        """Add the button; on a large card it is no wider than a hand needs it."""
        action = self._action(my_id)
        if self._is_large and isinstance(action, TouchButton):
            widest = max(self._kit.theme.mm(_ACTION_MM), action.sizeHint().width())
            action.setMaximumWidth(widest)
        self.add(action)

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
