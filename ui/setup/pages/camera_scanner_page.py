"""Choosing and trying a camera as a scanner; it looks only while it is tried."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.setup.models import ScannerModel
from ui.setup.parts.scanner_page import ScannerPage
from ui.setup.wishes import SaveCamera, TryCamera
from ui.staff.arrange import row
from ui.staff.field import Field
from ui.staff.screen import StaffKit
from ui.widgets.camera_view import CameraView
from ui.widgets.touch_button import ButtonKind, TouchButton

_VIEW_MM = 110


class CameraScannerPage(ScannerPage):
    """At the left is what the camera sees; the sample is printed, or shown on a telephone."""

    def __init__(self, kit: StaffKit, model: ScannerModel, parent: QWidget | None = None) -> None:
        t = kit.t
        self._view = CameraView(kit.theme, t("Hình từ camera"))
        self._try = TouchButton(kit.theme, t("Bật camera"), icon="camera", kind=ButtonKind.PRIMARY)
        self._try.activated.connect(self._on_try)
        steps = (
            t("Camera chỉ bật khi cán bộ bấm, và không lưu hình."),
            t("In thẻ mẫu, đưa trước camera chừng một gang tay."),
        )
        super().__init__(
            kit,
            t("Camera"),
            t("Dùng khi xã chưa có máy quét."),
            steps,
            model,
            parent=parent,
        )

    def target(self) -> QWidget:
        self._view.setFixedWidth(self.theme.mm(_VIEW_MM))
        return self._view

    def chooser(self) -> Sequence[QWidget]:
        return (Field(self.theme, self.t("Camera"), self._choose), row(self.theme, self._try))

    def chosen_text(self, name: str) -> str:
        return name or self.t("Không dùng camera")

    def refresh(self, model: object) -> None:
        super().refresh(model)
        if isinstance(model, ScannerModel):
            self._try.setEnabled(bool(model.chosen) and not model.is_looking)
            if not model.is_looking:
                self._view.clear()

    def show_image(self, image: QImage) -> None:
        self._view.show_image(image)

    def choose(self, device: str) -> None:
        self.wished.emit(TryCamera(device))

    def go_on(self) -> None:
        self.wished.emit(SaveCamera(self._chosen))

    @Slot()
    def _on_try(self) -> None:
        self.wished.emit(TryCamera(self._chosen))
