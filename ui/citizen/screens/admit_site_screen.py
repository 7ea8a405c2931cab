"""Staff let one more site in for this visit: a name, and the PIN to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen.screen import ScreenKit
from ui.citizen.staff_pin_screen import StaffPinScreen
from ui.portal.host_words import host_words
from ui.portal.models import AdmitModel
from ui.portal.wishes import AdmitSite


class AdmitSiteScreen(StaffPinScreen):
    """Says which site; it is let in for this visit only."""

    def __init__(self, kit: ScreenKit, model: AdmitModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Cán bộ cho phép mở {site}", site=host_words(model.site)),
            kit.t("Chỉ mở trong lượt này. Chọn tên, rồi nhập mã PIN."),
            model.staff,
            AdmitSite,
            chosen_id=model.chosen_id,
            problem=model.problem,
            parent=parent,
        )
        self.subject = ("pass", model.site)
