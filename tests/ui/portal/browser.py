"""One live page in a window of its own, and the person in front of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWebEngineCore import QWebEngineProfile
from pytestqt.qtbot import QtBot

from kiosk.domain.portal import allow_list
from kiosk.services.visit_folder import VisitFolder
from tests.portal.person import Person
from tests.portal.server import StandIn
from ui.portal.engine import no_papers
from ui.portal.models import FieldKind, PageLook, PageMoved, PageNews, PageReady
from ui.portal.web.live_page import LivePage

PATIENCE_MS = 30_000


class Browser(Person):
    """A page held to the list of `sites`; everything it tells is kept."""

    def __init__(
        self,
        qtbot: QtBot,
        profile: QWebEngineProfile,
        sites: tuple[str, ...],
        folder: Path,
        choose: Callable[..., list[Path]] | None = None,
    ) -> None:
        self._qtbot = qtbot
        self.folder = VisitFolder(folder)
        live = LivePage(profile, allow_list(sites), self.folder, choose or no_papers)
        super().__init__(live, self._wait)
        self.looks: list[PageLook] = []
        self.moves: list[PageMoved] = []
        self.readies: list[PageReady] = []
        self.news: list[PageNews] = []
        self.kinds: list[FieldKind] = []
        self.papers: list[Path] = []
        live.looked.connect(self.looks.append)
        live.moved.connect(self.moves.append)
        live.ready.connect(self.readies.append)
        live.told.connect(self.news.append)
        live.focused.connect(self.kinds.append)
        live.paper_came.connect(self.papers.append)
        self._is_open = True
        live.view.resize(1000, 700)
        live.view.show()
        qtbot.waitExposed(live.view)

    def _wait(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def close(self) -> None:
        """Close the page; a second time does nothing."""
        if self._is_open:
            self._is_open = False
            self.live.close()
            self.live.deleteLater()

    def given_away(self) -> None:
        """Note that somebody else closes the page."""
        self._is_open = False

    @property
    def look(self) -> PageLook:
        """Where the page stands."""
        return self.live.watch.look

    def open(self, standin: StandIn, path: str = "/") -> None:
        """Go to a page of the stand-in and wait for it."""
        self.live.open(f"{standin.url}{path}")
        self.see_path(path.partition("?")[0])
