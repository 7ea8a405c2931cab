"""Blocks of a page from the top down, split over pages where they do not fit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.block_parts import BlockParts
from ui.widgets.paged_area import PagedArea, height_in
from ui.widgets.paging import paginate
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands on a page: a block, or the part `number` of the block `index`."""

    widget: QWidget
    index: int
    number: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where it comes among all pieces."""
        return (self.index, self.number)


class PagedBody(PagedArea):
    """Shows blocks without ever cutting one; headings stay with what they head.

    Texts, notices and buttons with a detail that are higher than a page go on over several. Any
    other block higher than a page is a mistake in the screen and is logged as a warning. A person
    chooses among few: with `most_choices` no page holds more buttons than that.
    """

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        *,
        spacing: int | None = None,
        most_choices: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, t, parent=parent)
        self._spacing = theme.gap if spacing is None else spacing
        self._most_choices = most_choices
        self._parts = BlockParts()
        self._pieces: list[_Piece] = []
        self._pages: list[range] = [range(0)]

    def set_blocks(self, blocks: Sequence[QWidget]) -> None:
        """Show these blocks from now on; the former ones are deleted."""
        self._parts.clear()
        self._pieces = []
        self._take(blocks)

    def _split(self, size: QSize) -> int:
        is_whole = size == self.size()
        if is_whole and self._parts.are_due(size):
            return 2  # As before, some block is in parts; they are seen to on the smaller page.
        if is_whole:
            self._parts.clear()
        self._pieces = [
            _Piece(widget, index, number)
            for index, block in enumerate(self._widgets)
            for number, widget in enumerate(
                (block,) if is_whole else self._parts.of(block, self, size.height())
            )
        ]
        heights = [height_in(piece.widget, size.width()) for piece in self._pieces]
        leads_on = [_leads_on(piece.widget) for piece in self._pieces]
        self._pages = paginate(
            heights,
            size.height(),
            self._spacing,
            leads_on,
            choices=[_choices_in(piece.widget) for piece in self._pieces],
            most_choices=self._most_choices,
        )
        return len(self._pages) + (is_whole and max(heights, default=0) > size.height())

    def _place(self, page: int, area: QRect) -> Sequence[QWidget]:
        shown = [self._pieces[number].widget for number in self._pages[page]]
        top = area.top()
        for block in shown:
            height = height_in(block, area.width())
            if height > area.height() and self.isVisible():
                _log.warning(
                    "block of %d px on a page of %d px: %s", height, area.height(), _describe(block)
                )
            block.setGeometry(area.left(), top, area.width(), height)
            top += height + self._spacing
        for part in self._parts.added():
            part.setVisible(part in shown)
        return shown

    def _page_of(self, index: int) -> int:
        return self._page_at((index, 0))

    def _pieces_in_order(self) -> Sequence[QWidget]:
        return [piece.widget for piece in self._pieces]

    def _page_of_piece(self, number: int) -> int:
        return next((page for page, pieces in enumerate(self._pages) if number in pieces), 0)

    def _place_shown(self) -> tuple[int, int]:
        visible = (piece.place for piece in self._pieces if not piece.widget.isHidden())
        return next(visible, (0, 0))

    def _page_at(self, place: tuple[int, int]) -> int:
        """Return the page of a piece, or of the one before it if there are fewer parts now."""
        before = [number for number, piece in enumerate(self._pieces) if piece.place <= place]
        found = before[-1] if before else 0
        return next((n for n, page in enumerate(self._pages) if found in page), 0)


def _choices_in(block: QWidget) -> int:
    """Return how many buttons a block holds, itself included."""
    return len(block.findChildren(TouchButton)) + isinstance(block, TouchButton)


def _leads_on(block: QWidget) -> bool:
    return isinstance(block, TextBlock) and block.leads_on


def _describe(block: QWidget) -> str:
    """Name a block for the log without its text, which may be a person's."""
    return block.objectName() or type(block).__name__
