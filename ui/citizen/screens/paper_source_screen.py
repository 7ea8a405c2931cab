"""Where a paper comes from: the camera here, or a USB stick."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.papers.models import PaperSourceModel
from ui.papers.wishes import UseCamera, UseStick
from ui.widgets.touch_button import ButtonKind, TouchButton


class PaperSourceScreen(PagedScreen):
    """Two large choices."""

    def __init__(
        self, kit: ScreenKit, model: PaperSourceModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self.subject = ("paper", model.title, model.sheet)
        asked = self.t("Lấy trang {n} từ đâu?", n=model.sheet)
        title = self.title(asked if model.sheet > 1 else self.t("Lấy tờ giấy từ đâu?"))
        choices = [
            self._choice(
                self.t("Chụp ở đây"),
                self.t("Để giấy dưới camera rồi bấm “Chụp”."),
                "camera",
                UseCamera(),
            ),
            self._choice(
                self.t("Lấy từ USB"),
                self.t("Cắm USB vào máy, chọn ảnh hoặc tệp PDF."),
                "plugs-connected",
                UseStick(),
            ),
        ]
        head = self.head(title, below=model.title)
        self.lay_out_choices(head, choices, min_cell_mm=120.0, max_columns=2)

    def _choice(self, text: str, detail: str, icon: str, wish: object) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                text,
                icon=icon,
                detail=detail,
                role=self.choice_role,
                kind=ButtonKind.CHOICE,
                payload=wish,
            )
        )
