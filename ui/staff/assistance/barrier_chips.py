"""The barriers of one help: the likely ones as chips, all 31 one tap away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.barrier import BARRIERS
from ui.staff.phrases import barrier_text
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.flow_row import FlowRow
from ui.widgets.touch_button import ButtonKind, TouchButton


def all_barrier_choices(kit: StaffKit) -> list[Choice]:
    """Return all 31 barriers to choose from."""
    return [Choice(barrier.code, kit.t(barrier.staff_label)) for barrier in BARRIERS]


class BarrierChips(FlowRow):
    """Chips that toggle; those tapped by the citizen come already chosen.

    Signals: `changed` at every tap, `wants_all` for the whole list.
    """

    changed = Signal()
    wants_all = Signal()

    def __init__(
        self,
        kit: StaffKit,
        likely: tuple[str, ...],
        chosen: tuple[str, ...],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, parent=parent)
        self._kit = kit
        self._likely = likely
        self._chips: list[TouchButton] = []
        self.set_values(chosen)

    def values(self) -> tuple[str, ...]:
        """Return the codes chosen, in the order shown."""
        return tuple(str(chip.payload) for chip in self._chips if chip.isChecked())

    def set_values(self, chosen: tuple[str, ...]) -> None:
        """Show the chosen first, then the likely; then the way to all."""
        self.clear()
        codes = dict.fromkeys((*chosen, *self._likely))
        self._chips = [self._chip(code, code in chosen) for code in codes]
        for chip in self._chips:
            self.add(chip)
        more = TouchButton(
            self._kit.theme, self._kit.t("Tất cả vướng mắc"), trailing_icon="caret-right"
        )
        more.activated.connect(self.wants_all)
        self.add(more)

    def _chip(self, code: str, is_chosen: bool) -> TouchButton:
        text = barrier_text(self._kit.t, code)
        chip = TouchButton(self._kit.theme, text, kind=ButtonKind.CHIP, payload=code)
        chip.setChecked(is_chosen)
        chip.activated.connect(self._on_tapped)
        return chip

    @Slot()
    def _on_tapped(self) -> None:
        self.changed.emit()
