"""The main actions of a page: equal buttons in as many columns as make the area lowest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.touch_button import TouchButton


class ButtonRows(QWidget):
    """Buttons of one size side by side, or below each other where their words need the width.

    Of all arrangements that break no word, the lowest is taken; of equals, the one with fewer
    columns. No button grows beyond `widest_mm`; what is left over stays at the right, or on both
    sides when `centred`. A single row gives longer words more width, unless `equal`; with
    `first_widest` the first button takes all that the others leave. `gap` is in pixels.
    """

    def __init__(
        self,
        theme: Theme,
        buttons: Sequence[TouchButton],
        *,
        most_columns: int = 4,
        gap: int | None = None,
        widest_mm: float = 150.0,
        centred: bool = False,
        equal: bool = False,
        first_widest: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons = tuple(buttons)
        self._most = most_columns
        self._gap = theme.gap if gap is None else gap
        self._widest = theme.mm(widest_mm)
        self._centred = centred
        self._equal = equal
        self._first_widest = first_widest
        self._is_upright = theme.metrics.is_portrait
        for button in self.buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def columns_for(self, width: int) -> int:
        """Return the number of columns used at a width of `width` pixels."""
        least = max((b.minimumSizeHint().width() for b in self.buttons), default=0)
        candidates = [
            columns
            for columns in range(1, min(self._most, len(self.buttons)) + 1)
            if columns == 1 or self._cell(width, columns) >= least or self._suits(width, columns)
        ]
        return min(candidates, key=lambda columns: (self._height(width, columns), columns))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lowest arrangement."""
        return self._height(width, self.columns_for(width)) if self.buttons else 0

    def sizeHint(self) -> QSize:
        """Return the size of one row in which nothing wraps."""
        hints = [button.sizeHint() for button in self.buttons]
        widest = max((hint.width() for hint in hints), default=0)
        columns = min(self._most, len(hints))
        width = widest * columns + self._gap * max(0, columns - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of one column that breaks no word."""
        least = max((b.minimumSizeHint().width() for b in self.buttons), default=0)
        return QSize(least, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons."""
        if not self.buttons:
            return
        columns = self.columns_for(self.width())
        widths, top = self._widths(self.width(), columns), 0
        used = sum(widths) + self._gap * (columns - 1)
        start = (self.width() - used) // 2 if self._centred else 0
        for row, height in enumerate(self._row_heights(self.width(), columns)):
            left = start
            for width, button in zip(widths, self._row(row, columns), strict=False):
                button.setGeometry(QRect(left, top, width, height))
                left += width + self._gap
            top += height + self._gap

    def _cell(self, width: int, columns: int) -> int:
        """Return the width of equal columns."""
        share = (width - self._gap * (columns - 1)) // columns
        # Upright, buttons as wide as the page look calm; across a wide panel they look lost.
        return max(1, share if columns == 1 and self._is_upright else min(share, self._widest))

    def _naturals(self) -> list[int]:
        return [button.sizeHint().width() for button in self.buttons]

    def _suits(self, width: int, columns: int) -> bool:
        """Return whether one row needs, and has room for, columns of unequal width."""
        if self._equal or columns == 1 or columns != len(self.buttons):
            return False
        naturals = self._naturals()
        wraps = max(naturals) > self._cell(width, columns)
        return wraps and sum(naturals) + self._gap * (columns - 1) <= width

    def _widths(self, width: int, columns: int) -> list[int]:
        others = self._naturals()[1:]
        left = width - sum(others) - self._gap * len(others)
        is_row = columns == len(self.buttons) > 1
        if self._first_widest and is_row and left >= max(self._naturals()):
            return [left, *others]
        if not self._suits(width, columns):
            return [self._cell(width, columns)] * columns
        naturals = self._naturals()
        spare = width - sum(naturals) - self._gap * (columns - 1)
        return [natural + spare // columns for natural in naturals]

    def _row(self, row: int, columns: int) -> tuple[TouchButton, ...]:
        return self.buttons[row * columns : (row + 1) * columns]

    def _row_heights(self, width: int, columns: int) -> list[int]:
        widths = self._widths(width, columns)
        rows = -(-len(self.buttons) // columns)
        return [
            max(
                button.heightForWidth(cell)
                for cell, button in zip(widths, self._row(row, columns), strict=False)
            )
            for row in range(rows)
        ]

    def _height(self, width: int, columns: int) -> int:
        heights = self._row_heights(width, columns)
        return sum(heights) + self._gap * (len(heights) - 1)
