"""Asking for another day: the next working days, or whichever staff choose."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.models import MoveDateModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.citizen.words import day_words
from ui.widgets.touch_button import ButtonKind, TouchButton

_LEAST_MM = 84.0


class MoveDateScreen(PagedScreen):
    """One tap is the wish; the promised day stands until staff decide."""

    def __init__(self, kit: ScreenKit, model: MoveDateModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = "move_date"
        title = self.title(self.t("Ông/bà muốn đổi sang ngày nào?"))
        below = self.t("Cán bộ sẽ xem rồi trả lời.")
        days = [self._choice(day_words(self.t, day), "calendar", day) for day in model.days]
        any_day = self._choice(self.t("Để cán bộ chọn ngày"), "user-check", None)
        self.lay_out_choices(
            self.head(title, below=below), [*days, any_day], min_cell_mm=_LEAST_MM, max_columns=3
        )

    def _choice(self, text: str, icon: str, day: date | None) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                text,
                icon=icon,
                kind=ButtonKind.CHOICE,
                role=self.choice_role,
                payload=wishes.MoveTo(day),
            )
        )
