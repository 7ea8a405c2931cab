"""The watchers of conftest.py see what they are there to see."""

from __future__ import annotations

import logging
import os
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.leftovers import Leftovers
from tests.support.log_watch import LogWatch


def test_a_window_left_open_is_named_and_removed(qapp: QApplication) -> None:
    before = Leftovers(with_qt=True)
    window = QWidget()
    window.show()
    assert [line.split()[0] for line in before.found()] == ["window"]
    assert before.found() == []


def test_a_window_that_asked_for_its_deletion_is_no_leftover(qapp: QApplication) -> None:
    before = Leftovers(with_qt=True)
    window = QWidget()
    window.deleteLater()
    assert before.found() == []


def test_a_running_timer_is_named(qapp: QApplication) -> None:
    before = Leftovers(with_qt=True)
    timer = QTimer()
    timer.start(60_000)
    assert [line.split()[0] for line in before.found()] == ["timer"]
    timer.stop()
    assert before.found() == []


def test_a_running_qthread_is_named(qapp: QApplication) -> None:
    before = Leftovers(with_qt=True)
    thread = QThread()
    thread.start()
    assert [line.split()[0] for line in before.found()] == ["QThread"]
    thread.quit()
    assert thread.wait(5_000)
    assert before.found() == []


def test_a_python_thread_is_named() -> None:
    before = Leftovers(with_qt=False)
    done = threading.Event()
    thread = threading.Thread(target=done.wait, name="forgotten", args=(30,))
    thread.start()
    assert before.found() == ["thread forgotten"]
    done.set()
    thread.join()
    assert before.found() == []


def test_a_warning_of_ours_is_noted_and_that_of_others_is_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    watch = LogWatch()
    watch.attach()
    logging.getLogger("kiosk.services").warning("printer went away")
    logging.getLogger("elsewhere").warning("not ours")
    watch.detach()
    assert watch.lines == ["WARNING kiosk.services: printer went away"]
    assert len(caplog.records) == 2


def test_the_home_of_a_test_is_empty_and_its_zone_is_not_the_office_s() -> None:
    assert Path.home() == Path(os.environ["HOME"])
    assert list(Path(os.environ["XDG_DATA_HOME"]).iterdir()) == []
    assert time.tzname[0] == "AKST"
