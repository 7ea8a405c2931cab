"""What a page shows when there is nothing to show: empty, offline, or not to be had just now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, Tone
from ui.widgets.button_style import Align
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock


class MessagePanel(QWidget):
    """An icon, a title, what to do next, and the buttons to do it; all in the middle."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        actions: Sequence[QWidget] = (),
        *,
        tone: Tone | str = Tone.BLUE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        heading = TextRole.HEADING if theme.is_staff and theme.is_compact else TextRole.TITLE
        size_mm = (18.0 if theme.is_staff else 24.0) + (0.0 if theme.is_compact else 6.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap)
        column.addStretch(1)
        column.addWidget(IconMark(theme, icon, size_mm=size_mm, tone=tone, disc=True), 0, centre)
        column.addWidget(TextBlock(theme, title, heading, align=centre))
        column.addWidget(TextBlock(theme, text, TextRole.BODY, align=centre))
        if actions:
            row = FlowRow(theme, align=Align.CENTER)
            for action in actions:
                row.add(action)
            column.addSpacing(theme.gap)
            column.addWidget(row)
        column.addStretch(2)
