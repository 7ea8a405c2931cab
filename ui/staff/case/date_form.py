"""A new promise for a case that stays open: one tap for a near day, or any other day by steps."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.calendar import HalfDay
from ui.staff.case.day_table import DayTable
from ui.staff.field import Field
from ui.staff.promise_date import PromiseDate
from ui.staff.screen import StaffKit
from ui.staff.side_form import SideForm
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.touch_button import TouchButton


class DateForm(SideForm):
    """Nothing is chosen beforehand. Signal `dated(day, half day)`."""

    dated = Signal(object, object)

    def __init__(
        self, kit: StaffKit, title: str, today: date, *, parent: QWidget | None = None
    ) -> None:
        t = kit.t
        self._t = t
        self._near = DayTable(kit, today)
        self._other = TouchButton(kit.theme, t("Ngày khác"), icon="calendar")
        self._day = PromiseDate(kit, today)
        halves = [Choice(half, t(half.label)) for half in HalfDay]
        self._half = ChoiceField(kit.theme, halves, name=t("Buổi hẹn"))
        self._fields = (
            Field(kit.theme, t("Ngày hẹn mới"), self._day),
            Field(kit.theme, t("Buổi"), self._half),
        )
        super().__init__(kit, title, (self._near, self._other, *self._fields), "", parent=parent)
        for field in self._fields:
            field.hide()
        self._near.dated.connect(self.dated)
        self._other.activated.connect(self._on_other)
        self.confirmed.connect(self._on_confirmed)

    @Slot()
    def _on_other(self) -> None:
        for former in (self._near, self._other):
            former.hide()
        for field in self._fields:
            field.show()
        self.show_action(self._t("Lưu ngày hẹn"))

    @Slot()
    def _on_confirmed(self) -> None:
        day, half = self._day.value(), self._half.value()
        if day is None:
            self.set_problem(self._t("Chọn ngày hẹn mới."))
        elif half is None:
            self.set_problem(self._t("Chọn buổi sáng hoặc buổi chiều."))
        else:
            self.set_problem("")
            self.dated.emit(day, half)
