"""Two parts of a page in fixed shares, side by side or one above the other.

A layout would give a part more room than its share when its words ask for it; here the words turn
pages instead, so that the page of the portal never changes its size from one step to the next.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme

FIRST, ALL = 40, 100
"""The share of the guide, and what it is a share of."""


class Split(QWidget):
    """`first` gets forty parts of a hundred, `second` the rest."""

    def __init__(
        self, theme: Theme, first: QWidget, second: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = theme.section_gap
        self._upright = theme.metrics.is_portrait
        self._first, self._second = first, second
        for part in (first, second):
            part.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        if self._upright:
            top = (height - self._gap) * FIRST // ALL
            self._first.setGeometry(QRect(0, 0, width, top))
            self._second.setGeometry(QRect(0, top + self._gap, width, height - top - self._gap))
            return
        left = (width - self._gap) * FIRST // ALL
        self._first.setGeometry(QRect(0, 0, left, height))
        self._second.setGeometry(QRect(left + self._gap, 0, width - left - self._gap, height))
