"""A button of the rail that can carry the number of people waiting, and a quiet mark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.painting import paint_panel, smooth
from ui.widgets.text_flow import TextFlow
from ui.widgets.touch_button import ButtonKind, TouchButton

_DOT_MM = 3.2


class RailButton(TouchButton):
    """An icon with its name below; `count` stands in amber in the corner, 0 shows nothing.

    With `is_marked` and nobody waiting an amber dot stands there: somebody may be glad of help.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str,
        *,
        count: int = 0,
        is_marked: bool = False,
        description: str = "",
        payload: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            text,
            icon=icon,
            kind=ButtonKind.RAIL,
            payload=payload,
            parent=parent,
        )
        self.show_waiting(count, description, is_marked=is_marked)

    def show_waiting(self, count: int, description: str, *, is_marked: bool) -> None:
        """Show how many wait now; focus and a press under way stay."""
        self.count = count
        self.is_marked = is_marked
        self._number = TextFlow(self._theme, str(count), TextRole.STRONG)
        describe(self, self.text(), description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the number or the dot over its corner."""
        super().paintEvent(event)
        if self.count:
            self._paint_count(smooth(QPainter(self)))
        elif self.is_marked:
            side, gap = self._theme.mm(_DOT_MM), self._theme.mm(2)
            dot = QRect(self.width() - side - gap, gap, side, side)
            amber, painter = self._theme.colour("amber"), smooth(QPainter(self))
            paint_panel(painter, dot, ground=amber, border=None, border_px=0, radius=side / 2)

    def _paint_count(self, painter: QPainter) -> None:
        theme = self._theme
        height = self._number.line_px
        width = max(height, self._number.natural_width() + theme.mm(2.6))
        pill = QRect(self.width() - width - theme.mm(1), theme.mm(1), width, height)
        amber = theme.colour("amber")
        paint_panel(painter, pill, ground=amber, border=None, border_px=0, radius=height / 2)
        left = pill.left() + (width - self._number.natural_width()) / 2
        top = pill.top() - self._number.optical_shift
        self._number.paint(painter, QPointF(left, top), width, theme.colour("ink"))
