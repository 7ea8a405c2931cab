"""The window that is there before the program is: its name, and that it is coming."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.words import N_
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock

NAME = "Đồng Hành Số"
COMING = N_("Máy đang mở, ông/bà chờ chút.")


class OpeningWindow(QWidget):
    """Shown at once, closed when the first real window is there.

    Signals: `painted` once, when people can see it.
    """

    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_painted = False
        self.setWindowTitle(NAME)
        self.setAccessibleName(COMING)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin, theme.margin, theme.margin, theme.margin)
        column.addStretch(1)
        column.addWidget(TextBlock(theme, NAME, TextRole.DISPLAY, colour="lotus"))
        column.addWidget(TextBlock(theme, COMING, TextRole.BODY))
        column.addStretch(2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
