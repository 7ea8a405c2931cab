"""A table for staff: rows of at least 12 mm, whole words, pages instead of a scroll bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.button_face import ButtonContent, ButtonFace
from ui.widgets.button_style import ButtonColours, ButtonKind
from ui.widgets.paged_area import PagedArea, height_in
from ui.widgets.paging import paginate
from ui.widgets.painting import paint_panel, smooth
from ui.widgets.table_data import Cell, Column, Row, spoken_row
from ui.widgets.table_row import TableRowFace, column_widths
from ui.widgets.text_flow import TextFlow
from ui.widgets.touch_button import TouchButton

_GUARD_MS = 150


class RowTable(PagedArea):
    """Shows rows under the titles of their columns; `row_activated` carries a row's payload."""

    row_activated = Signal(object)

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        columns: Sequence[Column],
        rows: Sequence[Row] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, t, parent=parent)
        self._columns = tuple(columns)
        self._titles = [TextFlow(theme, column.title, TextRole.LABEL) for column in columns]
        self._pages: list[range] = [range(0)]
        self._bottom = 0
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows from now on, from the first page."""
        shares = [column.share for column in self._columns]
        self._take([self._row(row, shares) for row in rows])

    def _row(self, row: Row, shares: list[float]) -> TouchButton:
        cells = [Cell(cell) if isinstance(cell, str) else cell for cell in row.cells]
        button = _TableRow(self.theme, cells, shares, row.payload)
        button.setCheckable(True)
        button.setChecked(row.selected)
        button.activated_with.connect(self._on_row)
        return button

    @Slot(object)
    def _on_row(self, payload: object) -> None:
        self.row_activated.emit(payload)

    # Paging

    def _split(self, size: QSize) -> int:
        heights = [height_in(row, size.width()) for row in self._widgets]
        room = size.height() - self._head_height(size.width()) - self._foot
        self._pages = paginate(heights, max(1, room), 0)
        return len(self._pages)

    def _place(self, page: int, area: QRect) -> Sequence[QWidget]:
        shown = [self._widgets[index] for index in self._pages[page]]
        top = self._head_height(area.width())
        for row in shown:
            height = height_in(row, area.width())
            row.setGeometry(0, top, area.width(), height)
            top += height
        self._bottom = top + self._foot
        return shown

    def _page_of(self, index: int) -> int:
        return next((n for n, page in enumerate(self._pages) if index in page), 0)

    # Looks

    @property
    def _foot(self) -> int:
        """Room below the last row, where the card's corners are round."""
        return self.theme.radius * 4 // 5

    @property
    def _pad_x(self) -> int:
        return self.theme.mm(4.0 if self.theme.is_staff else 5.0)

    def _title_rooms(self, width: int) -> list[int]:
        shares = [column.share for column in self._columns]
        return column_widths(shares, width - 2 * self._pad_x, self.theme.gap)

    def _head_height(self, width: int) -> int:
        rooms = self._title_rooms(width)
        heights = (t.height(max(1, room)) for t, room in zip(self._titles, rooms, strict=True))
        return max(heights, default=0) + 2 * self.theme.mm(2.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        paint_panel(
            painter,
            QRect(0, 0, self.width(), self._bottom),
            ground=self.theme.colour("card"),
            border=self.theme.colour("line"),
            border_px=self.theme.line_width,
            radius=self.theme.radius,
        )
        left = self._pad_x
        for title, room in zip(self._titles, self._title_rooms(self.width()), strict=True):
            origin = QPointF(left, self.theme.mm(2.0))
            title.paint(painter, origin, max(1, room), self.theme.colour("muted"))
            left += room + self.theme.gap


class _TableRow(TouchButton):
    """A row as a button: a hairline above it, a tint while pressed or selected."""

    def __init__(
        self, theme: Theme, cells: Sequence[Cell], shares: Sequence[float], payload: object
    ) -> None:
        self._cells = cells
        self._shares = shares
        spoken = spoken_row(cells)
        super().__init__(
            theme, spoken, kind=ButtonKind.TILE, payload=payload, min_mm=12.0, guard_ms=_GUARD_MS
        )

    def nextCheckState(self) -> None:
        """Leave the mark to the screen: a tap opens a row, it does not select it."""

    def _make_face(self, content: ButtonContent) -> ButtonFace:
        return TableRowFace(self._theme, self._cells, self._shares)

    def _paint_ground(self, painter: QPainter, colours: ButtonColours) -> None:
        line = self._theme.line_width
        area = self.rect().adjusted(line, 0, -line, 0)
        painter.fillRect(area, self._theme.colour(colours.ground))
        painter.fillRect(area.x(), 0, area.width(), line, self._theme.colour("line"))
        if self.isChecked():
            mark = self._theme.mm(1.2)
            painter.fillRect(line, line, mark, self.height(), self._theme.colour("blue"))
