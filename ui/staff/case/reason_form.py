"""Withdrawing a promise, which always takes a reason: tapping one is the second tap."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.follow_up import WITHDRAW_LABELS
from ui.staff.screen import StaffKit
from ui.staff.side_form import SideForm
from ui.widgets.notice import Notice
from ui.widgets.touch_button import ButtonKind, TouchButton


class ReasonForm(SideForm):
    """Five reasons. Signal `reasoned(reason)`."""

    reasoned = Signal(object)

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        t = kit.t
        closing = Notice(kit.theme, t("Chọn lý do là việc hẹn đóng lại."), "info")
        reasons = [
            TouchButton(kit.theme, t(label), kind=ButtonKind.CHOICE, payload=reason)
            for reason, label in WITHDRAW_LABELS.items()
        ]
        for button in reasons:
            button.activated_with.connect(self._on_tapped)
        super().__init__(kit, t("Vì sao thôi việc hẹn?"), (closing, *reasons), "", parent=parent)

    @Slot(object)
    def _on_tapped(self, reason: object) -> None:
        self.reasoned.emit(reason)
