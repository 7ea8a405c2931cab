"""A card of facts: a title, and below it what is known, each with its label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock

_LABEL_MM = 34


class FactsCard(Card):
    """Facts as (label, text); a fact without text is left out."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        facts: Sequence[tuple[str, str]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.gap)
        self._head.addWidget(TextBlock(theme, title, TextRole.HEADING), 1)
        self.body.addLayout(self._head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.gap)
        grid.setVerticalSpacing(theme.mm(0.8))
        grid.setColumnMinimumWidth(0, theme.mm(_LABEL_MM))
        grid.setColumnStretch(1, 1)
        for number, (label, text) in enumerate(fact for fact in facts if fact[1]):
            words = TextBlock(theme, text)
            words.setMinimumWidth(1)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(TextBlock(theme, label, TextRole.CAPTION), number, 0, top)
            grid.addWidget(words, number, 1)
        self.body.addLayout(grid)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the end of the title's line."""
        self._head.addWidget(button)
