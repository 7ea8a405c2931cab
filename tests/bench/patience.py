"""Waits for a signal while the program runs, and lets the other threads run too.

Qt's own QSignalSpy keeps Python's lock while it waits, so that no lane could do its work. This
needs no test framework, whose memory would be counted as the program's.
"""

from __future__ import annotations

import time

from PySide6.QtCore import SignalInstance
from PySide6.QtTest import QTest

PATIENCE_SECONDS = 8.0


def wait_for(signal: SignalInstance) -> bool:
    """Return whether `signal` came in time."""
    came: list[tuple[object, ...]] = []

    def note(*told: object) -> None:
        came.append(told)

    signal.connect(note)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not came and time.monotonic() < deadline:
        QTest.qWait(1)
    signal.disconnect(note)
    return bool(came)
