"""Renders the shipped icons in any colour; each size and colour is drawn once and kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources


@lru_cache(maxsize=512)
def icon_pixmap(name: str, colour: str, size_px: int, dpr: float = 1.0) -> QPixmap:
    """Return the icon as a square of `size_px` logical pixels, drawn in `colour`.

    Raises resources.ResourceMissing for an unknown name.
    """
    side = max(1, round(size_px * dpr))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    svg = resources.icon_svg(name).replace("currentColor", colour)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(side / size_px if size_px else 1.0)
    return pixmap
