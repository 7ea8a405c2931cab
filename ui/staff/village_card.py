"""The open home visits of one village as a card of rows, oldest promise first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.follow_up import FollowUp
from ui.staff.list_row import ListRow
from ui.staff.models import Names
from ui.staff.phrases import DOT, due_text, needs_text, short_person
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.table_data import Cell
from ui.widgets.text_block import TextBlock

_SHARES = (3.0, 4.0, 3.0, 2.0)


class VillageCard(Card):
    """Signal `opened(follow-up id)`; `count` is the whole village's, `cases` may be a part."""

    opened = Signal(str)

    def __init__(
        self,
        kit: StaffKit,
        village: str,
        cases: Sequence[FollowUp],
        names: Names,
        today: date,
        *,
        count: int,
        is_continued: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, padded=False, parent=parent)
        self._kit = kit
        self._names = names
        self._today = today
        self.body.setSpacing(0)
        self.body.setContentsMargins(0, kit.theme.mm(2), 0, kit.theme.radius // 2)
        title = village + DOT + kit.t("{count} người", count=count)
        if is_continued:
            title += DOT + kit.t("tiếp theo")
        self.body.addLayout(self._head(title))
        for case in cases:
            row = ListRow(kit.theme, self._cells(case), _SHARES, payload=case.id)
            row.activated_with.connect(self._on_row)
            self.add(row)

    def _head(self, title: str) -> QHBoxLayout:
        theme = self._kit.theme
        line = QHBoxLayout()
        line.setContentsMargins(theme.padding, 0, theme.padding, theme.mm(1.5))
        line.setSpacing(theme.small_gap)
        line.addWidget(IconMark(theme, "map-pin", size_mm=7, tone=Tone.LOTUS, bare=True))
        line.addWidget(TextBlock(theme, title, TextRole.HEADING), 1)
        return line

    def _cells(self, case: FollowUp) -> tuple[Cell, ...]:
        t = self._kit.t
        person = short_person(case.person, self._today) or t("Chưa ghi tên")
        due = due_text(t, case.due, self._today)
        is_pressing = case.due <= self._today
        return (
            Cell(person, strong=True),
            Cell(self._names.procedure(case.procedure_code)),
            Cell(needs_text(t, case.person)),
            Cell(due, tone=Tone.RED if is_pressing else None, strong=True),
        )

    @Slot(object)
    def _on_row(self, follow_up_id: object) -> None:
        self.opened.emit(str(follow_up_id))
