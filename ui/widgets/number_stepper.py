"""A number changed by one with − and +, so that nobody has to type it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.accessibility import announce, describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton


class NumberStepper(QWidget):
    """Keeps a whole number between `minimum` and `maximum`; `changed` comes when a person taps."""

    changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        *,
        value: int,
        minimum: int,
        maximum: int,
        step: int = 1,
        unit: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._range = (minimum, maximum)
        self._step = step
        self._unit = unit
        guard = theme.repeat_guard_ms
        self._less = TouchButton(theme, "", icon="minus", name=t("Bớt"), guard_ms=guard)
        self._more = TouchButton(theme, "", icon="plus", name=t("Thêm"), guard_ms=guard)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._shown = TextBlock(theme, "", TextRole.HEADING, align=centre)
        self._shown.setMinimumWidth(theme.mm(16 if theme.is_staff else 26))
        self._lay_out(theme)
        self._less.activated.connect(self._on_less)
        self._more.activated.connect(self._on_more)
        describe(self, name)
        self.set_value(value)

    def _lay_out(self, theme: Theme) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap)
        row.addWidget(self._less)
        row.addWidget(self._shown, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._more)
        row.addStretch(1)

    def value(self) -> int:
        """Return the number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show another number, kept within the bounds."""
        low, high = self._range
        self._value = min(max(value, low), high)
        self._shown.set_text(f"{self._value} {self._unit}".strip())
        self._less.setEnabled(self._value > low)
        self._more.setEnabled(self._value < high)

    def _change(self, by: int) -> None:
        self.set_value(self._value + by)
        announce(self, self._shown.text())
        self.changed.emit(self._value)

    @Slot()
    def _on_less(self) -> None:
        self._change(-self._step)

    @Slot()
    def _on_more(self) -> None:
        self._change(self._step)
