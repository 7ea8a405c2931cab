"""The common build of the citizen's pages: a heading, a body that turns pages, actions that stay.

In landscape an aside may stand at the right; upright it stands below the body. On a panel with few
lines of text the heading becomes part of the body, so that it turns pages with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.citizen.button_rows import ButtonRows
from ui.citizen.room import is_tight, page_margin
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.theme.tokens import TextRole, TextSize
from ui.widgets.message_panel import MessagePanel
from ui.widgets.paged_area import PagedArea
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton


class PagedScreen(CitizenScreen):
    """A page built with `lay_out`; where it stood survives a change of size or language."""

    def __init__(self, kit: ScreenKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        side, top = self.theme.margin, page_margin(self.theme)
        self.body.setContentsMargins(side, top, side, top)
        self.is_tight = is_tight(self.theme)
        self.pages: PagedArea | None = None
        self.main_actions: ButtonRows | None = None
        self._blocks: list[QWidget] = []

    @property
    def choice_role(self) -> TextRole:
        """The role of the words on large choices: larger where the panel is."""
        roomy = not self.theme.is_compact and self.theme.text_size is TextSize.NORMAL
        return TextRole.HEADING if roomy else TextRole.BUTTON

    def title(self, text: str, role: TextRole = TextRole.TITLE) -> TextBlock:
        """Return the page's heading, which is also what is announced."""
        self.setAccessibleName(text)
        return TextBlock(self.theme, text, role)

    def muted(self, text: str, role: TextRole = TextRole.BODY) -> TextBlock:
        """Return a quiet line below a heading."""
        return TextBlock(self.theme, text, role, colour="muted")

    def rows(
        self,
        buttons: Sequence[TouchButton],
        *,
        most_columns: int = 4,
        widest_mm: float = 150.0,
        centred: bool = False,
    ) -> ButtonRows:
        """Return the page's main actions, whose buttons emit the wishes they carry."""
        self.main_actions = ButtonRows(
            self.theme,
            [self.wishing(button) for button in buttons],
            most_columns=most_columns,
            widest_mm=widest_mm,
            centred=centred,
        )
        return self.main_actions

    def grid(
        self, cells: Sequence[QWidget], *, min_cell_mm: float, max_columns: int, max_per_page: int
    ) -> PagedGrid:
        """Return equal cells for `lay_out`, remembered like blocks."""
        grid = PagedGrid(
            self.theme,
            self.t,
            min_cell_mm=min_cell_mm,
            max_columns=max_columns,
            max_per_page=max_per_page,
        )
        grid.set_items(cells)
        self._blocks = list(cells)
        return grid

    def lay_out(
        self,
        head: Sequence[QWidget],
        content: Sequence[QWidget] | PagedArea,
        *,
        foot: Sequence[QWidget] = (),
        actions: QWidget | None = None,
        aside: QWidget | None = None,
        shares: tuple[int, int] = (60, 40),
    ) -> None:
        """Fill the page; `shares` are the widths of body and aside in landscape.

        `content` is a list of blocks, or a paged area of the screen's own (then the heading stays
        above it on every page).
        """
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        self._fill(column, head, content, foot)
        if aside is not None and not self.theme.metrics.is_portrait:
            row = QHBoxLayout()
            row.setSpacing(self.theme.section_gap)
            if actions is not None:
                column.addWidget(actions)
            row.addLayout(column, shares[0])
            row.addWidget(aside, shares[1])
            self.body.addLayout(row, 1)
            self._stack(self.body, () if self.is_tight else foot)
            return
        self._stack(column, () if self.is_tight else foot)
        self.body.addLayout(column, 1)
        for widget in (aside, actions):
            if widget is not None:
                self.body.addWidget(widget)

    def _fill(
        self,
        column: QVBoxLayout,
        head: Sequence[QWidget],
        content: Sequence[QWidget] | PagedArea,
        foot: Sequence[QWidget],
    ) -> None:
        if isinstance(content, PagedArea):
            self.pages = content
            above = head
        else:
            paged = PagedBody(self.theme, self.t)
            turning = self.is_tight
            self._blocks = [*head, *content, *foot] if turning else list(content)
            paged.set_blocks(self._blocks)
            self.pages = paged
            above = () if turning else head
        self._stack(column, above)
        column.addWidget(self.pages, 1)

    def lay_out_message(self, panel: MessagePanel, actions: QWidget | None = None) -> None:
        """Fill the page with one message in its middle, and the actions below it."""
        if self.is_tight:
            self.lay_out([], [panel], actions=actions)
            return
        self.body.addWidget(panel, 1)
        if actions is not None:
            self.body.addWidget(actions)

    def _stack(self, column: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
        """Add what stays on every page, closer together than groups are."""
        if not widgets:
            return
        group = QVBoxLayout()
        group.setSpacing(self.theme.small_gap)
        for widget in widgets:
            group.addWidget(widget)
        column.addLayout(group)

    def memory(self) -> object:
        """Return the first block that is shown, counted from 0."""
        visible = (i for i, block in enumerate(self._blocks) if not block.isHidden())
        return next(visible, 0)

    def recall(self, memory: object) -> None:
        """Turn to the page of the block that was shown."""
        if isinstance(memory, int) and memory < len(self._blocks) and self.pages is not None:
            self.pages.show_block(self._blocks[memory])
