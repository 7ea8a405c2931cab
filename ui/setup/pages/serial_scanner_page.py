"""Choosing and trying a scanner on a serial port, which hands over names with every mark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.setup.models import ScannerModel
from ui.setup.parts.scanner_page import ScannerPage
from ui.setup.wishes import SavePort, TryPort
from ui.staff.field import Field
from ui.staff.screen import StaffKit


class SerialScannerPage(ScannerPage):
    """The port is listened to as soon as it is chosen, so that it can be tried at once."""

    def __init__(self, kit: StaffKit, model: ScannerModel, parent: QWidget | None = None) -> None:
        t = kit.t
        steps = (
            t("Đặt máy quét ở chế độ USB-COM, theo sách của máy."),
            t("Chọn cổng của máy quét, rồi quét hình bên trái."),
        )
        super().__init__(
            kit,
            t("Máy quét qua cổng USB-COM"),
            t("Nên dùng cách này: họ tên giữ đủ dấu."),
            steps,
            model,
            parent=parent,
        )

    def chooser(self) -> Sequence[QWidget]:
        return (Field(self.theme, self.t("Cổng"), self._choose),)

    def chosen_text(self, name: str) -> str:
        return name or self.t("Không dùng cổng nào")

    def choose(self, device: str) -> None:
        self.wished.emit(TryPort(device))

    def go_on(self) -> None:
        self.wished.emit(SavePort(self._chosen))
