"""Keeps count of where a page stands, from what the browser tells, and notices when it is slow.

It knows no browser, so every order of events can be tried without one. A page counts as shown as
soon as it can be read; what still loads behind it only moves the line of progress.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.portal.models import ZOOMS, PageLook, PageState

SLOW_MS = 8000
WHOLE = 100


class PageWatch(QObject):
    """The look of one page through its life.

    Signals: `changed` carries a PageLook whenever it differs from the one before.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = PageLook()
        self._is_loading = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._on_slow)

    @Slot()
    def started(self) -> None:
        """Something begins to load; the page before it stays in view until it comes."""
        self._is_loading = True
        self._slow.start()
        self._move(replace(self.look, state=PageState.OPENING, progress=0, refused=""))

    @Slot(int)
    def progressed(self, percent: int) -> None:
        """Move the line, while something loads."""
        if self._is_loading:
            self._move(replace(self.look, progress=min(percent, WHOLE - 1)))

    def came_to(self, site: str, *, can_go_back: bool) -> None:
        """Show where the page is."""
        self._move(replace(self.look, site=site, can_go_back=can_go_back))

    @Slot()
    def readable(self) -> None:
        """The page can be read, though it may go on loading."""
        self._slow.stop()
        if self.look.state in (PageState.OPENING, PageState.SLOW):
            self._move(replace(self.look, state=PageState.SHOWN))

    @Slot()
    def finished(self) -> None:
        """All of it is there, or what was begun has been given up for what was there before."""
        self._rest()
        failed = not self.look.state.shows_page and self.look.state is not PageState.SLOW
        state = self.look.state if failed else PageState.SHOWN
        self._move(replace(self.look, state=state, progress=WHOLE))

    def failed(self, state: PageState) -> None:
        """Show the calm screen of what went wrong."""
        self._rest()
        self._move(replace(self.look, state=state, progress=WHOLE))

    def refused(self, site: str) -> None:
        """Show that `site` is kept out."""
        self._rest()
        look = replace(self.look, state=PageState.REFUSED, progress=WHOLE, refused=site)
        self._move(look)

    def returned(self) -> None:
        """Show again what was there before something was refused."""
        self._move(replace(self.look, state=PageState.SHOWN, progress=WHOLE, refused=""))

    def zoomed(self, steps: int) -> float:
        """Return the factor after `steps` more, as far as it goes."""
        zoom = max(0, min(len(ZOOMS) - 1, self.look.zoom + steps))
        self._move(replace(self.look, zoom=zoom))
        return ZOOMS[zoom]

    def stop(self) -> None:
        """Watch no longer."""
        self._rest()

    def _rest(self) -> None:
        self._is_loading = False
        self._slow.stop()

    @Slot()
    def _on_slow(self) -> None:
        self._move(replace(self.look, state=PageState.SLOW))

    def _move(self, look: PageLook) -> None:
        if look != self.look:
            self.look = look
            self.changed.emit(look)
