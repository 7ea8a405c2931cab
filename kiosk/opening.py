"""The first window, painted before the rest of the program is even read from disk.

It never stays for ever: what hinders the program is told on a page, and any other error ends it.
Reading the program takes a second or two on a slow disk. Whoever has switched the PC on sees at
once that it is coming; so this module imports nothing but Qt and the theme, and the rest late.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.crash import end_on_crash
from kiosk.domain.errors import KnownError
from kiosk.front import bring_forward
from kiosk.services.paths import DataPaths
from ui.opening_window import OpeningWindow
from ui.theme.metrics import USUAL_PANEL_MM, PanelMetrics
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from kiosk.windows import Program


class Opening(QObject):
    """Shows the first window, then reads the program and lets it take over."""

    def __init__(self, app: QApplication, make_program: Callable[[QApplication], Program]) -> None:
        super().__init__(app)
        self._app = app
        self._make_program = make_program
        screen = QGuiApplication.primaryScreen()
        size = screen.size()
        width_mm = screen.physicalSize().width() or USUAL_PANEL_MM
        self._metrics = PanelMetrics(width_mm, size.width(), size.height())
        self._window: QWidget | None = None
        self._windowed = False
        self.program: Program | None = None
        self.error: KnownError | None = None

    def start(self, *, windowed: bool) -> None:
        """Show the window; the program is read once it has been painted."""
        self._windowed = windowed
        window = OpeningWindow(Theme(self._metrics))
        window.painted.connect(self._on_painted)
        self._bring_forward(window)

    @Slot()
    def _on_painted(self) -> None:
        try:
            self.program = self._make_program(self._app)
            self.program.start()
        except KnownError as error:
            self.error = error
            self._bring_forward(self._notice(error))
        else:
            self._bring_forward(None)

    def _notice(self, error: KnownError) -> QWidget:
        from kiosk.services.language import load_translator
        from resources import locale_dir
        from ui.notice_window import notice_of
        from ui.staff.screen import StaffKit, staff_theme

        kit = StaffKit(staff_theme(self._metrics), load_translator("vi", locale_dir()))
        notice = notice_of(kit, error)
        notice.answered.connect(self._app.exit)
        return notice

    def _bring_forward(self, window: QWidget | None) -> None:
        former, self._window = self._window, window
        bring_forward(window, former, windowed=self._windowed)


def run_program(paths: DataPaths, *, role: str, windowed: bool, demo: bool) -> int:
    """Run the program with its windows and return its exit code.

    Raises KnownError when it already runs on this data folder, or the folder cannot be used; people
    have seen it on a page by then.
    """
    end_on_crash()

    def make_program(app: QApplication) -> Program:
        from kiosk.windows import Program

        return Program(app, paths, role=role, windowed=windowed, demo=demo)

    # Pages of the web are read late; the engine wants this said before the application is there.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    opening = Opening(app, make_program)
    opening.start(windowed=windowed)
    code = app.exec()
    if opening.program is not None:
        opening.program.stop()
    if opening.error is not None:
        raise opening.error
    return code
