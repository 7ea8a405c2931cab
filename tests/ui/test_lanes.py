"""The lanes: results come back on the GUI thread, in order, and never to a later visitor."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import BugError, KnownError
from ui.lanes import Lane, Lanes


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def test_result_arrives_on_the_gui_thread(lanes: Lanes, qtbot: QtBot) -> None:
    seen: list[tuple[bool, bool]] = []
    gui = QThread.currentThread()

    def job() -> bool:
        return threading.current_thread() is threading.main_thread()

    lanes.run(
        Lane.READ, job, lambda on_main: seen.append((on_main, QThread.currentThread() is gui))
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, True)]


def test_writes_keep_their_order(lanes: Lanes, qtbot: QtBot) -> None:
    written: list[int] = []
    for number in range(50):
        lanes.run(Lane.WRITE, partial(written.append, number))
    qtbot.waitUntil(lambda: lanes.is_quiet)
    assert written == list(range(50))


def test_a_late_result_of_an_earlier_visit_is_dropped(lanes: Lanes, qtbot: QtBot) -> None:
    seen: list[str] = []
    lanes.current_visit = 1
    lanes.run(Lane.GENERAL, lambda: "first", seen.append, visit=1)
    lanes.current_visit = 2
    lanes.run(Lane.GENERAL, lambda: "second", seen.append, visit=2)
    qtbot.waitUntil(lambda: lanes.is_quiet)
    assert seen == ["second"]


def test_known_errors_pass_and_bugs_are_logged(
    lanes: Lanes, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failures: list[KnownError | BugError] = []

    def full() -> None:
        raise KnownError("Đĩa đầy.", log_line="disk: full")

    def broken() -> None:
        raise ZeroDivisionError

    lanes.run(Lane.WRITE, full, None, failures.append)
    lanes.run(Lane.WRITE, broken, None, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert [type(error) for error in failures] == [KnownError, BugError]
    assert "a background job failed" in caplog.text
    caplog.clear()


def test_a_result_on_its_way_when_the_lanes_close_is_dropped(qtbot: QtBot) -> None:
    """Whoever got it would ask for the next job, and no lane would take it."""
    closing, done = Lanes(), threading.Event()
    seen: list[str] = []
    closing.run(Lane.READ, partial(_told, done), seen.append)
    assert done.wait(10)
    closing.close()
    after = Lanes()
    after.run(Lane.READ, partial(str, "after"), seen.append)
    qtbot.waitUntil(lambda: "after" in seen)
    after.close()
    assert seen == ["after"]


def _told(done: threading.Event) -> str:
    done.set()
    return "late"
