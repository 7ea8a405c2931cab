"""Calls for help by touch as soon as the program has a citizen's window, and reads the disk."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.domain.flow import BarButton, ScreenName
from tests.bench.finger import Finger
from ui.citizen.window import CitizenWindow

_LOOK_EVERY_MS = 1


class CallForHelp(QObject):
    """Touches the yellow button as soon as it is there, then “Gọi cán bộ”, and reads the disk."""

    def __init__(self, app: QtWidgets.QApplication, database: Path) -> None:
        super().__init__(app)
        self._database = database
        self._finger: Finger | None = None
        self._window: CitizenWindow | None = None
        self._former_calls = self._count_calls()
        self._touched_on: ScreenName | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look)
        self._looks.start()

    @Slot()
    def _look(self) -> None:
        if self._finger is None or self._window is None:
            self._find_window()
        elif self._window.screen_name is not ScreenName.WAITING:
            self._touch_help(self._finger, self._window)
        elif self._count_calls() > self._former_calls:
            self._looks.stop()
            tell_and_quit()

    def _find_window(self) -> None:
        for window in QtWidgets.QApplication.topLevelWidgets():
            if isinstance(window, CitizenWindow) and _is_exposed(window):
                self._window, self._finger = window, Finger(window)

    def _touch_help(self, finger: Finger, window: CitizenWindow) -> None:
        """Touch the yellow button once on each screen."""
        bar, name = window.bar, window.screen_name
        button = bar.button(BarButton.HELP) if bar is not None else None
        if button is not None and name is not self._touched_on:
            self._touched_on = name
            finger.tap(button)

    def _count_calls(self) -> int:
        connection = sqlite3.connect(self._database)
        try:
            return int(connection.execute("SELECT count(*) FROM calls").fetchone()[0])
        finally:
            connection.close()


def _is_exposed(window: CitizenWindow) -> bool:
    return window.isVisible() and window.windowHandle().isExposed()


def tell_and_quit() -> None:
    """Print this moment and end the program as soon as its loop runs."""
    print("moment", time.monotonic(), flush=True)
    app = QtWidgets.QApplication.instance()
    if app is not None:
        QTimer.singleShot(0, app, app.quit)
