"""The split: the guided step beside the live page, above it where the panel stands upright."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen.room import page_margin
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.portal.guide_column import GuideColumn
from ui.portal.models import PageLook, PageNews, PortalModel
from ui.portal.pane import PortalPane
from ui.portal.split import Split


class PortalScreen(CitizenScreen):
    """Forty parts for the guide, sixty for the page."""

    def __init__(self, kit: ScreenKit, model: PortalModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        step = model.step
        self.subject = ("portal", step.procedure.code, step.step.id)
        self.setAccessibleName(step.step.title)
        self.guide = GuideColumn(kit, step)
        self.pane = PortalPane(kit, model.page, model.news)
        for part in (self.guide, self.pane):
            part.wished.connect(self.wished)
        side, top = self.theme.margin, page_margin(self.theme)
        self.body.setContentsMargins(side, top, side, top)
        self.body.addWidget(Split(self.theme, self.guide, self.pane), 1)

    def take(self, look: PageLook) -> bool:
        """Show the page's next moment; return whether something else stands in its place now."""
        return self.pane.take(look)

    def tell(self, news: PageNews | None) -> None:
        """Tell something above the page, or nothing any more."""
        self.pane.tell(news)

    def hold(self, view: QWidget) -> None:
        """Give the live page its place."""
        self.pane.slot.hold(view)

    def release(self) -> None:
        """Take the live page out before this screen goes."""
        self.pane.slot.release()

    def memory(self) -> object:
        """Return the page of the guide's words that is open."""
        return self.guide.body.page

    def recall(self, memory: object) -> None:
        """Open the page of the guide's words that was open."""
        if isinstance(memory, int):
            for _turn in range(memory):
                self.guide.body.next_page()
