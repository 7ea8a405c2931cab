"""One figure in large print with a word below it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock


class FigureCard(Card):
    """A figure and what it counts."""

    def __init__(
        self, theme: Theme, figure: str, label: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self.body.setSpacing(0)
        self.add(TextBlock(theme, figure, TextRole.TITLE))
        self.add(TextBlock(theme, label, TextRole.CAPTION))
        describe(self, f"{label}: {figure}")
