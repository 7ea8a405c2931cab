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
from pathlib import Path


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
    else:
        _start_program(asked.kind, asked.folder)
    if asked.kind == "usable":
        names = "\n".join(name for name in sys.modules if not name.startswith("__"))
        asked.modules.write_text(names, encoding="utf-8")


def tell() -> None:
    """Print this moment."""
    print("moment", time.monotonic(), flush=True)


def _import_all(modules: Path) -> None:
    for name in modules.read_text("utf-8").splitlines():
        try:
            importlib.import_module(name)
        except ImportError:
            # A few are made by others while they run, and cannot be imported by name.
            continue


def _show_bare_window() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1920, 1080)
    window.show()
    # Paints now, as the first Expose of a desktop would.
    window.repaint()
    tell()
    window.close()
    app.quit()


def _start_program(kind: str, folder: Path) -> None:
    from kiosk.commands import main as run_command
    from tests.bench.start_watch import StartWatch

    watch = StartWatch(calls_for_help=kind == "usable", database=folder / "dong-hanh-so.db")
    watch.stand_by(tell)
    run_command(["run", "--windowed", "--role", "both", "--demo", "--data-dir", str(folder)])


if __name__ == "__main__":
    main()
