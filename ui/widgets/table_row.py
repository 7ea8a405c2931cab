"""One row of a table: texts in columns, the whole row to be tapped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, tone_colours
from ui.widgets.button_face import ButtonContent, ButtonFace
from ui.widgets.button_style import ButtonColours
from ui.widgets.painting import paint_icon
from ui.widgets.table_data import Cell
from ui.widgets.text_flow import TextFlow


def column_widths(shares: Sequence[float], width: int, gap: int) -> list[int]:
    """Split `width` into columns by their shares, leaving `gap` between neighbours."""
    room = max(0, width - gap * (len(shares) - 1))
    total = sum(shares) or 1.0
    return [int(room * share / total) for share in shares]


class TableRowFace(ButtonFace):
    """Cells side by side, each wrapped in its column."""

    def __init__(self, theme: Theme, cells: Sequence[Cell], shares: Sequence[float]) -> None:
        spoken = ", ".join(cell.text for cell in cells if cell.text)
        super().__init__(theme, ButtonContent(spoken))
        self._cells = cells
        self._shares = shares
        self._flows = [
            TextFlow(theme, cell.text, TextRole.LABEL if _heavy(cell) else TextRole.BODY)
            for cell in cells
        ]
        self._icon_px = round(theme.font(TextRole.BODY).pixelSize() * 1.2)

    def _columns(self, width: int) -> list[int]:
        return column_widths(self._shares, width - 2 * self.pad_x, self.theme.gap)

    def _icon_room(self, cell: Cell) -> int:
        return self._icon_px + self.theme.mm(1.2) if cell.icon else 0

    def natural_width(self) -> int:
        widths = (flow.natural_width() for flow in self._flows)
        return sum(widths) + self.theme.gap * (len(self._flows) - 1) + 2 * self.pad_x

    def least_width(self) -> int:
        widest = max((flow.widest_word() for flow in self._flows), default=0)
        return widest + 2 * self.pad_x

    def height(self, width: int) -> int:
        rooms = zip(self._flows, self._cells, self._columns(width), strict=False)
        heights = [
            flow.height(max(1, column - self._icon_room(cell))) for flow, cell, column in rooms
        ]
        return max(heights, default=0) + 2 * self.pad_y

    def paint(self, painter: QPainter, rect: QRect, colours: ButtonColours, checked: bool) -> None:
        left = rect.left() + self.pad_x
        for flow, cell, column in zip(
            self._flows, self._cells, self._columns(rect.width()), strict=False
        ):
            token = tone_colours(cell.tone).text if cell.tone else colours.text
            room = max(1, column - self._icon_room(cell))
            icon = QRect(left, rect.top(), self._icon_px, rect.height())
            paint_icon(painter, self.theme, cell.icon, token, icon)
            top = rect.top() + (rect.height() - flow.height(room)) / 2 - flow.optical_shift
            origin = QPointF(left + self._icon_room(cell), top)
            flow.paint(painter, origin, room, self.theme.colour(token))
            left += column + self.theme.gap


def _heavy(cell: Cell) -> bool:
    return cell.strong or cell.tone is not None
