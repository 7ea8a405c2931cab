"""The camera: the paper as it lies there now, and one button that takes its picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.citizen.screen import ScreenKit
from ui.papers.models import PaperCameraModel
from ui.papers.sheet_page import SheetPage
from ui.papers.sheet_view import SheetView
from ui.papers.wishes import NextCamera, TakePicture, TryCamera, TurnPicture, UseStick
from ui.scanners.camera_feed import CameraState
from ui.widgets.text_block import TextBlock


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What is the matter, what to do, and whether trying again may help."""

    title: str
    text: str
    may_try: bool = True


_NO_CAMERA = _Trouble(
    N_("Máy chưa thấy camera"),
    N_("Cắm dây camera, hình sẽ tự hiện. Hoặc lấy ảnh từ USB."),
)
_TROUBLES = {
    CameraState.NOT_FOUND: _NO_CAMERA,
    CameraState.NOT_OPEN: _Trouble(
        N_("Camera chưa mở được"),
        N_("Bấm “Thử lại”. Chưa được thì gọi cán bộ."),
    ),
    CameraState.NO_SUPPORT: _Trouble(
        N_("Máy này chưa dùng được camera"),
        N_("Lấy ảnh từ USB, hoặc gọi cán bộ giúp."),
        may_try=False,
    ),
}


class PaperCameraScreen(SheetPage):
    """What the camera sees at the right, what to do at the left; calm words without a camera."""

    def __init__(
        self, kit: ScreenKit, model: PaperCameraModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self.subject = ("camera", model.title, model.sheet)
        self._model = model
        self._view: SheetView | None = None
        trouble = _TROUBLES.get(model.state)
        if trouble is not None:
            self._tell(trouble)
            return
        self._view = self.sheet_view(self.t("Hình từ camera"), turns=model.turns, corners=True)
        self._view.show_image(model.image)
        asked = self.t("Chụp trang {n}", n=model.sheet)
        title = self.title(asked if model.sheet > 1 else self.t("Chụp tờ giấy"))
        others = [self.other(self.t("Xoay"), "arrows-clockwise", TurnPicture())]
        if model.camera_count > 1:
            others.append(self.other(self.t("Camera khác"), "camera", NextCamera()))
        self.lay_out_sheet(
            self.head(title, above=model.title),
            [
                TextBlock(self.theme, self.t("Để giấy vào khung, đủ bốn góc.")),
                TextBlock(self.theme, self.t("Giữ yên giấy, rồi bấm “Chụp”."), bold_quotes=True),
            ],
            self._view,
            self.main(self.t("Chụp"), "camera", TakePicture()),
            others,
        )

    def show_image(self, image: QImage) -> None:
        """Show what the camera sees now."""
        if self._view is not None:
            self._view.show_image(image)

    def _tell(self, trouble: _Trouble) -> None:
        stick = self.other(self.t("Lấy từ USB"), "plugs-connected", UseStick())
        buttons = [stick]
        if trouble.may_try:
            buttons.insert(0, self.other(self.t("Thử lại"), "arrows-clockwise", TryCamera()))
        actions = self.rows(buttons, centred=True)
        self.lay_out_message("camera", self.t(trouble.title), self.t(trouble.text), actions)
