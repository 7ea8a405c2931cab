"""Takes up what the office has edited, while the windows run, between two visits.

The change feed tells of an edit made in any window, process or counter. It is read in a lane and
offered once no citizen is in the middle of a visit, for nothing may change under anybody's finger.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.services.catalogue import Catalogue, OfficeContent
from kiosk.services.ports import Change, Topic
from ui.lanes import Lane, Lanes

log = logging.getLogger(__name__)


class ContentWatch(QObject):
    """Keeps a catalogue up to date.

    Signals: `taken` when the catalogue offers other content than before, for whatever was built
    on it.
    """

    taken = Signal()

    def __init__(
        self,
        lanes: Lanes,
        load: Callable[[], OfficeContent],
        catalogue: Catalogue,
        is_free: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._load = load
        self._catalogue = catalogue
        self._is_free = is_free
        self._waiting: OfficeContent | None = None

    def read(self) -> None:
        """Read the content, and offer it where it is another than before."""
        self._lanes.run(Lane.READ, self._load, self._on_loaded, self._on_failed)

    @Slot(object)
    def follow(self, changes: tuple[Change, ...]) -> None:
        """Read the content again when the change feed tells of an edit."""
        if any(change.topic is Topic.CONTENT for change in changes):
            self.read()

    @Slot()
    def take_when_free(self) -> None:
        """Offer what was read, unless a visit is under way; then its end asks again."""
        if self._waiting is None or not self._is_free():
            return
        content, self._waiting = self._waiting, None
        if content != self._catalogue.content:
            self._catalogue.take(content)
            self.taken.emit()

    def _on_loaded(self, content: OfficeContent) -> None:
        self._waiting = content
        self.take_when_free()

    def _on_failed(self, error: KnownError | BugError) -> None:
        """Keep what there is; the next change reads everything again."""
        log.warning("the office's edits could not be read: %s", error)
