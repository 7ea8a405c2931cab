"""Staff prove who they are on the citizen's screen: a name, and the PIN to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.staff import Staff
from ui.citizen.room import is_tight, page_margin
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.notice import Notice
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.pin_pad import PinPad
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_NAMES_A_PAGE = 6
_NAME_MM = 60.0


class StaffPinScreen(CitizenScreen):
    """Names at the left and the pad at the right, or below each other on an upright panel.

    `prove` makes the wish of a name's id and a PIN. Nothing is chosen beforehand.
    """

    def __init__(
        self,
        kit: ScreenKit,
        title: str,
        ask: str,
        staff: Sequence[Staff],
        prove: Callable[[str, str], object],
        *,
        chosen_id: str = "",
        problem: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._chosen_id = chosen_id
        self._prove = prove
        self._names = [self._name_button(person.id, person.name) for person in staff]
        self.setAccessibleName(title)
        side, top = self.theme.margin, page_margin(self.theme)
        self.body.setContentsMargins(side, top, side, top)
        upright = self.theme.metrics.is_portrait
        split = QVBoxLayout() if upright else QHBoxLayout()
        split.setSpacing(self.theme.section_gap)
        split.addLayout(self._words(title, ask, problem), 1)
        split.addWidget(self._pad(), 0, Qt.AlignmentFlag.AlignCenter)
        self.body.addLayout(split, 1)
        self._mark()

    def _words(self, title: str, ask: str, problem: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        tight = is_tight(self.theme)
        if not (tight and problem):
            column.addWidget(
                TextBlock(self.theme, title, TextRole.STRONG if tight else TextRole.HEADING)
            )
        if problem:
            column.addWidget(Notice(self.theme, problem, "warning-circle", Tone.AMBER))
        elif not tight:
            column.addWidget(Notice(self.theme, ask, "info", Tone.BLUE))
        grid = PagedGrid(
            self.theme,
            self.t,
            min_cell_mm=_NAME_MM,
            max_columns=2,
            max_per_page=_NAMES_A_PAGE,
            stretch=False,
        )
        grid.set_items(self._names)
        column.addWidget(grid, 1)
        return column

    def _pad(self) -> PinPad:
        self.pad = PinPad(self.theme, self.t)
        self.pad.entered.connect(self._on_pin)
        return self.pad

    def _name_button(self, staff_id: str, name: str) -> TouchButton:
        button = TouchButton(
            self.theme,
            name,
            icon="user-circle",
            kind=ButtonKind.CHOICE,
            checkable=True,
            payload=staff_id,
            min_mm=self.theme.button_mm,
        )
        button.activated_with.connect(self._on_name)
        return button

    def _mark(self) -> None:
        for button in self._names:
            button.setChecked(button.payload == self._chosen_id)
        self.pad.setEnabled(bool(self._chosen_id))

    @Slot(object)
    def _on_name(self, staff_id: str) -> None:
        self._chosen_id = staff_id
        self.pad.clear()
        self._mark()

    @Slot(str)
    def _on_pin(self, pin: str) -> None:
        self.wished.emit(self._prove(self._chosen_id, pin))
