"""The recovery sheet: printed, put away, and typed back to prove that it can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.setup.models import RecoveryModel
from ui.setup.page import SetupPage
from ui.setup.parts.group_fields import GroupFields
from ui.setup.wishes import ConfirmRecovery, GoNext, PrintRecovery
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.card import Card
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_COLUMNS = 4


class RecoveryPage(SetupPage):
    """First the groups, then, out of sight, the fields to type them into."""

    def __init__(self, kit: StaffKit, model: RecoveryModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Phiếu khôi phục"),
            kit.t("Máy hỏng thì chỉ phiếu này mở lại được tên người dân. Cất trong két."),
            parent=parent,
        )
        self._model = model
        self._is_typing = False
        self._fields = GroupFields(kit)
        self._place = QVBoxLayout()
        self._place.setSpacing(self.theme.gap)
        self.body.addLayout(self._place, 1)
        self._shown: QWidget | None = None
        self._show()

    @property
    def next_text(self) -> str:
        if self._model.is_confirmed:
            return super().next_text
        if not self._model.groups:
            return ""
        return self.t("Xác nhận phiếu") if self._is_typing else self.t("Đã cất phiếu, gõ lại")

    def go_on(self) -> None:
        if self._model.is_confirmed:
            super().go_on()
        elif self._is_typing:
            self.wished.emit(ConfirmRecovery(self._fields.typed()))
        elif self._model.groups:
            self._set_typing(typing=True)

    def refresh(self, model: object) -> None:
        """Take over groups, printing and problems; what is typed stays."""
        if isinstance(model, RecoveryModel):
            self._model = model
            self._show()

    def _set_typing(self, *, typing: bool) -> None:
        self._is_typing = typing
        self._show()
        if typing:
            self._fields.first().setFocus()

    def _show(self) -> None:
        self._fields.setParent(self)
        self._fields.hide()  # said aloud: what was never shown or hidden is shown with its parent
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._content()
        self._place.addWidget(self._shown)

    def _content(self) -> QWidget:
        if self._model.is_confirmed:
            title, text = self.t("Phiếu đã được xác nhận."), self.t("Giữ phiếu nơi chắc chắn.")
            return MessagePanel(self.theme, "shield-check", title, text, tone=Tone.GREEN)
        if not self._model.groups:
            busy = BusyNotice(self.theme, self.t("Đang tạo phiếu khôi phục."))
            busy.start()
            return self._column(busy)
        parts = [self._fields] if self._is_typing else [self._groups()]
        self._fields.setVisible(self._is_typing)
        return self._column(*parts, *self._strips(), self._actions())

    def _column(self, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.section_gap)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return holder

    def _groups(self) -> QWidget:
        card = Card(self.theme)
        grid = QGridLayout()
        grid.setSpacing(self.theme.gap)
        centre = Qt.AlignmentFlag.AlignHCenter
        for number, group in enumerate(self._model.groups):
            text = f"{number + 1}.  {group}"
            block = TextBlock(self.theme, text, TextRole.TITLE, align=centre)
            grid.addWidget(block, *divmod(number, _COLUMNS))
        card.body.addLayout(grid)
        return card

    def _strips(self) -> list[QWidget]:
        strips: list[QWidget] = []
        if self._model.is_busy:
            busy = BusyNotice(self.theme, self.t("Đang in phiếu khôi phục."))
            busy.start()
            strips.append(busy)
        if self._model.message:
            strips.append(Notice(self.theme, self._model.message, "info"))
        if self._model.problem:
            strips.append(Notice(self.theme, self._model.problem, "warning-circle", Tone.RED))
        return strips

    def _actions(self) -> QWidget:
        theme, t = self.theme, self.t
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.gap)
        first = (
            TouchButton(theme, t("Xem lại phiếu"), icon="eye")
            if self._is_typing
            else TouchButton(
                theme, t("In phiếu khôi phục"), icon="printer", kind=ButtonKind.SECONDARY
            )
        )
        first.setEnabled(not self._model.is_busy)
        first.activated.connect(self._on_look if self._is_typing else self._on_print)
        later = TouchButton(
            theme, t("Để sau"), detail=t("Chưa gõ lại thì chưa ghi được tên người dân.")
        )
        later.activated.connect(self._on_later)
        line.addWidget(first)
        line.addWidget(later)
        line.addStretch(1)
        return holder

    @Slot()
    def _on_print(self) -> None:
        self.wished.emit(PrintRecovery())

    @Slot()
    def _on_look(self) -> None:
        self._set_typing(typing=False)

    @Slot()
    def _on_later(self) -> None:
        self.wished.emit(GoNext())
