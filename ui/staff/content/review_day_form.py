"""The end of a review: on which day somebody looks again."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.procedure import Procedure
from ui.staff.field import Field
from ui.staff.screen import StaffKit
from ui.staff.side_form import SideForm
from ui.theme.tokens import Tone
from ui.widgets.date_stepper import DateStepper
from ui.widgets.notice import Notice

_USUAL_DAYS = 182
_QUICK_DAYS = (30, 90, 182, 365)
_LATEST_DAYS = 730


class ReviewDayForm(SideForm):
    """Half a year from today unless another day is chosen. Signal `dated(day)`."""

    dated = Signal(object)

    def __init__(
        self,
        kit: StaffKit,
        procedure: Procedure,
        today: date,
        left: int,
        *,
        parent: QWidget | None = None,
    ) -> None:
        t = kit.t
        self._day = DateStepper(
            kit.theme,
            t,
            value=today + timedelta(days=_USUAL_DAYS),
            today=today,
            minimum=today + timedelta(days=1),
            maximum=today + timedelta(days=_LATEST_DAYS),
            quick_days=_QUICK_DAYS,
            name=t("Ngày xem lại lần sau"),
        )
        fields: list[QWidget] = [Field(kit.theme, t("Ngày xem lại lần sau"), self._day)]
        if left:
            told = t("Còn {count} mục xã chưa xác nhận.", count=left)
            fields.insert(0, Notice(kit.theme, told, "info", Tone.BLUE))
        title = t("{title}: đã xem lại xong?", title=procedure.title)
        super().__init__(kit, title, fields, t("Lưu ngày xem lại"), parent=parent)
        self.confirmed.connect(self._on_confirmed)

    @Slot()
    def _on_confirmed(self) -> None:
        self.dated.emit(self._day.value())
