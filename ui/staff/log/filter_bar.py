"""The row of filters above the log; each shows what it lets through."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.assistance import AssistanceFilter
from ui.staff.log.filters import LOG_FILTERS, LogFilter, days_text
from ui.staff.models import LogModel
from ui.staff.screen import StaffKit
from ui.widgets.flow_row import FlowRow
from ui.widgets.touch_button import ButtonKind, TouchButton


class FilterBar(FlowRow):
    """Signals: `wants_days`, `wants(LogFilter)` to choose, `cleared` to show everything."""

    wants_days = Signal()
    wants = Signal(object)
    cleared = Signal()

    def __init__(self, kit: StaffKit, model: LogModel, *, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent=parent)
        self._kit = kit
        has_days = bool(model.wanted.first_day or model.wanted.last_day)
        days = self._button(days_text(kit.t, model.wanted), "calendar", None, active=has_days)
        days.activated.connect(self._on_days)
        for one in LOG_FILTERS:
            active = bool(one.value(model.wanted))
            button = self._button(self._text(one, model), one.icon, one, active=active)
            button.activated_with.connect(self._on_filter)
        if model.wanted != AssistanceFilter():
            clear = TouchButton(kit.theme, kit.t("Bỏ lọc"), icon="x")
            clear.activated.connect(self._on_clear)
            self.add(clear)

    def _text(self, one: LogFilter, model: LogModel) -> str:
        value = one.value(model.wanted)
        choices = {choice.value: choice.text for choice in one.choices(self._kit, model)}
        return choices.get(value, value) if value else self._kit.t(one.everything)

    def _button(
        self, text: str, icon: str, payload: LogFilter | None, *, active: bool
    ) -> TouchButton:
        """Add one filter; an active one is outlined in blue."""
        button = TouchButton(
            self._kit.theme,
            text,
            icon=icon,
            trailing_icon="caret-down",
            kind=ButtonKind.SECONDARY if active else ButtonKind.QUIET,
            payload=payload,
        )
        self.add(button)
        return button

    @Slot()
    def _on_days(self) -> None:
        self.wants_days.emit()

    @Slot(object)
    def _on_filter(self, one: object) -> None:
        self.wants.emit(one)

    @Slot()
    def _on_clear(self) -> None:
        self.cleared.emit()
