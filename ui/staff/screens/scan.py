"""Opening a slip: hold it under the scanner, or type the code printed on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.staff.code_pad import CodePad
from ui.staff.models import ScanModel, StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import EnterCode, LookWithCamera, Open, OpenFollowUp
from ui.widgets.message_panel import MessagePanel
from ui.widgets.touch_button import ButtonKind, TouchButton

_PAD_MM = 126


class ScanScreen(StaffScreen):
    """What the last scan gave at the left, the keys at the right."""

    def __init__(self, kit: StaffKit, model: ScanModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        find = TouchButton(self.theme, self.t("Tìm người dân"), icon="user-circle")
        find.activated.connect(self._on_find)
        self.body.addWidget(PageHeader(self.theme, self.t("Quét phiếu"), (), [find]))
        self._pad = CodePad(kit)
        self._pad.setFixedWidth(self.theme.mm(_PAD_MM))
        self._pad.entered.connect(self._on_entered)
        self._line = QHBoxLayout()
        self._line.setSpacing(self.theme.section_gap)
        self._line.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._line, 1)
        self._told: QWidget | None = None
        self._show(model)

    def initial_focus(self) -> QWidget | None:
        return self._pad

    def refresh(self, model: object) -> bool:
        """Show what the last code gave; the keys start afresh."""
        if not isinstance(model, ScanModel):
            return False
        if model is not self._model:
            self._pad.clear()
            self._show(model)
        return True

    def _show(self, model: ScanModel) -> None:
        self._model = model
        self._follow_up_id = model.follow_up_id
        if self._told is not None:
            self._told.hide()
            self._told.deleteLater()
        self._told = self._panel(model)
        self._line.insertWidget(0, self._told, 1)

    def _panel(self, model: ScanModel) -> QWidget:
        actions: list[QWidget] = []
        if model.follow_up_id:
            go = TouchButton(
                self.theme, self.t("Mở việc hẹn"), icon="arrow-right", kind=ButtonKind.PRIMARY
            )
            go.activated.connect(self._on_open)
            actions.append(go)
        if model.has_camera:
            look = TouchButton(self.theme, self.t("Quét bằng camera"), icon="camera")
            look.activated.connect(self._on_look)
            actions.append(look)
        title = self.t(model.title) or self.t("Đưa phiếu vào máy quét")
        text = model.text or self.t("Mã vuông trên phiếu quay lên trên.")
        icon = "warning-circle" if model.text and not model.follow_up_id else "scan"
        return MessagePanel(self.theme, icon, title, text, actions)

    @Slot(str)
    def _on_entered(self, code: str) -> None:
        self.wished.emit(EnterCode(code))

    @Slot()
    def _on_find(self) -> None:
        self.wished.emit(Open(StaffScreenName.PERSON))

    @Slot()
    def _on_look(self) -> None:
        self.wished.emit(LookWithCamera())

    @Slot()
    def _on_open(self) -> None:
        self.wished.emit(OpenFollowUp(self._follow_up_id))
