"""Gives the portal's page the paper it asks for.

The page asks in the middle of a press and wants the answer at once. Without a paper that is ready
it gets none, the person is led to the papers, and afterwards the same spot is pressed once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.domain.flow import PAPER_SCREENS, ScreenName, aside
from ui.portal.models import FileWish, NewsKind, PageNews

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell
    from ui.portal.web.live_page import LivePage

PRESS_AFTER_MS = 250
"""The page is back in its place by then, and can be pressed."""

_PDF_TYPES = frozenset({".pdf", "application/pdf", "application/*", "*/*", "*"})


class PaperHandOver(QObject):
    """What the page waits for, and the file that it gets when it asks the next time."""

    _asked = Signal()
    _given = Signal()

    def __init__(self, shell: CitizenShell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._wish: FileWish | None = None
        self.ready: Path | None = None
        self.press_again = QTimer(self)
        self.press_again.setSingleShot(True)
        self.press_again.setInterval(PRESS_AFTER_MS)
        self.press_again.timeout.connect(self._on_press_again)
        # The page is in the middle of its own work: what follows waits until that is done.
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)
        self._given.connect(self._on_given, Qt.ConnectionType.QueuedConnection)
        shell.portal.choose_papers = self.choose
        shell.portal.opened.connect(self._on_page_opened)

    @property
    def is_wanted(self) -> bool:
        """Whether the page waits for a paper."""
        return self._wish is not None

    @property
    def takes_pdf(self) -> bool:
        """Whether the page takes what is made here."""
        accepts = self._wish.accepts if self._wish is not None else ()
        return not accepts or bool(_PDF_TYPES.intersection(map(str.lower, accepts)))

    def choose(self, wish: FileWish) -> Sequence[Path]:
        """Return the paper that is ready for this field; without one, lead to the papers."""
        ready, self.ready = self.ready, None
        if ready is not None:
            self._given.emit()
            return (ready,)
        self._wish = wish
        live = self._shell.portal.live
        if live is not None:
            live.file_field.keep()
        self._asked.emit()
        return ()

    def give(self, path: Path) -> None:
        """Return to the page and press its button again; where that fails the person does."""
        shell = self._shell
        shell.flow.back_outside(PAPER_SCREENS)
        shell.show()
        self.ready = path
        shell.portal.tell(PageNews(NewsKind.FILE_READY))
        self.press_again.start()

    def arrived(self, screen: ScreenName) -> None:
        """Drop what was asked for once the page is back, and what is ready once it has gone."""
        if screen is ScreenName.PORTAL:
            self._wish = None
        else:
            self.ready = None

    def forget(self) -> None:
        """Let go of everything of the visit."""
        self._wish = self.ready = None
        self.press_again.stop()

    @Slot()
    def _on_asked(self) -> None:
        shell = self._shell
        if shell.flow.current.screen is ScreenName.PORTAL and self.is_wanted:
            shell.go(aside(shell.flow.current, ScreenName.PAPERS))

    @Slot()
    def _on_given(self) -> None:
        self._shell.portal.tell(PageNews(NewsKind.FILE_GIVEN))

    @Slot(object)
    def _on_page_opened(self, live: LivePage) -> None:
        live.moved.connect(self._on_other_page)
        live.ready.connect(self._on_other_page)

    @Slot(object)
    def _on_other_page(self, _page: object) -> None:
        """Keep nothing ready for another page than the one that asked."""
        self.ready = None

    @Slot()
    def _on_press_again(self) -> None:
        live = self._shell.portal.live
        if live is not None and self.ready is not None:
            live.file_field.press()
