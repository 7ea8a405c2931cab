"""The place of the live page: it holds a view that outlives the screen around it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme


class PageSlot(QWidget):
    """An empty ground until it is given a view; the view must be taken out before the slot goes."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: QWidget | None = None
        self.setAccessibleName(name)
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)

    def hold(self, view: QWidget) -> None:
        """Show `view` here."""
        self._view = view
        view.setParent(self)
        view.setGeometry(self._inner)
        view.show()

    def release(self) -> None:
        """Let the view go; it stays alive without a place."""
        if self._view is not None:
            self._view.hide()
            self._view.setParent(None)
            self._view = None

    @property
    def _inner(self) -> QRect:
        line = self._theme.line_width
        return self.rect().adjusted(line, line, -line, -line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._view is not None:
            self._view.setGeometry(self._inner)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("line"))
        painter.fillRect(self._inner, self._theme.colour("card"))
