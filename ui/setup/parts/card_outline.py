"""A bank card drawn on the screen, to be made as large as a real one held against it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.widgets.painting import paint_panel, smooth

CARD_WIDTH_MM = 85.60
CARD_HEIGHT_MM = 53.98
"""ISO/IEC 7810 ID-1: bank cards, identity cards."""

_CORNER_MM = 3.18
_BAND_TOP, _BAND_HEIGHT = 0.14, 0.2
_CHIP = (0.11, 0.48, 0.14, 0.2)


class CardOutline(QWidget):
    """Drawn `width_px` logical pixels wide, as high as a card of that width."""

    def __init__(
        self, theme: Theme, name: str, width_px: int, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        describe(self, name)
        self.set_width(width_px)

    def set_width(self, width_px: int) -> None:
        """Draw the card with another width."""
        self._width_px = width_px
        self.setFixedSize(self.sizeHint())
        self.update()

    def card_width(self) -> int:
        """Return the width the card is drawn with, in logical pixels."""
        return self._width_px

    def sizeHint(self) -> QSize:
        return QSize(self._width_px, round(self._width_px * CARD_HEIGHT_MM / CARD_WIDTH_MM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        theme = self._theme
        width, height = self.width(), self.height()
        paint_panel(
            painter,
            self.rect(),
            ground=theme.colour("blue_tint"),
            border=theme.colour("blue"),
            border_px=theme.mm(0.6),
            radius=width * _CORNER_MM / CARD_WIDTH_MM,
        )
        band = QRect(0, round(height * _BAND_TOP), width, round(height * _BAND_HEIGHT))
        edge = theme.mm(0.6)
        painter.fillRect(band.adjusted(edge, 0, -edge, 0), theme.colour("blue_line"))
        left, top, across, down = _CHIP
        chip = QRect(
            round(width * left), round(height * top), round(width * across), round(height * down)
        )
        sand, line = theme.colour("sand"), theme.colour("edge")
        paint_panel(
            painter, chip, ground=sand, border=line, border_px=theme.mm(0.4), radius=theme.mm(1.5)
        )
