"""Where whoever has a slip holds it to the scanner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen.models import ScanSlipModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit


class ScanSlipScreen(PagedScreen):
    """Says what to do; the scan itself leads on."""

    def __init__(
        self, kit: ScreenKit, _model: ScanSlipModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        title = self.t("Đưa mã vuông của phiếu vào máy đọc.")
        hint = self.t("Máy chưa đọc được thì bấm nút vàng.")
        self.lay_out_message("qr-code", title, hint)
