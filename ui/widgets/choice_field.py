"""Choose one or several of a few things by tapping them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.flow_row import FlowRow
from ui.widgets.touch_button import ButtonKind, TouchButton


class ChoiceField(QWidget):
    """A row (or, with `columns`, a grid) of buttons; `multiple` allows several at a time.

    `changed` carries the chosen value, or a tuple of values when several are allowed; it comes
    only when a person taps. Nothing is chosen at first.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Choice],
        *,
        multiple: bool = False,
        kind: ButtonKind = ButtonKind.CHIP,
        columns: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multiple = multiple
        self._group = QButtonGroup(self)
        self._group.setExclusive(not multiple)
        self.buttons = [self._button(theme, choice, kind) for choice in choices]
        if columns:
            self._lay_grid(theme, columns)
        else:
            self._lay_row(theme)
        describe(self, name)

    def _button(self, theme: Theme, choice: Choice, kind: ButtonKind) -> TouchButton:
        button = TouchButton(
            theme,
            choice.text,
            icon=choice.icon,
            detail=choice.detail,
            kind=kind,
            checkable=True,
            payload=choice.value,
        )
        button.activated.connect(self._on_activated)
        self._group.addButton(button)
        return button

    def _lay_grid(self, theme: Theme, columns: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.gap)
        for index, button in enumerate(self.buttons):
            grid.addWidget(button, *divmod(index, columns))
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def _lay_row(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowRow(theme)
        for button in self.buttons:
            row.add(button)
        column.addWidget(row)

    def value(self) -> object | None:
        """Return the chosen value, or None; of several, the first."""
        return next(iter(self.values()), None)

    def values(self) -> tuple[object, ...]:
        """Return all chosen values, in the order they are offered."""
        return tuple(button.payload for button in self.buttons if button.isChecked())

    def set_value(self, value: object | None) -> None:
        """Choose one value; None chooses nothing."""
        self.set_values(() if value is None else (value,))

    def set_values(self, values: Iterable[object]) -> None:
        """Choose exactly these values, without telling `changed`."""
        wanted = list(values)
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.payload in wanted)
        self._group.setExclusive(not self._multiple)

    @Slot()
    def _on_activated(self) -> None:
        self.changed.emit(self.values() if self._multiple else self.value())
