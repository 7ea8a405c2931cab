"""Invented identity cards for tests: their QR text, and pictures of them as a camera sees them.

The number's province is 000, which no person has.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

NUMBER = "000154000123"
CARD = (
    f"{NUMBER}|012345678|Hồ Thị Huấn Ví Dụ|25121954|Nữ|"
    "Xóm 3, Thôn Ví Dụ 1, Trung Tú, Ứng Hòa, Hà Nội|02052021"
)
_FRAME = (1280, 720)
_CARD_MM, _CODE_MM = (85.6, 54.0), 21.0


def card_picture(text: str = CARD, px_per_mm: float = 8.0) -> QImage:
    """Return a printed test card: a light ground, the code at the upper right, lines of print."""
    width, height = (round(side * px_per_mm) for side in _CARD_MM)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#dfe9e4"))
    painter = QPainter(image)
    for row in range(8):
        y = height * (0.45 + row * 0.06)
        painter.fillRect(QRectF(width * 0.3, y, width * 0.5, height * 0.02), QColor("#55605a"))
    painter.fillRect(
        QRectF(width * 0.05, height * 0.4, width * 0.2, height * 0.5), Qt.GlobalColor.gray
    )
    _draw_code(painter, text, QPointF(width - 26 * px_per_mm, 4 * px_per_mm), px_per_mm)
    painter.end()
    return image


def _draw_code(painter: QPainter, text: str, corner: QPointF, px_per_mm: float) -> None:
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make()
    matrix = code.get_matrix()
    side = _CODE_MM * px_per_mm
    module = side / len(matrix)
    quiet = QRectF(corner.x(), corner.y(), side, side)
    quiet.adjust(-4 * module, -4 * module, 4 * module, 4 * module)
    painter.fillRect(quiet, Qt.GlobalColor.white)
    for y, line in enumerate(matrix):
        for x, is_dark in enumerate(line):
            if is_dark:
                place = QRectF(corner.x() + x * module, corner.y() + y * module, module, module)
                painter.fillRect(place, Qt.GlobalColor.black)


def frame(
    card: QImage, *, degrees: float = 0, tilt: float = 0, blur_px: float = 0, dim: float = 1.0
) -> QImage:
    """Return what a camera sees: the card on a table, turned, tilted, blurred, in dim light."""
    table = QImage(*_FRAME, QImage.Format.Format_RGB32)
    table.fill(QColor("#7a6a58"))
    painter = QPainter(table)
    painter.setRenderHints(
        QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
    )
    turn = QTransform().translate(_FRAME[0] / 2, _FRAME[1] / 2)
    turn.rotate(tilt, Qt.Axis.YAxis)
    turn.rotate(degrees)
    painter.setTransform(turn)
    painter.drawImage(QPointF(-card.width() / 2, -card.height() / 2), card)
    painter.end()
    if blur_px:
        table = _blurred(table, blur_px)
    return _dimmed(table, dim) if dim < 1 else table


def _blurred(image: QImage, px: float) -> QImage:
    """Return the image as it is when scaled down by the blur and up again."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(round(image.width() / px), round(image.height() / px), mode=smooth)
    return small.scaled(image.width(), image.height(), mode=smooth)


def _dimmed(image: QImage, share: float) -> QImage:
    dark = QImage(image)
    painter = QPainter(dark)
    painter.fillRect(dark.rect(), QColor(0, 0, 0, round(255 * (1 - share))))
    painter.end()
    return dark
