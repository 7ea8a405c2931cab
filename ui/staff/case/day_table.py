"""The next working days, each with its two halves: a new promise in one tap."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.calendar import WEEKDAYS, HalfDay
from kiosk.services.working_days import coming_working_days
from ui.staff.phrases import appointment_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_OFFERED = 4


class DayTable(QWidget):
    """A row for each day. Signal `dated(day, half day)`."""

    dated = Signal(object, object)

    def __init__(self, kit: StaffKit, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t, theme = kit.t, kit.theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.gap)
        for row, day in enumerate(coming_working_days(today, _OFFERED)):
            words = f"{t(WEEKDAYS[day.weekday()])}, {day:%d/%m}"
            centre = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(TextBlock(theme, words, TextRole.STRONG), row, 0, centre)
            for column, half in enumerate(HalfDay, start=1):
                button = TouchButton(
                    theme,
                    t("Sáng") if half is HalfDay.MORNING else t("Chiều"),
                    name=appointment_text(t, day, half),
                    kind=ButtonKind.SECONDARY,
                    payload=(day, half),
                )
                button.activated_with.connect(self._on_tapped)
                grid.addWidget(button, row, column)
        for column, share in enumerate((3, 2, 2)):
            grid.setColumnStretch(column, share)

    @Slot(object)
    def _on_tapped(self, promised: tuple[date, HalfDay]) -> None:
        self.dated.emit(*promised)
