"""The clear mark of a demonstration office: nothing shown beside it is real."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen.screen import ScreenKit
from ui.theme.tokens import Tone
from ui.widgets.chip import Chip


class DemoRibbon(Chip):
    """A chip that reads "BẢN DÙNG THỬ"."""

    def __init__(self, kit: ScreenKit, *, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, kit.t("BẢN DÙNG THỬ"), "info", Tone.LOTUS, parent=parent)
