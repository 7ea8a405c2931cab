"""The running program behind its windows: instance lock, log, crash memory, session.

A failure of the world's is a page with what to do next, never a traceback.
"""

from __future__ import annotations

import faulthandler

from PySide6.QtWidgets import QApplication

from kiosk.desktop import WindowRole
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.logs import set_up_logs
from kiosk.services.paths import DataPaths
from kiosk.session import Session
from ui.single_instance import take_instance_lock


class Program:
    """One run of the program on one data folder; raises KnownError when it cannot begin there."""

    def __init__(
        self, app: QApplication, paths: DataPaths, *, role: str, windowed: bool, demo: bool
    ) -> None:
        self._paths = paths.make()
        self._lock = take_instance_lock(paths.root, role)
        try:
            set_up_logs(paths.logs, role)
            self._crash_file = (paths.logs / "crash.log").open("a", encoding="utf-8")
        except OSError as error:
            self._lock.unlock()
            raise _cannot_write(error) from error
        faulthandler.enable(self._crash_file)
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


def _cannot_write(error: OSError) -> KnownError:
    return KnownError(
        N_("Không ghi được vào tệp {file}."),
        N_("Cấp quyền ghi cho tệp này, rồi mở lại chương trình."),
        f"{error.filename}: {error.strerror}",
        file=error.filename,
    )
