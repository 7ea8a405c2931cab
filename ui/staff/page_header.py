"""The head of a staff page: its title, what qualifies it, and its actions at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock


class PageHeader(QWidget):
    """A title, chips beside it, and actions at the far end."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        chips: Sequence[QWidget] = (),
        actions: Sequence[QWidget] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.gap)
        self.title = TextBlock(theme, title, TextRole.TITLE)
        for widget in (self.title, *chips):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        for action in actions:
            line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
