"""Trying a scanner that types like a keyboard: it needs no setting, only the right keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.setup.models import ScannerModel
from ui.setup.parts.scanner_page import ScannerPage
from ui.staff.screen import StaffKit


class KeyboardScannerPage(ScannerPage):
    """What it types goes to whatever has the focus, so input methods must be off."""

    def __init__(self, kit: StaffKit, model: ScannerModel, parent: QWidget | None = None) -> None:
        t = kit.t
        steps = (
            t("Tắt bộ gõ tiếng Việt. Đặt bàn phím tiếng Anh (Mỹ)."),
            t("Đặt máy quét gửi phím Enter ở cuối."),
            t("Quét hình bên trái. Không thấy gì: xem lại phím Enter."),
        )
        super().__init__(
            kit,
            t("Máy quét gõ như bàn phím"),
            t("Cắm là chạy. Xã không có máy quét thì bấm “Tiếp tục”."),
            steps,
            model,
            parent=parent,
        )
