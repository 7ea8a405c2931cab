"""A day chosen with − and +, or by one of a few quick picks; told with its weekday in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.words import N_
from ui.accessibility import announce, describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.flow_row import FlowRow
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

WEEKDAYS = (
    N_("Thứ Hai"),
    N_("Thứ Ba"),
    N_("Thứ Tư"),
    N_("Thứ Năm"),
    N_("Thứ Sáu"),
    N_("Thứ Bảy"),
    N_("Chủ nhật"),
)
_NAMED_DAYS = {0: N_("Hôm nay"), 1: N_("Ngày mai"), 2: N_("Ngày kia")}


class DateStepper(QWidget):
    """Keeps a day between `minimum` and `maximum` (both may be open).

    `quick_days` are offered as days after `today`. `changed` carries the date when a person taps.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        *,
        value: date,
        today: date,
        minimum: date | None = None,
        maximum: date | None = None,
        quick_days: Sequence[int] = (1, 3, 7),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self._range = (minimum or date.min, maximum or date.max)
        self._guard = theme.repeat_guard_ms
        self._back = TouchButton(
            theme, "", icon="minus", name=t("Lùi một ngày"), guard_ms=self._guard
        )
        self._onward = TouchButton(
            theme, "", icon="plus", name=t("Thêm một ngày"), guard_ms=self._guard
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        self._shown = TextBlock(theme, "", TextRole.BUTTON, align=centre)
        self._shown.setMinimumWidth(theme.mm(52 if theme.is_staff else 84))
        self._picks = [self._pick(theme, days) for days in quick_days]
        self._lay_out(theme)
        self._back.activated.connect(self._on_day_before)
        self._onward.activated.connect(self._on_day_after)
        describe(self, name)
        self.set_value(value)

    def _pick(self, theme: Theme, days: int) -> TouchButton:
        named = _NAMED_DAYS.get(days)
        text = self._t(named) if named else self._t("Sau {days} ngày").format(days=days)
        day = self._today + timedelta(days=days)
        pick = TouchButton(theme, text, kind=ButtonKind.CHIP, payload=day, guard_ms=self._guard)
        pick.setEnabled(self._range[0] <= day <= self._range[1])
        pick.activated_with.connect(self._on_picked)
        return pick

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap)
        row = QHBoxLayout()
        row.setSpacing(theme.gap)
        row.addWidget(self._back)
        row.addWidget(self._shown, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._onward)
        row.addStretch(1)
        column.addLayout(row)
        if self._picks:
            picks = FlowRow(theme)
            for pick in self._picks:
                picks.add(pick)
            column.addWidget(picks)

    def value(self) -> date:
        """Return the chosen day."""
        return self._value

    def set_value(self, value: date) -> None:
        """Show another day, kept within the bounds."""
        low, high = self._range
        self._value = min(max(value, low), high)
        self._shown.set_text(f"{self._t(WEEKDAYS[self._value.weekday()])}, {self._value:%d/%m/%Y}")
        self._back.setEnabled(self._value > low)
        self._onward.setEnabled(self._value < high)
        for pick in self._picks:
            pick.setChecked(pick.payload == self._value)

    def _choose(self, value: date) -> None:
        self.set_value(value)
        announce(self, self._shown.text())
        self.changed.emit(self._value)

    @Slot()
    def _on_day_before(self) -> None:
        self._choose(self._value - timedelta(days=1))

    @Slot()
    def _on_day_after(self) -> None:
        self._choose(self._value + timedelta(days=1))

    @Slot(object)
    def _on_picked(self, day: object) -> None:
        if isinstance(day, date):
            self._choose(day)
