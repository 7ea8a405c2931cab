"""A window with one message and one button: what is shown when nothing else can be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.errors import KnownError
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SIDE_MM = 40.0


def notice_of(kit: StaffKit, error: KnownError) -> NoticeWindow:
    """Return the page that says what is wrong and what to do next, and closes the program."""
    lines = [kit.t(error.cure, **error.fields)] if error.cure else []
    title, close = kit.t(error.message, **error.fields), kit.t("Đóng chương trình")
    return NoticeWindow(kit, title, lines, close)


class NoticeWindow(QWidget):
    """Title, lines, and a button; `second` is another way out.

    Signals: `answered` when the button was pressed, `declined` when the second one was.
    """

    answered = Signal()
    declined = Signal()

    def __init__(
        self, kit: StaffKit, title: str, lines: Sequence[str], button: str, *, second: str = ""
    ) -> None:
        super().__init__()
        self._theme = kit.theme
        self.setWindowTitle("Đồng Hành Số")
        side = kit.theme.mm(_SIDE_MM)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, kit.theme.margin, side, kit.theme.margin)
        column.setSpacing(kit.theme.section_gap)
        column.addStretch(1)
        column.addWidget(IconMark(kit.theme, "lotus", size_mm=18))
        column.addWidget(TextBlock(kit.theme, title, TextRole.TITLE))
        for line in lines:
            column.addWidget(TextBlock(kit.theme, line, TextRole.HEADING))
        action = TouchButton(kit.theme, button, kind=ButtonKind.PRIMARY, min_mm=16)
        action.activated.connect(self.answered)
        column.addWidget(action)
        if second:
            other = TouchButton(kit.theme, second, min_mm=16)
            other.activated.connect(self.declined)
            column.addWidget(other)
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))
