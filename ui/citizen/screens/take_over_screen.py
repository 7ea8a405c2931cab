"""Staff take the citizen's screen over: a name, and the PIN to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen.models import TakeOverModel
from ui.citizen.screen import ScreenKit
from ui.citizen.staff_pin_screen import StaffPinScreen
from ui.citizen.wishes import TakeOverScreen as Wish


class TakeOverScreen(StaffPinScreen):
    """Says what will be seen of it."""

    def __init__(self, kit: ScreenKit, model: TakeOverModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Cán bộ làm giúp trên máy này"),
            kit.t("Máy hiện khung vàng và tên. Chọn tên, nhập mã PIN."),
            model.staff,
            Wish,
            chosen_id=model.chosen_id,
            problem=model.problem,
            parent=parent,
        )
        self.subject = "take over"
