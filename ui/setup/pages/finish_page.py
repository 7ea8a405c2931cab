"""What was set up and what is still open, before the office opens for citizens."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.setup.models import FinishModel
from ui.setup.page import SetupPage
from ui.setup.wishes import Finish
from ui.staff.arrange import icon_line
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.notice import Notice


class FinishPage(SetupPage):
    """A line for every part: done, or what to do later."""

    def __init__(self, kit: StaffKit, model: FinishModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit, kit.t("Sẵn sàng"), kit.t("Việc còn thiếu vẫn làm sau được."), parent=parent
        )
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        self.body.addWidget(self._problem)
        self.body.addStretch(1)
        self._card: QWidget | None = None
        self.refresh(model)

    @property
    def next_text(self) -> str:
        return self.t("Bắt đầu dùng")

    def go_on(self) -> None:
        self.wished.emit(Finish())

    def refresh(self, model: object) -> None:
        if not isinstance(model, FinishModel):
            return
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = self._list(model)
        self._place.addWidget(self._card)
        self._problem.set_text(model.problem)
        self._problem.setVisible(bool(model.problem))

    def _list(self, model: FinishModel) -> QWidget:
        card = Card(self.theme)
        card.body.setSpacing(self.theme.gap)
        for is_done, text in self._lines(model):
            card.add(
                icon_line(
                    self.theme,
                    "check-circle" if is_done else "clock",
                    text,
                    tone=Tone.GREEN if is_done else Tone.PLAIN,
                    role=TextRole.STRONG,
                )
            )
        return card

    def _lines(self, model: FinishModel) -> tuple[tuple[bool, str], ...]:
        t = self.t
        printer = t("Máy in: {name}", name=model.printer)
        return (
            (True, model.profile.name),
            (
                bool(model.villages),
                t("{count} thôn", count=model.villages)
                if model.villages
                else t("Chưa có thôn nào. Thêm ở trang “Xã”."),
            ),
            (
                bool(model.printer),
                printer if model.printer else t("Chưa có máy in. Phiếu giữ ở tệp PDF."),
            ),
            (
                model.recovery_confirmed,
                t("Phiếu khôi phục đã xác nhận")
                if model.recovery_confirmed
                else t("Chưa gõ lại phiếu khôi phục. Chưa ghi được tên người dân."),
            ),
            (
                bool(model.supporters),
                t("{count} cán bộ hỗ trợ", count=model.supporters)
                if model.supporters
                else t("Chưa có cán bộ hỗ trợ. Thêm ở trang “Nhân sự”."),
            ),
        )
