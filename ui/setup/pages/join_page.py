"""A second counter joins its office: the recovery sheet is typed in once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.setup.models import JoinModel
from ui.setup.page import SetupPage
from ui.setup.parts.group_fields import GroupFields
from ui.setup.wishes import JoinOffice
from ui.staff.screen import StaffKit
from ui.theme.tokens import Tone
from ui.widgets.notice import Notice


class JoinPage(SetupPage):
    """The eight groups of the office's sheet."""

    def __init__(self, kit: StaffKit, model: JoinModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Thêm máy này vào xã"),
            kit.t("Gõ tám nhóm chữ trên phiếu khôi phục của xã."),
            parent=parent,
        )
        self._fields = GroupFields(kit)
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        self.body.addWidget(self._fields)
        self.body.addWidget(self._problem)
        self.body.addStretch(1)
        self.refresh(model)

    @property
    def next_text(self) -> str:
        return self.t("Thêm máy này")

    def initial_focus(self) -> QWidget | None:
        return self._fields.first()

    def go_on(self) -> None:
        self.wished.emit(JoinOffice(self._fields.typed()))

    def refresh(self, model: object) -> None:
        if isinstance(model, JoinModel):
            self._problem.set_text(model.problem)
            self._problem.setVisible(bool(model.problem))
