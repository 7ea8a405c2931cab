"""The common build of the citizen's pages: a heading, a body that turns pages, actions that stay.

In landscape an aside may stand at the right; upright it stands below the body. On a panel with few
lines of text the heading becomes part of the body, so that it turns pages with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from weakref import WeakSet

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.citizen.blocks import pushed_up
from ui.citizen.button_rows import ButtonRows
from ui.citizen.page_plan import PagePlan
from ui.citizen.room import is_tight, page_margin, screen_room
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.theme.tokens import TextRole, TextSize
from ui.widgets.message_panel import MessagePanel
from ui.widgets.paged_area import PagedArea, PagePlace
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.pager import PagedBody
from ui.widgets.readable import texts_of
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_MOST_CHOICES = 8
"""A person chooses among few; bar and header are not counted."""


class PagedScreen(CitizenScreen):
    """A page built with `lay_out`; where it stood survives a change of size or language."""

    def __init__(self, kit: ScreenKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        side, top = self.theme.margin, page_margin(self.theme)
        self.body.setContentsMargins(side, top, side, top)
        self.is_tight = is_tight(self.theme)
        self.pages: PagedArea | None = None
        self.main_actions: ButtonRows | None = None
        self._texts_above = 0
        self._quiet: WeakSet[QWidget] = WeakSet()

    @property
    def choice_role(self) -> TextRole:
        """The role of the words on large choices: larger where the panel is."""
        roomy = not self.theme.is_compact and self.theme.text_size is TextSize.NORMAL
        return TextRole.HEADING if roomy else TextRole.BUTTON

    @property
    def word_role(self) -> TextRole:
        """The role of a page's few sentences where nothing else is to be read: as large."""
        return TextRole.HEADING if self.choice_role is TextRole.HEADING else TextRole.BODY

    def title(self, text: str, role: TextRole = TextRole.TITLE) -> TextBlock:
        """Return the page's heading, which is also what is announced."""
        self.setAccessibleName(text)
        return TextBlock(self.theme, text, role)

    def head(self, title: QWidget, *, above: str = "", below: str = "") -> list[QWidget]:
        """Return the title with quiet lines about it, which go first where room is short."""
        before = [self.muted(above)] if above else []
        after = [self.muted(below)] if below else []
        self._quiet.update((*before, *after))
        return [*before, title, *after]

    def _without_quiet(self, head: Sequence[QWidget]) -> list[QWidget]:
        """Return the head for the pages of a body: the lines about the title have gone."""
        return [widget for widget in head if widget not in self._quiet]

    def aside_that_fits(
        self, make: Callable[[], Sequence[QWidget]], shares: tuple[int, int]
    ) -> QWidget | None:
        """Return what `make` makes as a column for the right side, or None without room there.

        Upright and on tight pages there is no right side.
        """
        room = screen_room(self.theme)
        if self.theme.metrics.is_portrait or self.is_tight:
            return None
        width = (room.width() - self.theme.section_gap) * shares[1] // sum(shares)
        aside = pushed_up(make(), self.theme.gap)
        narrow = aside.minimumSizeHint().width() <= width
        if narrow and aside.heightForWidth(width) <= room.height():
            return aside
        aside.deleteLater()
        return None

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
        equal: bool = False,
    ) -> ButtonRows:
        """Return the page's main actions, whose buttons emit the wishes they carry."""
        self.main_actions = ButtonRows(
            self.theme,
            [self.wishing(button) for button in buttons],
            most_columns=most_columns,
            widest_mm=widest_mm,
            centred=centred,
            equal=equal,
        )
        return self.main_actions

    def lay_out_choices(
        self,
        head: Sequence[QWidget],
        cells: Sequence[TouchButton],
        *,
        min_cell_mm: float,
        max_columns: int,
        max_per_page: int = 8,
        foot: Sequence[QWidget] = (),
    ) -> None:
        """Fill the page with equal choices between `head` and `foot`.

        Where not even two rows of them have room there, they stand in pairs, and head and foot turn
        pages with them.
        """
        columns, row = self._row_of(cells, min_cell_mm, max_columns)
        rows = -(-len(cells) // columns)
        two = min(rows, 2) * (row + self.theme.gap)
        fixed = [*head, *foot]
        if not PagePlan(self.theme, None, None).has_lines(fixed, two, whole=rows * row):
            self.lay_out([], [*self._without_quiet(head), *self.pairs(cells), *foot])
            return
        grid = PagedGrid(
            self.theme,
            self.t,
            min_cell_mm=min_cell_mm,
            max_columns=max_columns,
            max_per_page=max_per_page,
        )
        grid.set_items(cells)
        self.lay_out(head, grid, foot=foot)

    def fit_on_one_page(
        self,
        head: Sequence[QWidget],
        cells: Sequence[TouchButton],
        *,
        min_cell_mm: float,
        max_columns: int,
    ) -> bool:
        """Return whether `lay_out_choices` would need one page only."""
        columns, row = self._row_of(cells, min_cell_mm, max_columns)
        whole = -(-len(cells) // columns) * (row + self.theme.gap)
        return whole <= PagePlan(self.theme, None, None).room_below(head) + self.theme.gap

    def _row_of(
        self, cells: Sequence[TouchButton], min_cell_mm: float, max_columns: int
    ) -> tuple[int, int]:
        """Return the columns in which a grid is lowest, and the height of one row."""
        width, gap = screen_room(self.theme).width(), self.theme.gap
        least = max(self.theme.mm(min_cell_mm), *(c.minimumSizeHint().width() for c in cells))
        most = max(1, min(max_columns, (width + gap) // (least + gap), len(cells)))

        def row(columns: int) -> int:
            cell = (width - (columns - 1) * gap) // columns
            return max(button.heightForWidth(cell) for button in cells)

        def whole(columns: int) -> int:
            return -(-len(cells) // columns) * (row(columns) + gap)

        best = min(range(most, 0, -1), key=whole)
        return best, row(best)

    def pairs(self, cells: Sequence[TouchButton]) -> list[QWidget]:
        """Return the choices two by two, each pair a block."""
        two_by_two = [cells[at : at + 2] for at in range(0, len(cells), 2)]
        return [
            ButtonRows(self.theme, pair, most_columns=2, widest_mm=240.0) for pair in two_by_two
        ]

    def lay_out(
        self,
        head: Sequence[QWidget],
        content: Sequence[QWidget] | PagedArea,
        *,
        foot: Sequence[QWidget] = (),
        actions: QWidget | None = None,
        aside: QWidget | None = None,
        shares: tuple[int, int] = (60, 40),
        aside_stays: bool = False,
    ) -> None:
        """Fill the page; `shares` are the widths of body and aside in landscape.

        `content` is a list of blocks, or a paged area of the screen's own (then the heading stays
        above it on every page). Blocks that would not have room below the heading take it along
        through their pages. Upright, what stands aside becomes the last block, unless it has to
        stay in view and there is room for that.
        """
        beside = aside is not None and not self.theme.metrics.is_portrait
        if not isinstance(content, PagedArea):
            below = aside if not beside else None
            plan = PagePlan(self.theme, shares if beside else None, actions)
            stays = aside_stays and plan.has_room(
                [*head, *foot, *([below] if below else [])], content
            )
            if below is not None and not stays:
                content, aside = [*content, below], None
            if self.is_tight or not plan.has_room([*head, *foot], content):
                content = [*self._without_quiet(head), *content, *foot]
                head, foot = (), ()
            content = self._paged(content, _MOST_CHOICES - _choices_of([aside, actions, *head]))
        self.pages = content
        self._assemble(head, foot, actions, aside, shares)

    def _paged(self, blocks: Sequence[QWidget], most_choices: int) -> PagedBody:
        paged = PagedBody(self.theme, self.t, most_choices=max(2, most_choices))
        paged.set_blocks(blocks)
        return paged

    def _assemble(
        self,
        head: Sequence[QWidget],
        foot: Sequence[QWidget],
        actions: QWidget | None,
        aside: QWidget | None,
        shares: tuple[int, int],
    ) -> None:
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        self._stack(column, head)
        self._texts_above = sum(len(texts_of(widget)) for widget in head)
        if self.pages is not None:
            column.addWidget(self.pages, 1)
        if aside is None or self.theme.metrics.is_portrait:
            self.body.addLayout(column, 1)
            self._stack(self.body, foot)
            for widget in (aside, actions):
                if widget is not None:
                    self.body.addWidget(widget)
            return
        if actions is not None:
            column.addWidget(actions)
        row = QHBoxLayout()
        row.setSpacing(self.theme.section_gap)
        row.addLayout(column, shares[0])
        row.addWidget(aside, shares[1])
        self.body.addLayout(row, 1)
        self._stack(self.body, foot)

    def lay_out_message(
        self, icon: str, title: str, text: str, actions: QWidget | None = None
    ) -> None:
        """Fill the page with one message in its middle, and the actions below it."""
        self.setAccessibleName(title)
        panel = MessagePanel(self.theme, icon, title, text)
        if not PagePlan(self.theme, None, actions).has_room([], [panel]):
            panel.deleteLater()
            self.lay_out([self.title(title)], [self.muted(text)], actions=actions)
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
        """Return where the page begins that is shown; None at the very beginning.

        Texts above the pages count too, as in another size they may turn with them.
        """
        if self.pages is None or self.pages.page == 0:
            return None
        place = self.pages.place()
        return replace(place, number=place.number + self._texts_above)

    def recall(self, memory: object) -> None:
        """Turn to the page on which now stands what was read first."""
        if isinstance(memory, PagePlace) and self.pages is not None:
            self.pages.return_to(replace(memory, number=memory.number - self._texts_above))


def _choices_of(widgets: Sequence[QWidget | None]) -> int:
    """Return how many buttons stand outside the body, on every page."""
    return sum(len(w.findChildren(TouchButton)) for w in widgets if w is not None)
