"""Finds what a test left behind: windows, running timers and threads.

A leftover lives on in the next test and fails there, far from its cause. So each test is searched
when its fixtures are gone, once Qt has delivered the deletions that were put off.
"""

from __future__ import annotations

import gc
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QThread
    from PySide6.QtWidgets import QWidget

# How long a thread that was told to end may take to do so.
_THREAD_GRACE_S = 2.0


class Leftovers:
    """Remembers what was there before a test and names what is there too much after it."""

    def __init__(self, *, with_qt: bool) -> None:
        self._with_qt = with_qt
        self._threads = set(threading.enumerate())
        self._windows = {id(window) for window in _windows()}
        self._busy = set(_busy_objects()) if with_qt else set()

    def found(self) -> list[str]:
        """Return a line for each window, timer and thread that should be gone; clear windows."""
        lines = self._threads_left()
        if self._with_qt:
            deliver_deletions()
            busy = self._busy_left()
            if busy or self._windows_left():
                gc.collect()
                deliver_deletions()
                busy = self._busy_left()
            lines += [f"window {window!r}" for window in self._windows_left()]
            lines += busy
            self._remove_windows()
        return lines

    def _threads_left(self) -> list[str]:
        left = [
            thread
            for thread in threading.enumerate()
            if thread not in self._threads and not thread.daemon
        ]
        for thread in left:
            thread.join(_THREAD_GRACE_S)
        return [f"thread {thread.name}" for thread in left if thread.is_alive()]

    def _windows_left(self) -> list[QWidget]:
        return [window for window in _windows() if id(window) not in self._windows]

    def _busy_left(self) -> list[str]:
        return [line for number, line in _busy_objects().items() if number not in self._busy]

    def _remove_windows(self) -> None:
        for window in self._windows_left():
            window.close()
            window.deleteLater()
        deliver_deletions()


def deliver_deletions() -> None:
    """Carry out every deleteLater() that still waits for an event loop."""
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _windows() -> list[QWidget]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return QApplication.topLevelWidgets() if QApplication.instance() else []


def _busy_objects() -> dict[int, str]:
    """Return the id and a description of each running QThread and QTimer Python knows of.

    The run freezes what existed when collection ended, so this looks at few objects.
    """
    if "PySide6.QtCore" not in sys.modules:
        return {}
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    timers, threads = _kinds(QTimer), _kinds(QThread)
    wanted = timers | threads
    busy: dict[int, str] = {}
    for thing in [one for one in gc.get_objects() if type(one) in wanted]:
        if not isValid(thing):
            continue
        if type(thing) in timers and thing.isActive():
            busy[id(thing)] = f"timer {thing!r} of {thing.parent()!r}"
        elif type(thing) in threads and _is_foreign_and_running(thing):
            busy[id(thing)] = f"QThread {thing!r}"
    return busy


def _kinds(base: type) -> set[type]:
    """Return `base` and all that derive from it: looking a type up is faster than issubclass."""
    return {base}.union(*map(_kinds, base.__subclasses__()))


def _is_foreign_and_running(thread: QThread) -> bool:
    return thread.isRunning() and not thread.isCurrentThread()
