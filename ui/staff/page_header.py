"""The head of a staff page: its title, what qualifies it, and its actions at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock

_SHORT = 0.2
"""What takes no more of the panel's width than this is never broken for a longer neighbour."""


class PageHeader(QWidget):
    """A title, chips beside it, actions at the far end; where room is short the longest wraps."""

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
        shown = (self.title, *chips)
        for widget in shown:
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        _keep_whole(shown, round(theme.metrics.width_px * _SHORT))
        line.addStretch(1)
        for action in actions:
            line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)


def _keep_whole(widgets: Sequence[QWidget], most: int) -> None:
    """Let all but the longest keep their width, as far as each takes at most `most` pixels."""
    widths = [widget.sizeHint().width() for widget in widgets]
    for widget, width in zip(widgets, widths, strict=True):
        if width <= most and width < max(widths):
            widget.setMinimumWidth(width)
