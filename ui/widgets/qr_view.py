"""Draws a QR code with whole pixels, so that a phone reads it from the screen at once."""

from __future__ import annotations

from functools import lru_cache

import qrcode
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.widgets.painting import paint_panel, smooth

QUIET_ZONE = 4


@lru_cache(maxsize=32)
def qr_matrix(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of the code (level M) with its quiet zone; True is dark."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE)
    code.add_data(payload)
    code.make(fit=True)
    return tuple(tuple(row) for row in code.get_matrix())


@lru_cache(maxsize=32)
def _qr_image(payload: str) -> QImage:
    """Return the code with one pixel for each module."""
    matrix = qr_matrix(payload)
    image = QImage(len(matrix), len(matrix), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            if dark:
                image.setPixelColor(column, row, QColor(Qt.GlobalColor.black))
    return image


class QrView(QWidget):
    """A square of `size_mm`; black on white in every palette, as readers expect.

    `name` is what a screen reader says in place of the picture.
    """

    def __init__(
        self,
        theme: Theme,
        payload: str,
        *,
        size_mm: float,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.payload = payload
        side = theme.mm(size_mm)
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        describe(self, name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        paint_panel(
            painter,
            self.rect(),
            ground=QColor(Qt.GlobalColor.white),
            border=self._theme.colour("line"),
            border_px=self._theme.line_width,
            radius=self._theme.mm(2.0),
        )
        self._paint_modules(painter)

    def _paint_modules(self, painter: QPainter) -> None:
        """Paint in device pixels: a module is a whole number of them, or its edges blur."""
        ratio = self.devicePixelRatioF()
        image = _qr_image(self.payload)
        room = int(self.width() * ratio)
        side = max(1, room // image.width()) * image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.scale(1 / ratio, 1 / ratio)
        start = (room - side) // 2
        painter.drawImage(QRect(start, start, side, side), image)
