"""A promised day: none at first, then one of the next working days, then any day by steps."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.working_days import coming_working_days
from ui.staff.phrases import day_text
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_stepper import DateStepper
from ui.widgets.touch_button import ButtonKind

_OFFERED = 4
_FARTHEST_DAYS = 366


class PromiseDate(QWidget):
    """Nothing is chosen until a day is tapped; signal `changed` comes with every choice."""

    changed = Signal()

    def __init__(
        self,
        kit: StaffKit,
        today: date,
        value: date | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._today = today
        self._value = value
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._show_field()

    def value(self) -> date | None:
        """Return the day chosen, None for none yet."""
        return self._value

    def _show_field(self) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._offers() if self._value is None else self._stepper(self._value)
        self._column.addWidget(self._shown)

    def _offers(self) -> QWidget:
        days = coming_working_days(self._today, _OFFERED)
        choices = [Choice(day, day_text(self._kit.t, day)) for day in days]
        name = self._kit.t("Ngày hẹn")
        field = ChoiceField(self._kit.theme, choices, kind=ButtonKind.CHIP, name=name)
        field.changed.connect(self._on_offer)
        return field

    def _stepper(self, value: date) -> QWidget:
        stepper = DateStepper(
            self._kit.theme,
            self._kit.t,
            value=value,
            today=self._today,
            minimum=self._today,
            maximum=self._today + timedelta(days=_FARTHEST_DAYS),
            quick_days=(),
            name=self._kit.t("Ngày hẹn"),
        )
        stepper.changed.connect(self._on_step)
        return stepper

    @Slot(object)
    def _on_offer(self, day: date) -> None:
        self._value = day
        self._show_field()
        self.changed.emit()

    @Slot(object)
    def _on_step(self, day: date) -> None:
        self._value = day
        self.changed.emit()
