"""The question before the program ends, for the evening or for a repair of the PC."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.staff.models import LeaveModel, StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import EndProgram, Open
from ui.theme.tokens import Tone
from ui.widgets.message_panel import MessagePanel
from ui.widgets.touch_button import ButtonKind, TouchButton


class LeaveScreen(StaffScreen):
    """To stay is the first choice; to leave says what stops then."""

    def __init__(self, kit: StaffKit, model: LeaveModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._stay = self._button(self.t("Ở lại"), "arrow-left", ButtonKind.PRIMARY)
        self._stay.activated.connect(self._on_stay)
        leave = self._button(self.t("Thoát chương trình"), "sign-out", ButtonKind.SECONDARY)
        leave.activated.connect(self._on_leave)
        self.body.addWidget(PageHeader(self.theme, self.t("Thoát")))
        text = self.t("Người dân không gọi được cán bộ ở máy này cho đến khi mở lại.")
        tone = Tone.BLUE
        if model.waiting:
            waits = self.t("Đang có {count} người chờ.", count=model.waiting)
            text, tone = f"{waits}\n{text}", Tone.AMBER
        title = self.t("Thoát chương trình trên máy này?")
        panel = MessagePanel(self.theme, "sign-out", title, text, (self._stay, leave), tone=tone)
        self.body.addWidget(panel, 1)

    def initial_focus(self) -> QWidget | None:
        return self._stay

    def _button(self, text: str, icon: str, kind: ButtonKind) -> TouchButton:
        return TouchButton(self.theme, text, icon=icon, kind=kind, min_mm=self.theme.main_button_mm)

    @Slot()
    def _on_stay(self) -> None:
        self.wished.emit(Open(StaffScreenName.CALLS))

    @Slot()
    def _on_leave(self) -> None:
        self.wished.emit(EndProgram())
