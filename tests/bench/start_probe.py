"""One start, in a process of its own: prints the moment at which it had come to its end.

`bare` shows an empty window; `same` imports a list of modules first; `paint` starts the program and
ends at its first finished paint; `usable` goes on to call for help by touch, and ends when a second
connection sees the call in the database. The program is started by its own command line.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

_PAINTING = (QEvent.Type.UpdateRequest, QEvent.Type.Expose)


class FirstPaint(QObject):
    """Prints the moment at which the first window of the program has finished its first paint."""

    def __init__(self, app: QtWidgets.QApplication) -> None:
        super().__init__(app)
        self._is_painting = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _PAINTING or self._is_painting:
            return False
        if not isinstance(watched, (QWindow, QtWidgets.QWidget)):
            return False
        self._is_painting = True
        watched.event(event)
        tell()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            QTimer.singleShot(0, app, app.quit)
        return True


def tell() -> None:
    """Print this moment."""
    print("moment", time.monotonic(), flush=True)


def watch(make_watcher: Callable[[QtWidgets.QApplication], QObject]) -> None:
    """Have the program's application object, once it is made, bring a watcher along."""

    class WatchedApplication(QtWidgets.QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            self.watcher = make_watcher(self)

    QtWidgets.QApplication = WatchedApplication  # type: ignore[assignment,misc]


def main() -> None:
    """Run the kind of start that the arguments ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("bare", "same", "paint", "usable"))
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--modules", type=Path)
    asked = parser.parse_args()
    if asked.kind == "same":
        _import_all(asked.modules)
    if asked.kind in ("bare", "same"):
        _show_bare_window()
        return
    watch(FirstPaint if asked.kind == "paint" else _help_watcher(asked.folder))
    _start_program(asked.folder)
    if asked.kind == "usable":
        names = "\n".join(name for name in sys.modules if not name.startswith("__"))
        asked.modules.write_text(names, encoding="utf-8")


def _help_watcher(folder: Path) -> Callable[[QtWidgets.QApplication], QObject]:
    from tests.bench.start_watch import CallForHelp  # late: `paint` must not import so much

    return lambda app: CallForHelp(app, folder / "dong-hanh-so.db")


def _import_all(modules: Path) -> None:
    for name in modules.read_text("utf-8").splitlines():
        try:
            importlib.import_module(name)
        except ImportError:
            # A few are made by others while they run, and cannot be imported by name.
            continue


def _show_bare_window() -> None:
    watch(FirstPaint)
    app = QtWidgets.QApplication(sys.argv[:1])
    window = QtWidgets.QWidget()
    window.resize(1920, 1080)
    window.show()
    window.repaint()  # what the first Expose brings, without waiting for it
    app.quit()


def _start_program(folder: Path) -> None:
    from kiosk.commands import main as run_command

    run_command(["run", "--windowed", "--role", "both", "--demo", "--data-dir", str(folder)])


if __name__ == "__main__":
    main()
