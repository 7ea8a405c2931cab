"""The running program behind its windows: instance lock, log, crash memory, session.

A failure of the world's is a page with what to do next, never a traceback; an unexpected one is
logged, and the program ends with code 3 so that whatever started it starts it anew.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from kiosk.desktop import WindowRole
from kiosk.services.logs import set_up_logs
from kiosk.services.paths import DataPaths
from kiosk.session import Session
from ui.single_instance import take_instance_lock

log = logging.getLogger(__name__)

CRASHED = 3


class Program:
    """One run of the program on one data folder."""

    def __init__(
        self, app: QApplication, paths: DataPaths, *, role: str, windowed: bool, demo: bool
    ) -> None:
        self._paths = paths.make()
        self._lock = take_instance_lock(paths.root, role)
        set_up_logs(paths.logs, role)
        self._crash_file = (paths.logs / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(self._crash_file)
        sys.excepthook = _log_and_leave
        self._session = Session(app, paths, WindowRole(role), windowed=windowed, demo=demo)
        # Not `quit`, which asks each window first: the citizen's window refuses.
        self._session.finished.connect(app.exit)

    def start(self) -> None:
        """Open the office and show what comes first."""
        self._session.start()

    def stop(self) -> None:
        """End in order."""
        self._session.stop()
        faulthandler.disable()
        self._crash_file.close()
        self._lock.unlock()


def _log_and_leave(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log what nobody expected and end: what starts the program starts it anew."""
    log.critical("unexpected error", exc_info=(kind, error, trace))
    QApplication.exit(CRASHED)
