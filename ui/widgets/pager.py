"""Blocks of a page from the top down, split over pages where they do not fit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.widgets.paged_area import PagedArea, height_in
from ui.widgets.paging import paginate
from ui.widgets.text_block import TextBlock

_log = logging.getLogger(__name__)


class PagedBody(PagedArea):
    """Shows blocks without ever cutting one; headings stay with what they head.

    A block higher than a whole page is a mistake in the screen and is logged as a warning.
    """

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        *,
        spacing: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, t, parent=parent)
        self._spacing = theme.gap if spacing is None else spacing
        self._pages: list[range] = [range(0)]

    def set_blocks(self, blocks: Sequence[QWidget]) -> None:
        """Show these blocks from now on; the former ones are deleted."""
        self._take(blocks)

    def _split(self, size: QSize) -> int:
        heights = [height_in(block, size.width()) for block in self._widgets]
        leads_on = [isinstance(b, TextBlock) and b.leads_on for b in self._widgets]
        self._pages = paginate(heights, size.height(), self._spacing, leads_on)
        return len(self._pages)

    def _place(self, page: int, area: QRect) -> Sequence[QWidget]:
        shown = [self._widgets[index] for index in self._pages[page]]
        top = area.top()
        for block in shown:
            height = height_in(block, area.width())
            if height > area.height() and self.isVisible():
                _log.warning(
                    "block of %d px on a page of %d px: %s", height, area.height(), _describe(block)
                )
            block.setGeometry(area.left(), top, area.width(), height)
            top += height + self._spacing
        return shown

    def _page_of(self, index: int) -> int:
        return next((n for n, page in enumerate(self._pages) if index in page), 0)


def _describe(block: QWidget) -> str:
    """Name a block for the log without its text, which may be a person's."""
    return block.objectName() or type(block).__name__
