"""Papers have to be fetched: soon, and the place stays as it is, or on another day, with a slip."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.models import FetchModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import ButtonKind, TouchButton


class FetchScreen(PagedScreen):
    """Two ways to go and to come back."""

    def __init__(self, kit: ScreenKit, model: FetchModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = "fetch"
        soon = self.t("Máy giữ chỗ {minutes} phút", minutes=model.minutes)
        later = self.t("Lấy phiếu giữ chỗ, dùng {days} ngày", days=model.days)
        actions = self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("Tôi quay lại ngay"),
                    icon="hourglass",
                    detail="" if self.is_tight else soon,
                    kind=ButtonKind.PRIMARY,
                    payload=wishes.HoldHere(),
                ),
                TouchButton(
                    self.theme,
                    self.t("Hôm khác tôi quay lại"),
                    icon="receipt",
                    detail="" if self.is_tight else later,
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.KeepPlace(),
                ),
            ],
            centred=True,
        )
        title = self.t("Khi nào ông/bà quay lại?")
        text = self.t("Cách nào cũng giữ chỗ đang làm.")
        self.lay_out_message("person-simple-walk", title, text, actions)
