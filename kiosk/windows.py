"""Runs the program with windows, from the first line of the log to the exit code.

The order: application, instance lock, log, session. A failure of the world's is a page with what to
do next, never a traceback; an unexpected one is logged, and the program ends with code 3 to be
started anew.
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


def run_windows(paths: DataPaths, *, role: str, windowed: bool, demo: bool) -> int:
    """Run the program and return its exit code."""
    app = QApplication(sys.argv[:1])
    paths.make()
    lock = take_instance_lock(paths.root, role)
    set_up_logs(paths.logs)
    with (paths.logs / "crash.log").open("a", encoding="utf-8") as crash_file:
        faulthandler.enable(crash_file)
        sys.excepthook = _log_and_leave
        session = Session(app, paths, WindowRole(role), windowed=windowed, demo=demo)
        session.finished.connect(app.quit)
        session.start()
        code = app.exec()
        session.stop()
        faulthandler.disable()
    lock.unlock()
    return code


def _log_and_leave(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log what nobody expected and end: what starts the program starts it anew."""
    log.critical("unexpected error", exc_info=(kind, error, trace))
    QApplication.exit(CRASHED)
