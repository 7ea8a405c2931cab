"""How far one has come: a segment for every step, also told in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.words import N_
from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.widgets.painting import paint_panel, smooth

STEP_OF = N_("Bước {current} trên {total}")


class StepProgress(QWidget):
    """Green segments are done, the blue and higher one is the present step; counted from 1.

    `spoken` is what is told in words.
    """

    def __init__(
        self,
        theme: Theme,
        current: int,
        total: int,
        *,
        t: Callable[[str], str] = str,
        spoken: str = STEP_OF,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spoken = t(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(current, total)

    def set_step(self, current: int, total: int) -> None:
        """Show that `current` of `total` steps is being done."""
        self._current, self._total = current, max(1, total)
        describe(self, self._spoken.format(current=current, total=total))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.mm(60), self._theme.mm(3.2))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.mm(20), self._theme.mm(3.2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        gap = self._theme.mm(1.6)
        for index in range(self._total):
            left = index * (self.width() + gap) // self._total
            right = (index + 1) * (self.width() + gap) // self._total - gap
            self._paint_segment(painter, index + 1, left, max(1, right - left))

    def _paint_segment(self, painter: QPainter, step: int, left: int, width: int) -> None:
        # Height differs with the state as well, so that colour does not say it alone.
        present = step == self._current
        height = self._theme.mm(3.2 if present else 2.0)
        colour = "green" if step < self._current else "blue" if present else "line"
        paint_panel(
            painter,
            QRect(left, (self.height() - height) // 2, width, height),
            ground=self._theme.colour(colour),
            border=None,
            border_px=0,
            radius=height / 2,
        )
