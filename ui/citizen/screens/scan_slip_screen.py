"""Where whoever has a slip holds it to the scanner."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.citizen.models import ScanSlipModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.widgets.camera_view import CameraView


class ScanSlipScreen(PagedScreen):
    """Says what to do; the scan itself leads on. With a camera it shows what is seen, to aim by."""

    def __init__(self, kit: ScreenKit, model: ScanSlipModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.view: CameraView | None = None
        hint = self.t("Máy chưa đọc được thì bấm nút vàng.")
        if not model.has_camera:
            self.lay_out_message("qr-code", self.t("Đưa mã vuông của phiếu vào máy đọc."), hint)
            return
        title = self.t("Giơ mã vuông của phiếu trước ống kính.")
        self.view = CameraView(self.theme, title)
        self.setAccessibleName(title)
        self.body.addWidget(self.title(title))
        self.body.addWidget(self.muted(self.t("Máy không lưu hình.") + " " + hint))
        if self.theme.metrics.is_portrait:
            self.body.addWidget(self.view)
            self.body.addStretch(1)
        else:
            self.body.addWidget(self.view, 1)

    def show_image(self, image: QImage) -> None:
        """Show what the camera sees now."""
        if self.view is not None:
            self.view.show_image(image)
