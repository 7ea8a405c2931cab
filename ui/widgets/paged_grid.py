"""Tiles or choices in a grid of equal cells, on as few pages as possible."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.paged_area import PagedArea, height_in
from ui.widgets.touch_button import TouchButton

_log = logging.getLogger(__name__)

_MOST_STRETCH = 1.8
_WIDEST = 1 << 24


@dataclass(frozen=True, slots=True)
class _Grid:
    """One way to arrange the cells; lengths are pixels."""

    columns: int
    row_height: int
    per_page: int
    pages: int
    empty: int
    too_high: int = 0


def _rank(grid: _Grid) -> tuple[int, int, bool, int, int]:
    """Cells that fit first, then fewest pages, then a fuller last row, then more columns.

    A single column comes last, unless only in it the cells are low enough for a page.
    """
    return (grid.too_high, grid.pages, grid.columns == 1, grid.empty, -grid.columns)


class PagedGrid(PagedArea):
    """Equal cells of at least `min_cell_mm`; the number of columns follows from the width.

    At most `max_per_page` cells stand on a page, since a person chooses among few. With `stretch`,
    rows grow into free height, up to 1.8 times what their text needs. No cell grows wider than
    `max_cell_mm`, if that is given; what is left over stays at the right.
    """

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        *,
        min_cell_mm: float = 80.0,
        max_cell_mm: float = math.inf,
        max_columns: int = 4,
        max_per_page: int = 8,
        stretch: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, t, parent=parent)
        self._min_cell = theme.mm(min_cell_mm)
        self._max_cell = _WIDEST if math.isinf(max_cell_mm) else theme.mm(max_cell_mm)
        self._max_columns = max_columns
        self._max_per_page = max_per_page
        self._stretch = stretch
        self._grid = _Grid(1, 0, 1, 1, 0)

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Show these cells from now on; the former ones are deleted."""
        self._take(items)

    def _split(self, size: QSize) -> int:
        if not self._widgets:
            return 1
        least = max(self._min_cell, *(w.minimumSizeHint().width() for w in self._widgets), 0)
        most = (size.width() + self.theme.gap) // (least + self.theme.gap)
        columns = max(1, min(self._max_columns, most, len(self._widgets)))
        grids = (self._grid_of(count, size) for count in range(1, columns + 1))
        self._grid = min(grids, key=_rank)
        return self._grid.pages

    def _used_width(self, columns: int, width: int) -> int:
        """Return how much of the width the cells take, with the gaps between them."""
        return min(width, columns * self._max_cell + (columns - 1) * self.theme.gap)

    def _cell_width(self, columns: int, width: int) -> int:
        used = self._used_width(columns, width)
        return (used - (columns - 1) * self.theme.gap) // columns

    def _grid_of(self, columns: int, size: QSize) -> _Grid:
        cell = self._cell_width(columns, size.width())
        height = max(height_in(widget, cell) for widget in self._widgets)
        rows = max(1, (size.height() + self.theme.gap) // (height + self.theme.gap))
        per_page = min(rows * columns, self._max_per_page)
        pages = math.ceil(len(self._widgets) / per_page)
        too_high = max(0, height - size.height())
        return _Grid(columns, height, per_page, pages, -len(self._widgets) % columns, too_high)

    def _place(self, page: int, area: QRect) -> Sequence[QWidget]:
        grid, gap = self._grid, self.theme.gap
        shown = self._widgets[page * grid.per_page : (page + 1) * grid.per_page]
        height = self._row_height(area.height())
        width = self._used_width(grid.columns, area.width())
        if height > area.height() and self.isVisible():
            _log.warning("cells of %d px on a page of %d px", height, area.height())
        for index, widget in enumerate(shown):
            row, column = divmod(index, grid.columns)
            if isinstance(widget, TouchButton):
                widget.share_height(grid.row_height)
            # Whole pixels are shared out so that the last column ends at the very edge.
            left = column * (width + gap) // grid.columns
            right = (column + 1) * (width + gap) // grid.columns - gap
            widget.setGeometry(left, row * (height + gap), right - left, height)
        return shown

    def _row_height(self, available: int) -> int:
        grid, gap = self._grid, self.theme.gap
        if not self._stretch or not self._widgets:
            return grid.row_height
        rows = math.ceil(min(grid.per_page, len(self._widgets)) / grid.columns)
        free = (available - (rows - 1) * gap) // rows
        return max(grid.row_height, min(free, round(grid.row_height * _MOST_STRETCH)))

    def _page_of(self, index: int) -> int:
        return index // self._grid.per_page
