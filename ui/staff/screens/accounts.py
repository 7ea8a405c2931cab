"""The lead's page of accounts."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.staff.accounts_panel import AccountsPanel
from ui.staff.models import AccountsModel
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import AddSupporter, BlockStaff, IssuePin, PinSeen


class AccountsScreen(StaffScreen):
    """Who may log in, and the PIN just issued."""

    def __init__(self, kit: StaffKit, model: AccountsModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        panel = AccountsPanel(
            kit,
            model.staff,
            issued_for=model.issued_for,
            issued_pin=model.issued_pin,
            problem=model.problem,
        )
        panel.added.connect(self._on_added)
        panel.blocked.connect(self._on_blocked)
        panel.pin_wanted.connect(self._on_pin_wanted)
        panel.pin_seen.connect(self._on_pin_seen)
        self.body.addWidget(PageHeader(self.theme, self.t("Nhân sự")))
        self.body.addWidget(panel, 1)

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
