"""What the office has said of one fact so far, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.content_review import FactEntry, FactStanding
from ui.staff.arrange import row
from ui.staff.content.words import VERDICTS, told_text
from ui.staff.phrases import DOT, moment_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton


class FactHistory(QWidget):
    """Signal `undone` when the last word is to be taken back."""

    undone = Signal()

    def __init__(
        self,
        kit: StaffKit,
        history: Sequence[FactEntry],
        standing: FactStanding,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if not history:
            title = kit.t("Mục này chưa ai xem lại.")
            text = kit.t("Mỗi lần xác nhận hay sửa sẽ có một dòng ở đây.")
            icon = "clock-counter-clockwise"
            column.addWidget(MessagePanel(kit.theme, icon, title, text))
            return
        body = PagedBody(kit.theme, kit.t, spacing=kit.theme.small_gap)
        blocks: list[QWidget] = [self._card(entry) for entry in reversed(history)]
        if standing.entry is not None:
            blocks.insert(0, self._undo())
        body.set_blocks(blocks)
        column.addWidget(body)

    def _undo(self) -> QWidget:
        undo = TouchButton(
            self._kit.theme, self._kit.t("Hoàn tác lần gần nhất"), icon="arrow-counter-clockwise"
        )
        undo.activated.connect(self._on_undo)
        return row(self._kit.theme, undo)

    def _card(self, entry: FactEntry) -> QWidget:
        theme, t = self._kit.theme, self._kit.t
        head = (t(VERDICTS[entry.verdict]), entry.staff_name, moment_text(entry.at), entry.note)
        card = Card(theme)
        edge = theme.mm(2)
        card.body.setContentsMargins(theme.padding, edge, theme.padding, edge)
        card.add(TextBlock(theme, DOT.join(part for part in head if part), TextRole.LABEL))
        if entry.value is not None:
            card.add(TextBlock(theme, told_text(t, entry.path, entry.value)))
        return card

    @Slot()
    def _on_undo(self) -> None:
        self.undone.emit()
