"""Whether the blocks of a page have room below what stays in place, reckoned before it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.citizen.room import bar_button_height, screen_room
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.paged_area import height_in

_FEWEST_LINES = 4.5


@dataclass(frozen=True, slots=True)
class PagePlan:
    """The body of a page: `shares` are the widths of body and aside, None without an aside."""

    theme: Theme
    shares: tuple[int, int] | None
    actions: QWidget | None

    @property
    def width(self) -> int:
        """Pixels across the body."""
        width = screen_room(self.theme).width()
        if self.shares is None:
            return width
        return (width - self.theme.section_gap) * self.shares[0] // sum(self.shares)

    @property
    def page_height(self) -> int:
        """Pixels down one page, above the bar that turns to the next."""
        return self.room_below([]) - self._page_bar

    def room_below(self, fixed: Sequence[QWidget]) -> int:
        """Return the pixels that `fixed` and the actions leave to the body."""
        still = [*fixed, self.actions] if self.actions is not None else list(fixed)
        used = sum(height_in(widget, self.width) + self.theme.gap for widget in still)
        return screen_room(self.theme).height() - used

    def has_lines(self, fixed: Sequence[QWidget], least: int, *, whole: int) -> bool:
        """Return whether `whole` pixels fit below `fixed`, or `least` of them on each page."""
        left = self.room_below(fixed)
        return whole <= left or least <= left - self._page_bar

    @property
    def _page_bar(self) -> int:
        return bar_button_height(self.theme) + self.theme.gap

    def has_room(self, fixed: Sequence[QWidget], blocks: Sequence[QWidget]) -> bool:
        """Return whether all blocks fit on one page, or each on one, with lines to spare."""
        gap, left = self.theme.gap, self.room_below(fixed)
        heights = [height_in(block, self.width) for block in blocks]
        if sum(heights) + gap * max(0, len(heights) - 1) <= left:
            return True
        page = left - self._page_bar
        fewest = round(self.theme.line_px(TextRole.BODY) * _FEWEST_LINES)
        return page >= max(fewest, *heights)
