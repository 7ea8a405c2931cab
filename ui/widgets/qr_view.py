"""Draws a QR code with whole pixels, so that a phone reads it from the screen at once."""

from __future__ import annotations

from functools import lru_cache

import qrcode
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
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
        matrix = qr_matrix(self.payload)
        module = max(1, int(self.width() * ratio) // len(matrix))
        margin = (int(self.width() * ratio) - module * len(matrix)) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.scale(1 / ratio, 1 / ratio)
        black = QColor(Qt.GlobalColor.black)
        for row, line in enumerate(matrix):
            for column, dark in enumerate(line):
                if dark:
                    left, top = margin + column * module, margin + row * module
                    painter.fillRect(QRect(left, top, module, module), black)
        painter.restore()
