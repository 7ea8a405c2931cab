"""The few shapes every widget is drawn from: rounded panels, focus rings and crisp borders."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme.theme import Theme


def smooth(painter: QPainter) -> QPainter:
    """Turn on antialiasing and return the painter."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def paint_panel(
    painter: QPainter,
    rect: QRect,
    *,
    ground: QColor,
    border: QColor | None,
    border_px: int,
    radius: float,
) -> None:
    """Fill a rounded rectangle and draw its border wholly inside `rect`."""
    painter.setBrush(ground)
    inset = border_px / 2 if border is not None else 0.0
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(border, border_px))
    area = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    corner = max(0.0, min(radius - inset, area.height() / 2, area.width() / 2))
    painter.drawRoundedRect(area, corner, corner)


def paint_focus_ring(painter: QPainter, theme: Theme, rect: QRect, radius: float) -> None:
    """Draw the keyboard focus just inside `rect`: a dark ring with a light one within.

    Two rings keep it visible on white, on amber and on a blue fill alike.
    """
    outer, inner = theme.stroke(0.9), theme.stroke(0.6)
    clear = QColor(Qt.GlobalColor.transparent)
    within = rect.adjusted(outer, outer, -outer, -outer)
    ink, light = theme.colour("ink"), theme.colour("card")
    paint_panel(painter, rect, ground=clear, border=ink, border_px=outer, radius=radius)
    paint_panel(painter, within, ground=clear, border=light, border_px=inner, radius=radius - outer)


def paint_icon(
    painter: QPainter,
    theme: Theme,
    name: str,
    colour: str,
    rect: QRect,
) -> None:
    """Paint an icon in a palette token's colour, as large as `rect` and centred in it."""
    if not name:
        return
    side = min(rect.width(), rect.height())
    pixmap = theme.icon(name, colour, side, painter.device().devicePixelRatioF())
    corner = rect.topLeft() + QPoint((rect.width() - side) // 2, (rect.height() - side) // 2)
    painter.drawPixmap(corner, pixmap)
