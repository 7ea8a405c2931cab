"""Watches the program start: its first finished paint, and a call for help made by touch.

It steps in where the program shows its windows and leaves everything else to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from kiosk.domain.flow import BarButton, ScreenName
from kiosk.windows import Session
from tests.bench.finger import Finger
from ui.citizen.window import CitizenWindow

_LOOK_EVERY_MS = 1


class StartWatch(QObject):
    """Tells once of the moment asked for, then ends the program."""

    def __init__(self, *, calls_for_help: bool, database: Path) -> None:
        super().__init__()
        self._calls_for_help = calls_for_help
        self._database = database
        self._finger: Finger | None = None
        self._tell: Callable[[], None] = _nothing
        self._former_calls = 0
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look_into_database)

    def stand_by(self, tell: Callable[[], None]) -> None:
        """Begin as soon as the program has shown its windows."""
        self._tell = tell
        self._former_calls = self._count_calls() if self._calls_for_help else 0
        begin = Session.start

        def start_and_watch(session: Session) -> None:
            begin(session)
            if session.desktop is not None and session.desktop.citizen is not None:
                self._watch(session.desktop.citizen.window)

        Session.start = start_and_watch  # type: ignore[assignment,method-assign]

    def _watch(self, window: CitizenWindow) -> None:
        self._finger = Finger(window)
        self._finger.paint.painted.connect(self._on_painted)
        window.update()

    @Slot()
    def _on_painted(self) -> None:
        """Come from paint to paint: attract, stuck, called."""
        if self._finger is None:
            return
        if not self._calls_for_help:
            self._end()
            return
        window, finger = self._finger.window, self._finger
        name = window.screen_name
        if name is ScreenName.STUCK:
            self._looks.start()
        else:
            finger.paint.restart(lambda: window.screen_name is ScreenName.STUCK)
        QTimer.singleShot(0, self._touch_help)

    @Slot()
    def _touch_help(self) -> None:
        """Touch the yellow button: it asks for help, then calls staff."""
        finger = self._finger
        bar = finger.window.bar if finger is not None else None
        button = bar.button(BarButton.HELP) if bar is not None else None
        if finger is not None and button is not None:
            finger.press(button)
            finger.release(button)

    @Slot()
    def _look_into_database(self) -> None:
        if self._count_calls() > self._former_calls:
            self._looks.stop()
            self._end()

    def _count_calls(self) -> int:
        connection = sqlite3.connect(self._database)
        try:
            return int(connection.execute("SELECT count(*) FROM calls").fetchone()[0])
        finally:
            connection.close()

    def _end(self) -> None:
        self._tell()
        QApplication.quit()


def _nothing() -> None:
    """Tell nobody: nothing was asked for yet."""
