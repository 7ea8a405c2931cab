"""The last seconds of a page: it presses “Đăng xuất” where there is one, and then it is gone.

Nobody sees it any more and the next visit has a page of its own; but a portal that knows that the
person has left is better than one that only wonders. It never takes longer than `MOST_MS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.services.visit_folder import VisitFolder
from ui.portal.models import PageLook, PageState
from ui.portal.page_watch import WHOLE

if TYPE_CHECKING:
    from ui.portal.web.live_page import LivePage

MOST_MS = 3000


class Leaving(QObject):
    """Lets one page go; `folder` is what the visit kept, to be wiped afterwards.

    Signals: `gone` when view, page and profile are deleted.
    """

    gone = Signal()

    def __init__(self, live: LivePage, folder: VisitFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._live: LivePage | None = live
        self._has_pressed = self._has_begun = False
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.timeout.connect(self.close)

    @property
    def is_gone(self) -> bool:
        """Whether nothing of the page is left."""
        return self._live is None

    def start(self) -> None:
        """Log out if the page can be asked at all, else close it at once.

        A page that was refused, or is loading, still stands there and may be logged in.
        """
        live = self._live
        if live is None or live.address is None or live.watch.look.state is PageState.CRASHED:
            self.close()
            return
        self._last.start(MOST_MS)
        live.stop_loading()
        live.looked.connect(self._on_looked)
        live.leave(self._on_pressed)

    @Slot()
    def close(self) -> None:
        """Close the page now."""
        self._last.stop()
        live, self._live = self._live, None
        if live is not None:
            live.close()
            live.deleteLater()
            self.gone.emit()

    def _on_pressed(self, was_there: object) -> None:
        """Wait for what follows the press; without a way out there is nothing to wait for."""
        if self._live is None:
            return
        self._has_pressed = was_there is True
        if not self._has_pressed:
            self._last.start(0)

    @Slot(object)
    def _on_looked(self, look: PageLook) -> None:
        """Close once the page after the press has come, but not inside the browser's own signal."""
        if look.state is PageState.OPENING:
            self._has_begun = True
        elif self._has_pressed and self._has_begun and look.progress == WHOLE:
            self._last.start(0)
