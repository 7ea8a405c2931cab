"""One sentence above the page when something did not work; it stays until it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.accessibility import announce
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton


class TellStrip(Card):
    """Hidden until `tell`; signal `read` when “Đã rõ” was pressed."""

    read = Signal()

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, ground="red_tint", parent=parent)
        theme = kit.theme
        self._text = TextBlock(theme, "", TextRole.STRONG)
        self.body.setContentsMargins(theme.padding, theme.mm(1.5), theme.mm(1.5), theme.mm(1.5))
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        line.addWidget(IconMark(theme, "warning-circle", size_mm=7, tone=Tone.RED, bare=True))
        line.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        done = TouchButton(theme, kit.t("Đã rõ"), icon="check")
        done.activated.connect(self._on_read)
        line.addWidget(done)
        self.body.addLayout(line)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a sentence and speak it."""
        self._text.set_text(text)
        self.show()
        announce(self, text)

    def text(self) -> str:
        """Return the sentence told last."""
        return self._text.text()

    @Slot()
    def _on_read(self) -> None:
        self.hide()
        self.read.emit()
