"""A drawing from the resources that keeps its proportions and follows the contrast.

Pictures are drawn in the colours of the standard palette. In high contrast each of those colours
gives way to its namesake, so that words, frames and buttons of a picture are as strong as the
screen's own; what is no token, such as skin and wood, stays.
"""

from __future__ import annotations

import re
from dataclasses import fields

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

import resources
from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import STANDARD, Palette

_COLOUR = re.compile(r"#[0-9A-F]{6}")


class Picture(QWidget):
    """Fills its width and takes the height that follows; `alt` says what is to be seen.

    With `max_height_mm` it stops growing and stands in the middle. Raises
    resources.ResourceMissing for an unknown name.
    """

    def __init__(
        self,
        theme: Theme,
        svg_name: str,
        alt: str,
        *,
        max_height_mm: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        svg = in_colours_of(theme.palette, resources.picture_svg(svg_name))
        self._drawing = QSvgRenderer(QByteArray(svg.encode()), self)
        self._most = theme.mm(max_height_mm) if max_height_mm else None
        self._kept: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        describe(self, alt)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        natural = self._drawing.viewBoxF().size()
        height = round(width * natural.height() / natural.width())
        return height if self._most is None else min(height, self._most)

    def sizeHint(self) -> QSize:
        width = self._theme.mm(90)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.mm(40)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        natural = self._drawing.viewBoxF().size().toSize()
        size = natural.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        pixmap = self._rendered(size, self.devicePixelRatioF())
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        QPainter(self).drawPixmap(left, top, pixmap)

    def _rendered(self, size: QSize, ratio: float) -> QPixmap:
        """Return the drawing in this size; drawing SVG at every repaint would be slow."""
        device = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._kept is None or self._kept.size() != device:
            self._kept = QPixmap(device)
            self._kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._kept)
            self._drawing.render(painter, QRectF(0, 0, device.width(), device.height()))
            painter.end()
            self._kept.setDevicePixelRatio(ratio)
        return self._kept


def in_colours_of(palette: Palette, svg: str) -> str:
    """Return the drawing with each colour of the standard palette replaced by its namesake."""
    tokens = (field.name for field in fields(Palette) if field.type == "str")
    own = {getattr(STANDARD, token): getattr(palette, token) for token in tokens}
    return _COLOUR.sub(lambda found: str(own.get(found.group(), found.group())), svg)
