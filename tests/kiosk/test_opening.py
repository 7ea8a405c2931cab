"""The first window makes way: for a page that says what hinders the program, or for the end."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.crash import CRASHED
from kiosk.opening import Opening
from kiosk.services.paths import DataPaths
from kiosk.windows import Program
from ui.notice_window import NoticeWindow
from ui.opening_window import OpeningWindow
from ui.single_instance import take_instance_lock

ROOT = Path(__file__).parents[2]
BOUND_SECONDS = 60

_BROKEN = """
import sys

import kiosk.windows
from kiosk.commands import main


def broken(*_: object) -> None:
    raise RuntimeError("nobody expected this")


kiosk.windows.take_instance_lock = broken
sys.exit(main(["run", "--windowed", "--demo", "--data-dir", sys.argv[1]]))
"""


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[DataPaths]:
    """Return a data folder; what the program adds to the log's handlers is taken away again."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield DataPaths(tmp_path / "data").make()
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.parametrize("name", ["dong-hanh-so-kiosk.log", "crash.log"])
def test_a_file_that_cannot_be_written_is_told_on_a_page(
    qapp: QApplication, qtbot: QtBot, paths: DataPaths, name: str
) -> None:
    """A folder stands where the file should be; another account's file is refused alike."""
    blocked = paths.logs / name
    blocked.mkdir()
    opening = Opening(qapp, lambda app: Program(app, paths, role="kiosk", windowed=True, demo=True))
    opening.start(windowed=True)
    assert isinstance(opening._window, OpeningWindow)
    qtbot.waitUntil(lambda: isinstance(opening._window, NoticeWindow))
    page = opening._window
    assert page is not None
    assert page.isVisible()
    said = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    assert f"Không ghi được vào tệp {blocked}." in said
    assert "Cấp quyền ghi cho tệp này, rồi mở lại chương trình." in said
    assert opening.error is not None
    assert str(blocked) in opening.error.log_line
    take_instance_lock(paths.root, "kiosk").unlock()  # whoever starts anew is not told it runs
    page.close()
    page.deleteLater()
    opening.deleteLater()


def test_what_nobody_expected_is_logged_and_ends_the_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _BROKEN, str(tmp_path / "data")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=BOUND_SECONDS,
        check=False,
    )
    assert done.returncode == CRASHED, done.stderr
    assert "RuntimeError: nobody expected this" in done.stderr
