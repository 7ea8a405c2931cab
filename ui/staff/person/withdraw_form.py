"""Withdrawing consent: which purposes, and what follows, before anything is done."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.person import PURPOSE_QUESTIONS, Purpose
from kiosk.services.people import KnownPerson
from ui.staff.screen import StaffKit
from ui.staff.side_form import SideForm
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.notice import Notice
from ui.widgets.touch_button import ButtonKind


class WithdrawForm(SideForm):
    """What they agree to now, none chosen beforehand. Signal `withdrawn(purposes)`."""

    withdrawn = Signal(object)

    def __init__(self, kit: StaffKit, known: KnownPerson, *, parent: QWidget | None = None) -> None:
        t = kit.t
        self._t = t
        choices = [
            Choice(purpose, t(PURPOSE_QUESTIONS[purpose]))
            for purpose in Purpose
            if purpose in known.granted
        ]
        self._purposes = ChoiceField(
            kit.theme, choices, multiple=True, kind=ButtonKind.CHECK, columns=1, name=t("Điều rút")
        )
        follows = t(
            "Việc hẹn dựa trên điều này sẽ đóng. Không còn việc nào thì xóa tên, số điện thoại."
        )
        super().__init__(
            kit,
            t("Người dân rút điều nào?"),
            (self._purposes, Notice(kit.theme, follows, "info")),
            t("Ghi: rút đồng ý"),
            kind=ButtonKind.DANGER,
            parent=parent,
        )
        self.confirmed.connect(self._on_confirmed)

    @Slot()
    def _on_confirmed(self) -> None:
        chosen = tuple(Purpose(str(value)) for value in self._purposes.values())
        if chosen:
            self.withdrawn.emit(chosen)
        else:
            self.set_problem(self._t("Chọn ít nhất một điều."))
