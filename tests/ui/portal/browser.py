"""A person at a live page: looks at it, presses in it, types into it, as a finger would."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineProfile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.portal import AllowList, allow_list
from kiosk.services.visit_folder import VisitFolder
from tests.portal.server import StandIn
from ui.portal.engine import no_papers
from ui.portal.models import FieldKind, PageLook, PageMoved, PageNews, PageReady, PageState
from ui.portal.web.live_page import LivePage

PATIENCE_MS = 10_000


class Browser:
    """One live page in a window, with eyes and hands."""

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
        self.live = LivePage(profile, self.hosts(sites), self.folder, choose or no_papers)
        self.looks: list[PageLook] = []
        self.moves: list[PageMoved] = []
        self.readies: list[PageReady] = []
        self.news: list[PageNews] = []
        self.kinds: list[FieldKind] = []
        self.papers: list[Path] = []
        self.live.looked.connect(self.looks.append)
        self.live.moved.connect(self.moves.append)
        self.live.ready.connect(self.readies.append)
        self.live.told.connect(self.news.append)
        self.live.focused.connect(self.kinds.append)
        self.live.paper_came.connect(self.papers.append)
        self._is_open = True
        view = self.live.view
        view.resize(1000, 700)
        view.show()
        qtbot.waitExposed(view)

    @staticmethod
    def hosts(sites: tuple[str, ...]) -> AllowList:
        """Return the list of these sites."""
        return allow_list(sites)

    def close(self) -> None:
        """Close the page; a second time does nothing."""
        if self._is_open:
            self._is_open = False
            self.live.close()
            self.live.deleteLater()

    # Eyes

    @property
    def look(self) -> PageLook:
        """Where the page stands."""
        return self.live.watch.look

    @property
    def path(self) -> str:
        """The path of the page's address."""
        address = self.live.address
        return address.path if address else ""

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for `condition`."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def see(self, state: PageState) -> None:
        """Wait until the page stands at `state`, and wholly."""
        self.until(lambda: self.look.state is state and self.look.progress == 100)

    def see_path(self, path: str) -> None:
        """Wait until the page at `path` is wholly there."""
        self.until(lambda: self.path == path and self.look.progress == 100)

    def see_title(self, title: str) -> None:
        """Wait until the page's title is `title`."""
        self.until(lambda: self.live.page.title() == title)

    def ask(self, script: str) -> object:
        """Return what a script in the page's own world returns."""
        answers: list[str] = []
        # As text: Qt hands over no lists.
        call = f"JSON.stringify(eval({json.dumps(script)})) ?? 'null'"
        self.live.page.runJavaScript(call, 0, answers.append)
        self.until(lambda: bool(answers))
        answer: object = json.loads(answers[0])
        return answer

    # Hands

    def open(self, standin: StandIn, path: str = "/") -> None:
        """Go to a page of the stand-in and wait for it."""
        self.live.open(f"{standin.url}{path}")
        self.see_path(path.partition("?")[0])

    def spot(self, selector: str) -> QPoint:
        """Return the middle of an element in the view."""
        script = f"""(() => {{ const e = document.querySelector({json.dumps(selector)});
            e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect();
            return [r.x + r.width / 2, r.y + r.height / 2]; }})()"""
        where = self.ask(script)
        assert isinstance(where, list)
        return QPoint(round(where[0]), round(where[1]))

    def press(self, selector: str) -> None:
        """Press an element, once the page takes presses."""
        self.press_at(self.spot(selector))

    def press_at(self, spot: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Press a spot of the view."""
        target = self.live.view.focusProxy()
        assert target is not None
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            where = QPointF(spot)
            held = button if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
            event = QMouseEvent(
                kind,
                where,
                target.mapToGlobal(where),
                button,
                held,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(target, event)

    def write(self, selector: str, text: str) -> None:
        """Press a field and type into it with the on-screen keyboard's way."""
        self.press(selector)
        name = json.dumps(selector)
        self.until(lambda: self.ask(f"document.activeElement?.matches({name}) ?? false") is True)
        before = self.ask(f"document.querySelector({name}).value")
        self.live.typing.write(text)
        wanted = f"{before}{text}"
        self.until(lambda: self.ask(f"document.querySelector({name}).value") == wanted)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key of a real keyboard."""
        target = self.live.view.focusProxy()
        assert target is not None
        QTest.keyClick(target, key, modifiers)
