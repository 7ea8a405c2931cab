"""One call in the queue: how long, where, what at, and the button that says who is coming.

What decides whether one gets up is large: the time gone by, the procedure and what is in the way.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
_MOST = 100
"""The first action takes what room there is, up to its own width."""


class CallCard(Card):
    """A card of the queue; amber while someone waits. With `large`, in larger print.

    Signals carry the call's id: `took` for “Tôi đến ngay”, `opened` for one's own taken call,
    `took_over` for one whose helper has left, `wants_options` to hand over or cancel.
    """

    took = Signal(str)
    opened = Signal(str)
    took_over = Signal(str)
    wants_options = Signal(str)

    def __init__(
        self,
        kit: StaffKit,
        call: HelpCall,
        names: Names,
        my_id: str,
        *,
        is_helper_here: bool = True,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, parent=parent)
        self.call = call
        self._kit = kit
        self._is_large = large
        self._is_helper_here = is_helper_here
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
        if call.handed_by_name:
            text = self._kit.t("{name} chuyển sang", name=call.handed_by_name)
            self.add(icon_line(theme, "arrow-right", text, tone=Tone.BLUE))

    def _add_place(self, names: Names) -> None:
        t, theme, call = self._kit.t, self._kit.theme, self.call
        procedure = names.procedure(call.procedure_code) or t("Chưa chọn thủ tục")
        self.add(TextBlock(theme, procedure, self._title_role))
        step = names.step(call.procedure_code, call.step_id)
        if step:
            self.add(TextBlock(theme, t("Bước: {step}", step=step)))

    def _add_action(self, my_id: str) -> None:
        """Add what can be done; on a large card a button is no wider than a hand needs it."""
        actions = self._actions(my_id)
        first = actions[0]
        if self._is_large and isinstance(first, TouchButton):
            widest = max(self._kit.theme.mm(_ACTION_MM), first.sizeHint().width())
            first.setMaximumWidth(widest)
        line = QHBoxLayout()
        line.setSpacing(self._kit.theme.gap)
        for widget in actions:
            line.addWidget(widget, _MOST if widget is first else 0)
        line.addStretch(1)
        self.body.addLayout(line)

    def _actions(self, my_id: str) -> list[QWidget]:
        theme, t, call = self._kit.theme, self._kit.t, self.call
        if call.state is CallState.WAITING:
            go = TouchButton(
                theme, t("Tôi đến ngay"), icon="person-simple-walk", kind=ButtonKind.PRIMARY
            )
            go.activated.connect(self._on_take)
            return [go, self._options(t("Hủy lời gọi"))]
        if call.taken_by == my_id:
            write = TouchButton(
                theme, t("Ghi nhận hỗ trợ"), icon="note-pencil", kind=ButtonKind.SECONDARY
            )
            write.activated.connect(self._on_open)
            return [write, self._options(t("Chuyển hoặc hủy lời gọi"))]
        helping = t("{name} đang giúp", name=call.taken_by_name)
        chip = Chip(theme, helping, "user-check", Tone.GREEN)
        if self._is_helper_here:
            return [chip]
        self.add(row(theme, chip))
        instead = TouchButton(theme, t("Nhận thay"), icon="handshake")
        instead.activated.connect(self._on_take_over)
        return [instead]

    def _options(self, name: str) -> TouchButton:
        more = TouchButton(self._kit.theme, "", icon="dots-three", name=name)
        more.activated.connect(self._on_options)
        return more

    @Slot()
    def _on_take(self) -> None:
        self.took.emit(self.call.id)

    @Slot()
    def _on_open(self) -> None:
        self.opened.emit(self.call.id)

    @Slot()
    def _on_take_over(self) -> None:
        self.took_over.emit(self.call.id)

    @Slot()
    def _on_options(self) -> None:
        self.wants_options.emit(self.call.id)
