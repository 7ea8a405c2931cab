"""The supporters' accounts, as in the console."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.setup.models import SupportersModel
from ui.setup.page import SetupPage
from ui.setup.wishes import AddSupporter, BlockStaff, IssuePin, PinSeen
from ui.staff.accounts_panel import AccountsPanel
from ui.staff.screen import StaffKit


class SupportersPage(SetupPage):
    """Add, block, issue a PIN; while one is shown the page cannot be left."""

    def __init__(
        self, kit: StaffKit, model: SupportersModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            kit,
            kit.t("Cán bộ hỗ trợ"),
            kit.t("Mỗi người một mã PIN máy chọn ngẫu nhiên."),
            parent=parent,
        )
        self._panel: AccountsPanel | None = None
        self.refresh(model)

    @property
    def next_text(self) -> str:
        return "" if self._model.issued_pin else super().next_text

    def refresh(self, model: object) -> None:
        if not isinstance(model, SupportersModel):
            return
        self._model = model
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = AccountsPanel(
            self.kit,
            model.staff,
            issued_for=model.issued_for,
            issued_pin=model.issued_pin,
            problem=model.problem,
        )
        self._panel.added.connect(self._on_added)
        self._panel.blocked.connect(self._on_blocked)
        self._panel.pin_wanted.connect(self._on_pin_wanted)
        self._panel.pin_seen.connect(self._on_pin_seen)
        self.body.addWidget(self._panel, 1)

    @Slot(str)
    def _on_added(self, name: str) -> None:
        self.wished.emit(AddSupporter(name))

    @Slot(str, bool)
    def _on_blocked(self, staff_id: str, is_blocked: bool) -> None:
        self.wished.emit(BlockStaff(staff_id, is_blocked))

    @Slot(str)
    def _on_pin_wanted(self, staff_id: str) -> None:
        self.wished.emit(IssuePin(staff_id))

    @Slot()
    def _on_pin_seen(self) -> None:
        self.wished.emit(PinSeen())
