"""The home screen: eight life events; the way back to what was left stands in the bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.procedure import LifeEventCard
from ui.citizen import wishes
from ui.citizen.models import HomeModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import ButtonKind, TouchButton

_LEAST_MM = 74.0


class HomeScreen(PagedScreen):
    """Asks what is to be done today; tiles lose their examples before they need a second page."""

    def __init__(self, kit: ScreenKit, model: HomeModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._counts = model.counts
        title = self.title(self.t("Ông/bà cần làm việc gì hôm nay?"))
        makers = (self._short_tile,) if self.is_tight else (self._tile, self._short_tile)
        for make in makers:
            tiles = [make(card) for card in model.cards]
            if self.fit_on_one_page([title], tiles, min_cell_mm=_LEAST_MM, max_columns=4):
                break
        self.lay_out_choices([title], tiles, min_cell_mm=_LEAST_MM, max_columns=4)

    def _tile(self, card: LifeEventCard) -> TouchButton:
        count = self._counts.get(card.event, 0)
        return self.wishing(
            TouchButton(
                self.theme,
                self.t(card.title),
                icon=card.icon,
                detail=self.t(card.examples),
                role=self.choice_role,
                badge=self.t("{count} thủ tục", count=count),
                kind=ButtonKind.TILE,
                payload=wishes.OpenLifeEvent(card.event),
            )
        )

    def _short_tile(self, card: LifeEventCard) -> TouchButton:
        """Return a tile without examples and count, lower by far."""
        return self.wishing(
            TouchButton(
                self.theme,
                self.t(card.title),
                icon=card.icon,
                kind=ButtonKind.CHOICE,
                payload=wishes.OpenLifeEvent(card.event),
            )
        )
