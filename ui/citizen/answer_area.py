"""The place for the search's answer, in the room that the field and the keyboard leave.

While somebody types there is room for the best few; what does not fit waits for “Tìm”, which takes
the keyboard away. Then all of it is shown, six tiles a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.accessibility import announce
from ui.citizen.answer_parts import AnswerParts, AnswerTile
from ui.citizen.blocks import grouped, pushed_up
from ui.citizen.button_rows import ButtonRows
from ui.citizen.room import bar_button_height, is_tight
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.message_panel import MessagePanel
from ui.widgets.paged_area import PagedArea, height_in
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

MOST_PER_PAGE = 6
_ROW = 3
_WIDEST_MM, _WHOLE_WIDTH_MM = 240.0, 600.0
_CELL_MM = 140.0
_SEE_ALL = N_("Bấm “Tìm” để xem.")


class AnswerArea(QWidget):
    """Shows one answer at a time. Signals: `wished` carries what a touched tile wishes for."""

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._theme = kit.theme
        self._shown: tuple[AnswerParts, QSize, bool] | None = None
        self._content: QWidget | None = None

    @property
    def pages(self) -> PagedArea | None:
        """What turns pages, if the answer has any."""
        if isinstance(self._content, PagedArea):
            return self._content
        parts = self._content.findChildren(QWidget) if self._content is not None else []
        return next((part for part in parts if isinstance(part, PagedArea)), None)

    def show_answer(self, parts: AnswerParts, room: QSize, *, is_typing: bool) -> None:
        """Show an answer in `room` pixels; the same one again changes nothing."""
        if self._shown == (parts, room, is_typing):
            return
        focused = self._focused_wish()
        self.clear()
        self._shown = (parts, room, is_typing)
        self._content = self._few(parts, room) if is_typing else self._all(parts, room)
        self._content.setParent(self)
        self._content.setGeometry(self.rect())
        self._content.show()
        self._focus_again(focused)
        announce(self, " ".join(parts.lines) or self._counted(parts))

    def _focused_wish(self) -> object:
        """Return what the tile with the focus wishes for, None without one."""
        focused = self.window().focusWidget()
        is_tile = isinstance(focused, TouchButton) and self.isAncestorOf(focused)
        return focused.payload if is_tile and isinstance(focused, TouchButton) else None

    def _focus_again(self, wish: object) -> None:
        """Give the focus back to the tile that leads to the same place, wherever it stands now."""
        for button in self.findChildren(TouchButton):
            if wish is not None and button.payload == wish and button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Show nothing, as before the area gets another size for another answer."""
        former, self._content, self._shown = self._content, None, None
        if former is not None:
            former.hide()
            former.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is not None:
            self._content.setGeometry(self.rect())

    def _counted(self, parts: AnswerParts) -> str:
        return self._kit.t("Thấy {count} việc.", count=len(parts.tiles))

    # The best few, below the field and above the keys

    def _few(self, parts: AnswerParts, room: QSize) -> QWidget:
        """Return what fits; where no tile does, say how many there are and which key shows them."""
        lines: list[QWidget] = [*self._lines(parts)]
        used = sum(height_in(line, room.width()) for line in lines)
        gap = self._theme.small_gap if lines else 0
        rows = self._best_rows(parts, QSize(room.width(), room.height() - used - gap))
        if rows is not None:
            return pushed_up([grouped(lines, 0), rows], gap) if lines else pushed_up([rows], 0)
        if used <= room.height() and (parts.is_example or not parts.tiles):
            return pushed_up(lines, 0)
        return self._pointer(parts, lines, room)

    def _pointer(self, parts: AnswerParts, lines: list[QWidget], room: QSize) -> QWidget:
        """Return the lines and what “Tìm” would show, or as much of that as has room."""
        more = [] if parts.is_example else [self._kit.t(_SEE_ALL)]
        count = [self._counted(parts)] if parts.tiles and more else []
        for kept, words in ((lines, [*count, *more]), ([], [*count, *more]), ([], count), ([], [])):
            blocks = [*kept, TextBlock(self._theme, " ".join(words), TextRole.STRONG)]
            if sum(height_in(block, room.width()) for block in blocks) <= room.height():
                break
            blocks[-1].deleteLater()
        for line in (line for line in lines if line not in blocks):
            line.deleteLater()
        return pushed_up(blocks, 0)

    def _best_rows(self, parts: AnswerParts, room: QSize) -> ButtonRows | None:
        """Return the first tiles that fit, with their second lines where a row of them does."""
        tiles = parts.tiles[:MOST_PER_PAGE]
        if not tiles:
            return None
        enough = len(tiles) if parts.belongs_together else min(len(tiles), _ROW)
        for detailed, wanted in ((True, enough), (False, enough), (False, 1)):
            buttons = [self._button(tile, detailed=detailed) for tile in tiles]
            count = self._count_that_fits(buttons, room)
            for button in buttons[count:]:
                button.deleteLater()
            if count >= wanted and not (parts.belongs_together and count < enough):
                return self._rows(buttons[:count])
            for button in buttons[:count]:
                button.deleteLater()
        return None

    def _count_that_fits(self, buttons: Sequence[TouchButton], room: QSize) -> int:
        """Return how many of the first buttons have room, in rows of up to three."""
        for count in range(len(buttons), 0, -1):
            heights = [
                self._height(buttons[:count], columns, room.width())
                for columns in range(1, min(_ROW, count) + 1)
            ]
            if min(heights) <= room.height():
                return count
        return 0

    def _height(self, buttons: Sequence[TouchButton], columns: int, width: int) -> int:
        gap = self._theme.gap
        cell = min((width - (columns - 1) * gap) // columns, self._theme.mm(_WIDEST_MM))
        if columns > 1 and cell < max(button.minimumSizeHint().width() for button in buttons):
            return _NEVER
        heights = [button.heightForWidth(cell) for button in buttons]
        rows = [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]
        return sum(rows) + gap * (len(rows) - 1)

    # All of it, on pages

    def _all(self, parts: AnswerParts, room: QSize) -> QWidget:
        lines = self._lines(parts, is_heading=bool(parts.tiles))
        if not parts.tiles:
            return self._message(parts, lines, room)
        buttons = [self._button(tile, detailed=not is_tight(self._theme)) for tile in parts.tiles]
        if is_tight(self._theme):
            return self._paged([*lines, *self._pairs(buttons, room, lines)])
        grid = PagedGrid(
            self._theme,
            self._kit.t,
            min_cell_mm=_CELL_MM,
            max_columns=2,
            max_per_page=MOST_PER_PAGE,
        )
        grid.set_items(buttons)
        if not lines:
            return grid
        return grouped([*lines, grid], self._theme.gap)

    def _pairs(
        self, buttons: Sequence[TouchButton], room: QSize, lines: Sequence[QWidget]
    ) -> list[QWidget]:
        """Return rows of two, or of one where two side by side are too high for a page."""
        above = sum(height_in(line, room.width()) + self._theme.gap for line in lines)
        page = room.height() - bar_button_height(self._theme) - self._theme.gap - above
        pairs = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
        are_low = all(self._height(pair, len(pair), room.width()) <= page for pair in pairs)
        if are_low:
            return [self._rows(pair) for pair in pairs]
        return [self._rows([button], widest_mm=_WHOLE_WIDTH_MM) for button in buttons]

    def _message(self, parts: AnswerParts, lines: list[TextBlock], room: QSize) -> QWidget:
        """Return the lines in the middle of the page, or as text where that has no room."""
        panel = MessagePanel(self._theme, parts.icon, parts.lines[0], " ".join(parts.lines[1:]))
        if height_in(panel, room.width()) > room.height():
            panel.deleteLater()
            return self._paged(lines)
        for line in lines:
            line.deleteLater()
        return panel

    def _paged(self, blocks: Sequence[QWidget]) -> PagedBody:
        body = PagedBody(self._theme, self._kit.t, most_choices=MOST_PER_PAGE)
        body.set_blocks(blocks)
        return body

    # Parts

    def _lines(self, parts: AnswerParts, *, is_heading: bool = False) -> list[TextBlock]:
        """Return the lines; one that heads tiles on pages stays with them."""
        heading = TextRole.LABEL if is_tight(self._theme) else TextRole.HEADING
        first = heading if is_heading else TextRole.STRONG
        roles = (first, *(TextRole.BODY,) * len(parts.lines))
        return [
            TextBlock(self._theme, line, role)
            for line, role in zip(parts.lines, roles, strict=False)
        ]

    def _rows(self, buttons: Sequence[TouchButton], *, widest_mm: float = _WIDEST_MM) -> ButtonRows:
        return ButtonRows(self._theme, buttons, most_columns=_ROW, widest_mm=widest_mm, equal=True)

    def _button(self, tile: AnswerTile, *, detailed: bool) -> TouchButton:
        button = TouchButton(
            self._theme,
            tile.text,
            icon=tile.icon,
            detail=tile.detail if detailed else "",
            kind=ButtonKind.RESULT,
            payload=tile.wish,
        )
        button.activated_with.connect(self.wished)
        return button


_NEVER = 1 << 24
