"""Choosing from a long list: villages, procedures, all 31 barriers, in pages of large buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.touch_button import ButtonKind, TouchButton

_CELL_MM = 74
_PER_PAGE = 32


class Picker(QWidget):
    """One value of many, or several with `multiple`.

    Signals: `chosen` carries the value at the tap, or with `multiple` the tuple of values at
    “Xong”; `closed` comes when the page is left without a choice.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        kit: StaffKit,
        title: str,
        choices: Sequence[Choice],
        *,
        values: Sequence[object] = (),
        multiple: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._multiple = multiple
        self._buttons = [self._button(choice, choice.value in values) for choice in choices]
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(kit.theme.gap)
        page.addWidget(PageHeader(kit.theme, title, (), self._actions()))
        grid = PagedGrid(
            kit.theme, kit.t, min_cell_mm=_CELL_MM, max_per_page=_PER_PAGE, stretch=False
        )
        grid.set_items(self._buttons)
        page.addWidget(grid, 1)

    def _button(self, choice: Choice, is_chosen: bool) -> TouchButton:
        kind = ButtonKind.CHECK if self._multiple else ButtonKind.CHOICE
        button = TouchButton(
            self._kit.theme,
            choice.text,
            icon=choice.icon,
            detail=choice.detail,
            kind=kind,
            checkable=self._multiple,
            payload=choice.value,
        )
        if not self._multiple:
            button.setCheckable(True)
            button.activated_with.connect(self.chosen)
        button.setChecked(is_chosen)
        return button

    def _actions(self) -> list[QWidget]:
        t, theme = self._kit.t, self._kit.theme
        back = TouchButton(theme, t("Quay lại"), icon="arrow-left")
        back.activated.connect(self.closed)
        if not self._multiple:
            return [back]
        done = TouchButton(theme, t("Xong"), icon="check", kind=ButtonKind.PRIMARY)
        done.activated.connect(self._on_done)
        return [back, done]

    @Slot()
    def _on_done(self) -> None:
        self.chosen.emit(tuple(b.payload for b in self._buttons if b.isChecked()))
