"""One row of a list inside a card: texts in columns, the whole row to be tapped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.button_face import ButtonContent, ButtonFace
from ui.widgets.button_style import ButtonColours, ButtonKind
from ui.widgets.table_data import Cell, spoken_row
from ui.widgets.table_row import TableRowFace
from ui.widgets.touch_button import TouchButton

_ROW_MM = 14.0


class ListRow(TouchButton):
    """A row with a hairline above it; `activated_with` carries its payload.

    A `checkable` one is ticked by tapping it; its first cell is the box.
    """

    def __init__(
        self,
        theme: Theme,
        cells: Sequence[Cell],
        shares: Sequence[float],
        *,
        payload: object = None,
        checkable: bool = False,
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._cells = cells
        self._shares = shares
        super().__init__(
            theme,
            spoken_row(cells),
            kind=ButtonKind.TILE,
            payload=payload,
            checkable=checkable,
            description=description,
            min_mm=_ROW_MM,
            parent=parent,
        )

    def _make_face(self, content: ButtonContent) -> ButtonFace:
        return TableRowFace(self._theme, self._cells, self._shares)

    def _paint_ground(self, painter: QPainter, colours: ButtonColours) -> None:
        line = self._theme.line_width
        area = self.rect().adjusted(line, 0, -line, 0)
        painter.fillRect(area, self._theme.colour(colours.ground))
        side = self._theme.padding
        rule = area.adjusted(side, 0, -side, 0)
        painter.fillRect(rule.x(), 0, rule.width(), line, self._theme.colour("line"))
