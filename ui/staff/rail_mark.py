"""The lotus at the head of the rail."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.painting import paint_icon, smooth

_SIZE_MM = 11


class RailMark(QWidget):
    """The brand's mark in the palest lotus, which shows on the dark rail; decorative."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        side = theme.mm(_SIZE_MM)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        paint_icon(painter, self._theme, "lotus", "lotus_tint", self.rect())
