"""Presses once more what the person pressed to be asked for a file.

A browser asks for files only right after a press, and wants the answer at once. So the first press
is answered with nothing and leads to the visit's papers; when one was made, the same spot is
pressed again. Where that spot is gone, covered, or in a frame, the person presses it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from resources import read_text
from ui.portal.web.bridge import OUR_WORLD
from ui.portal.web.view import PortalView

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class FileField(QObject):
    """The spot of a page that asks for a file."""

    def __init__(self, page: QWebEnginePage, view: PortalView, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._view = view
        script = QWebEngineScript()
        script.setName("pressed")
        script.setWorldId(OUR_WORLD.value)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setSourceCode(read_text("portal/pressed.js"))
        page.scripts().insert(script)

    def keep(self) -> None:
        """Remember what was pressed just now."""
        self._ask("keep", _nothing)

    def press(self) -> None:
        """Press it once more, if it is there and nothing lies over it."""
        self._ask("spot", self._press_at)

    def _ask(self, what: str, on_answer: Callable[[object], None]) -> None:
        call = f"globalThis.dongHanhSoPressed ? dongHanhSoPressed.{what}() : ''"
        self._page.runJavaScript(call, OUR_WORLD.value, on_answer)

    def _press_at(self, spot: object) -> None:
        target = self._view.focusProxy()
        if not isinstance(spot, str) or not spot or target is None:
            return
        zoom = self._page.zoomFactor()
        where = QPointF(*(float(part) * zoom for part in spot.split(",")))
        for kind, held in (
            (QEvent.Type.MouseButtonPress, _LEFT),
            (QEvent.Type.MouseButtonRelease, _NONE),
        ):
            event = QMouseEvent(
                kind,
                where,
                target.mapToGlobal(where),
                _LEFT,
                held,
                Qt.KeyboardModifier.NoModifier,
            )
            QCoreApplication.sendEvent(target, event)


def _nothing(_answer: object) -> None:
    """Take an answer nobody waits for."""
