"""The few sections of a long form, as buttons above it; nothing is hidden behind scrolling."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.touch_button import ButtonKind, TouchButton


class SectionTabs(QWidget):
    """Buttons of which one is current; signal `chosen(index)`."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, labels: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons = [
            TouchButton(theme, label, kind=ButtonKind.QUIET, checkable=True, payload=index)
            for index, label in enumerate(labels)
        ]
        self._row = FlowRow(theme)
        for button in self._buttons:
            button.activated_with.connect(self._on_chosen)
            self._row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Mark the section that is shown."""
        for button in self._buttons:
            button.setChecked(button.payload == index)

    def set_offered(self, indexes: Sequence[int]) -> None:
        """Offer these sections only; a single one needs no buttons."""
        for button in self._buttons:
            button.setVisible(button.payload in indexes)
        self.setVisible(len(indexes) > 1)
        self._row.updateGeometry()

    def set_marked(self, indexes: Sequence[int]) -> None:
        """Mark the sections that hold something to look at."""
        for button in self._buttons:
            button.set_icon("warning-circle" if button.payload in indexes else "")

    @Slot(object)
    def _on_chosen(self, index: int) -> None:
        self.set_current(index)
        self.chosen.emit(index)
