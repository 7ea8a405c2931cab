"""The home screen: eight life events, and the way back to what was left unfinished."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.procedure import LifeEventCard
from ui.citizen import wishes
from ui.citizen.models import HomeModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import Align, ButtonKind, TouchButton


class HomeScreen(PagedScreen):
    """Asks what is to be done today."""

    def __init__(self, kit: ScreenKit, model: HomeModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._counts = model.counts
        tiles = [self._tile(card) for card in model.cards]
        grid = self.grid(tiles, min_cell_mm=74.0, max_columns=4, max_per_page=8)
        head: list[QWidget] = [self.title(self.t("Ông/bà cần làm việc gì hôm nay?"))]
        if model.resume_title:
            head.append(self._resume(model.resume_title))
        self.lay_out(head, grid)

    def _tile(self, card: LifeEventCard) -> TouchButton:
        count = self._counts.get(card.event, 0)
        return self.wishing(
            TouchButton(
                self.theme,
                self.t(card.title),
                icon=card.icon,
                detail="" if self.is_tight else self.t(card.examples),
                badge=self.t("{count} thủ tục", count=count),
                kind=ButtonKind.TILE,
                payload=wishes.OpenLifeEvent(card.event),
            )
        )

    def _resume(self, title: str) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                self.t("Làm tiếp: {title}", title=title),
                icon="play",
                trailing_icon="arrow-right",
                kind=ButtonKind.PRIMARY,
                align=Align.LEFT,
                payload=wishes.ResumeVisit(),
            )
        )
