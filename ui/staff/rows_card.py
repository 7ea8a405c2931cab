"""A card of rows under a title; one higher than a page goes on over the pages that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.staff.list_row import ListRow
from ui.staff.phrases import DOT
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.paged_area import height_in
from ui.widgets.text_block import TextBlock


class RowsCard(Card):
    """Rows in their order; without any it says `nothing`. Each row tells of its own tap.

    `hint` says at the right of the title what the columns are.
    """

    def __init__(
        self,
        kit: StaffKit,
        icon: str,
        title: str,
        rows: Sequence[ListRow],
        *,
        nothing: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, padded=False, parent=parent)
        self._kit, self._icon, self._title, self._hint = kit, icon, title, hint
        self._rows: list[ListRow] = []
        self._lent: list[RowsCard] = []
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, kit.theme.mm(2), 0, kit.theme.radius * 4 // 5)
        self._head = self._make_head()
        self.add(self._head)
        for row in rows:
            self._take(row)
        if nothing and not rows:
            self.add(self._line(TextBlock(kit.theme, nothing, colour="muted")))

    def _make_head(self) -> QWidget:
        theme = self._kit.theme
        mark = IconMark(theme, self._icon, size_mm=7, tone=Tone.LOTUS, bare=True)
        title = TextBlock(theme, self._title, TextRole.HEADING)
        if not self._hint:
            return self._line(mark, title)
        right = Qt.AlignmentFlag.AlignRight
        return self._line(mark, title, TextBlock(theme, self._hint, TextRole.CAPTION, align=right))

    def _line(self, *widgets: QWidget) -> QWidget:
        theme, holder = self._kit.theme, QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(theme.padding, 0, theme.padding, theme.mm(1.5))
        line.setSpacing(theme.small_gap)
        for widget in widgets:
            line.addWidget(widget, int(isinstance(widget, TextBlock)))
        return holder

    def _take(self, row: ListRow) -> None:
        self._rows.append(row)
        self.add(row)
        row.show()

    # In parts, where it is higher than a page

    def told(self) -> str:
        """Return the title and what the rows say."""
        rows = (*self._rows, *(row for card in self._lent for row in card._rows))  # noqa: SLF001
        return "\n".join((self._title, *(row.accessibleName() for row in rows)))

    def parts(self, width: int, height: int) -> list[RowsCard]:
        """Return this card with its first rows and others with the rest, each within `height`."""
        _, *later = self._groups(width, height)
        self._lent = [self._lend(rows) for rows in later]
        return [self, *self._lent]

    def join(self) -> None:
        """Take all rows back."""
        lent, self._lent = self._lent, []
        for card in lent:
            rows, card._rows = card._rows, []  # noqa: SLF001
            for row in rows:
                self._take(row)

    def _groups(self, width: int, height: int) -> Iterator[list[ListRow]]:
        around = self.body.contentsMargins()
        room = height - around.top() - around.bottom() - height_in(self._head, width)
        group: list[ListRow] = []
        used = 0
        for row in self._rows:
            needed = height_in(row, width)
            if group and used + needed > room:
                yield group
                group, used = [], 0
            group.append(row)
            used += needed
        yield group

    def _lend(self, rows: Sequence[ListRow]) -> RowsCard:
        for row in rows:
            self._rows.remove(row)
            self.body.removeWidget(row)
        title = self._title + DOT + self._kit.t("tiếp theo")
        return RowsCard(self._kit, self._icon, title, rows)
