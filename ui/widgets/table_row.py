"""One row of a table: texts in columns, the whole row to be tapped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, Tone, tone_colours
from ui.widgets.button_face import ButtonContent, ButtonFace
from ui.widgets.button_style import ButtonColours
from ui.widgets.painting import paint_icon, paint_panel
from ui.widgets.table_data import Cell, CellMark, spoken_row
from ui.widgets.text_flow import TextFlow

_DISC_MM, _BOX_MM = 8.0, 6.6


def column_widths(shares: Sequence[float], width: int, gap: int) -> list[int]:
    """Split `width` into columns by their shares, leaving `gap` between neighbours."""
    room = max(0, width - gap * (len(shares) - 1))
    total = sum(shares) or 1.0
    return [int(room * share / total) for share in shares]


class TableRowFace(ButtonFace):
    """Cells side by side, each wrapped in its column."""

    def __init__(self, theme: Theme, cells: Sequence[Cell], shares: Sequence[float]) -> None:
        super().__init__(theme, ButtonContent(spoken_row(cells)))
        self._shares = shares
        self._cells = [_CellFace(theme, cell) for cell in cells]

    def _columns(self, width: int) -> list[int]:
        return column_widths(self._shares, width - 2 * self.pad_x, self.theme.gap)

    def natural_width(self) -> int:
        gaps = self.theme.gap * (len(self._cells) - 1)
        return sum(cell.natural_width() for cell in self._cells) + gaps + 2 * self.pad_x

    def least_width(self) -> int:
        return max((cell.least_width() for cell in self._cells), default=0) + 2 * self.pad_x

    def height(self, width: int) -> int:
        rooms = zip(self._cells, self._columns(width), strict=False)
        heights = [cell.height(column) for cell, column in rooms]
        return max(heights, default=0) + 2 * self.pad_y

    def paint(self, painter: QPainter, rect: QRect, colours: ButtonColours, checked: bool) -> None:
        left = rect.left() + self.pad_x
        for cell, column in zip(self._cells, self._columns(rect.width()), strict=False):
            area = QRect(left, rect.top(), column, rect.height())
            cell.paint(painter, area, colours, checked)
            left += column + self.theme.gap


class _CellFace:
    """One cell: its text with an icon, and the detail below; or its mark."""

    def __init__(self, theme: Theme, cell: Cell) -> None:
        self._theme = theme
        self._cell = cell
        heavy = cell.strong or cell.tone is not None
        self._text = TextFlow(theme, cell.text, TextRole.LABEL if heavy else TextRole.BODY)
        self._detail = TextFlow(theme, cell.detail, TextRole.CAPTION) if cell.detail else None
        self._icon_px = round(theme.font(TextRole.BODY).pixelSize() * 1.2)

    @property
    def _icon_room(self) -> int:
        return self._icon_px + self._theme.mm(1.2) if self._cell.icon else 0

    @property
    def _mark_px(self) -> int:
        sizes = {CellMark.DISC: _DISC_MM, CellMark.BOX: _BOX_MM}
        return self._theme.mm(sizes.get(self._cell.mark, 0.0))

    def natural_width(self) -> int:
        return max(self._text.natural_width(), self._mark_px)

    def least_width(self) -> int:
        return max(self._text.widest_word(), self._mark_px)

    def height(self, width: int) -> int:
        room = max(1, width - self._icon_room)
        below = self._detail.height(room) if self._detail else 0
        return max(self._text.height(room) + below, self._mark_px)

    def paint(self, painter: QPainter, area: QRect, colours: ButtonColours, checked: bool) -> None:
        if self._cell.mark is CellMark.BOX:
            self._paint_box(painter, self._mark_area(area), checked)
        elif self._cell.mark is CellMark.DISC:
            self._paint_disc(painter, self._mark_area(area))
        else:
            self._paint_text(painter, area, colours)

    def _paint_text(self, painter: QPainter, area: QRect, colours: ButtonColours) -> None:
        token = tone_colours(self._cell.tone).text if self._cell.tone else colours.text
        room = max(1, area.width() - self._icon_room)
        icon = QRect(area.left(), area.top(), self._icon_px, area.height())
        paint_icon(painter, self._theme, self._cell.icon, token, icon)
        below = self._detail.height(room) if self._detail else 0
        height = self._text.height(room)
        left = area.left() + self._icon_room
        top = area.top() + (area.height() - height - below) / 2 - self._text.optical_shift
        self._text.paint(painter, QPointF(left, top), room, self._theme.colour(token))
        if self._detail:
            muted = self._theme.colour(colours.detail)
            self._detail.paint(painter, QPointF(left, top + height), room, muted)

    def _mark_area(self, area: QRect) -> QRect:
        side = self._mark_px
        top = area.top() + (area.height() - side) // 2
        return QRect(QPoint(area.left(), top), QPoint(area.left() + side - 1, top + side - 1))

    def _paint_disc(self, painter: QPainter, disc: QRect) -> None:
        tone = tone_colours(self._cell.tone or Tone.PLAIN)
        ground = self._theme.colour(tone.ground)
        radius = disc.width() / 2
        paint_panel(painter, disc, ground=ground, border=None, border_px=0, radius=radius)
        width = self._text.natural_width()
        left = disc.left() + (disc.width() - width) / 2
        top = disc.top() + (disc.height() - self._text.height(width)) / 2
        origin = QPointF(left, top - self._text.optical_shift)
        self._text.paint(painter, origin, width, self._theme.colour(tone.text))

    def _paint_box(self, painter: QPainter, box: QRect, checked: bool) -> None:
        theme = self._theme
        paint_panel(
            painter,
            box,
            ground=theme.colour("blue" if checked else "card"),
            border=theme.colour("blue" if checked else "edge"),
            border_px=theme.edge_width,
            radius=theme.mm(1.4),
        )
        if checked:
            inset = box.width() // 6
            inner = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, theme, "check", "on_fill", inner)
