"""The home screen: eight life events, and the way back to what was left unfinished."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

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
        title = self.title(self.t("Ông/bà cần làm việc gì hôm nay?"))
        tiles = [self._tile(card) for card in model.cards]
        head = self._head(title, model.resume_title)
        self.lay_out_choices(head, tiles, min_cell_mm=74.0, max_columns=4)

    def _head(self, title: QWidget, resume_title: str) -> list[QWidget]:
        """Return the question, with "Làm tiếp" beside it or below."""
        if not resume_title:
            return [title]
        resume = self._resume(resume_title)
        if self.theme.metrics.is_portrait or self.is_tight:
            return [title, resume]
        row = QWidget()
        columns = QHBoxLayout(row)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(self.theme.section_gap)
        columns.addWidget(title, 1)
        columns.addWidget(resume, 1)
        return [row]

    def _tile(self, card: LifeEventCard) -> TouchButton:
        if self.is_tight:
            return self._short_tile(card)
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
