"""Withdrawing a promise, which always takes a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.follow_up import WITHDRAW_LABELS
from ui.staff.screen import StaffKit
from ui.staff.side_form import SideForm
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.touch_button import ButtonKind


class ReasonForm(SideForm):
    """Five reasons, none chosen beforehand. Signal `reasoned(reason)`."""

    reasoned = Signal(object)

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        t = kit.t
        self._t = t
        reasons = [Choice(reason, t(label)) for reason, label in WITHDRAW_LABELS.items()]
        self._reason = ChoiceField(
            kit.theme, reasons, kind=ButtonKind.CHOICE, columns=1, name=t("Lý do")
        )
        super().__init__(
            kit,
            t("Vì sao thôi việc hẹn?"),
            (self._reason,),
            t("Thôi việc hẹn"),
            kind=ButtonKind.DANGER,
            parent=parent,
        )
        self.confirmed.connect(self._on_confirmed)

    @Slot()
    def _on_confirmed(self) -> None:
        reason = self._reason.value()
        if reason is None:
            self.set_problem(self._t("Chọn một lý do."))
        else:
            self.reasoned.emit(reason)
