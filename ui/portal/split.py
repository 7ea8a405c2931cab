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

    def show_second_alone(self, is_alone: bool) -> None:
        """Give the second part all the room, or its share again."""
        self._first.setHidden(is_alone)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.contentsRect()
        left, top = room.left(), room.top()
        width, height = room.width(), room.height()
        if self._first.isHidden():
            self._second.setGeometry(room)
        elif self._upright:
            share = (height - self._gap) * FIRST // ALL
            self._first.setGeometry(QRect(left, top, width, share))
            below = share + self._gap
            self._second.setGeometry(QRect(left, top + below, width, height - below))
        else:
            share = (width - self._gap) * FIRST // ALL
            self._first.setGeometry(QRect(left, top, share, height))
            beside = share + self._gap
            self._second.setGeometry(QRect(left + beside, top, width - beside, height))
