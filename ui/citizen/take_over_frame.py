"""The frame around the window while staff work on it: seen from anywhere before the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

_FRAME_MM = 3.5
"""Less than the margin in which nothing can be pressed."""


class TakeOverFrame(QWidget):
    """Lies over everything and takes no touch; the middle is not part of it at all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _inside(self) -> QRect:
        width = self._theme.mm(_FRAME_MM)
        return self.rect().adjusted(width, width, -width, -width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMask(QRegion(self.rect()) - QRegion(self._inside()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, line = QPainter(self), 2 * self._theme.line_width
        painter.fillRect(self.rect(), self._theme.colour("amber"))
        edge = self._inside().adjusted(-line, -line, line, line)
        for side in (
            QRect(edge.left(), edge.top(), edge.width(), line),
            QRect(edge.left(), edge.bottom() + 1 - line, edge.width(), line),
            QRect(edge.left(), edge.top(), line, edge.height()),
            QRect(edge.right() + 1 - line, edge.top(), line, edge.height()),
        ):
            painter.fillRect(side, self._theme.colour("amber_edge"))
