"""Waits for a signal while the program runs, and lets the other threads run too.

Qt's own QSignalSpy keeps Python's lock while it waits, so that no lane could do its work.
"""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from pytestqt.exceptions import TimeoutError as WaitedInVain
from pytestqt.qt_compat import qt_api
from pytestqt.wait_signal import SignalBlocker

PATIENCE_MS = 8000


def wait_for(signal: SignalInstance) -> bool:
    """Return whether `signal` came in time."""
    qt_api.set_qt_api("pyside6")
    blocker = SignalBlocker(timeout=PATIENCE_MS)
    blocker.connect(signal)
    try:
        blocker.wait()
    except WaitedInVain:
        return False
    return True
