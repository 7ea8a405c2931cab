"""Where work leaves the GUI thread and comes back to it.

Four lanes: one writer and one reader for the database, so that writes are in order by construction,
one for the search, which answers every key and waits for nobody, and a general lane for PDFs,
spooling and files. A job may carry its visit's number:
when that visit is over, the late result is dropped, so nothing reaches the next person.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from ui.gui_garbage import GuiGarbage

log = logging.getLogger(__name__)

_Result = TypeVar("_Result")
Failed = Callable[[KnownError | BugError], None]


class Lane(Enum):
    """One executor; the value is its number of workers."""

    WRITE = "write"
    READ = "read"
    SEARCH = "search"
    GENERAL = "general"


_WORKERS = {Lane.WRITE: 1, Lane.READ: 1, Lane.SEARCH: 1, Lane.GENERAL: 2}


@dataclass(frozen=True, slots=True)
class _Delivery:
    future: Future[Any]
    on_done: Callable[[Any], None]
    on_failed: Failed
    visit: int | None


class Lanes(QObject):
    """Runs jobs in background lanes and hands results to callbacks on the GUI thread."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current_visit = 0
        self._pending = 0
        self._is_closed = False
        self._pools = {
            lane: ThreadPoolExecutor(_WORKERS[lane], thread_name_prefix=lane.value) for lane in Lane
        }
        self._garbage = GuiGarbage(self)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_quiet(self) -> bool:
        """Whether no job is under way and no result is still to be delivered."""
        return self._pending == 0

    def run(
        self,
        lane: Lane,
        job: Callable[[], _Result],
        on_done: Callable[[_Result], None] | None = None,
        on_failed: Failed | None = None,
        *,
        visit: int | None = None,
    ) -> None:
        """Run `job` in `lane`; then call `on_done(result)` or `on_failed(error)` here.

        Any error that is not a KnownError arrives as a BugError and is logged with its traceback.
        """
        self._pending += 1
        future = self._pools[lane].submit(job)
        delivery = _Delivery(future, on_done or _ignore, on_failed or _log_failure, visit)
        future.add_done_callback(partial(self._announce, delivery))

    def close(self) -> None:
        """Finish what was started and stop the lanes; results are no longer delivered."""
        self._is_closed = True
        self._finished.disconnect(self._deliver)
        for pool in self._pools.values():
            pool.shutdown(wait=True)
        self._garbage.close()

    def _announce(self, delivery: _Delivery, _future: Future[Any]) -> None:
        self._finished.emit(delivery)

    @Slot(object)
    def _deliver(self, delivery: _Delivery) -> None:
        if self._is_closed:
            return  # it was on its way when the lanes were closed
        self._pending -= 1
        error = delivery.future.exception()
        if error is not None and not isinstance(error, KnownError):
            log.error("a background job failed", exc_info=error)
            error = BugError(str(error))
        if delivery.visit is not None and delivery.visit != self.current_visit:
            return
        if isinstance(error, (KnownError, BugError)):
            delivery.on_failed(error)
        else:
            delivery.on_done(delivery.future.result())


def _ignore(_result: object) -> None:
    """Take a result nobody waits for."""


def _log_failure(error: KnownError | BugError) -> None:
    log.warning("%s", error)
