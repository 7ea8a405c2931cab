"""Waits for a signal while the program runs, and lets the other threads run too.

Qt's own QSignalSpy keeps Python's lock while it waits, so that no lane could do its work. An event
loop does not, and it needs no test framework, whose memory would be counted as the program's.
"""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance

PATIENCE_MS = 8000
_IN_VAIN = 1


def wait_for(signal: SignalInstance) -> bool:
    """Return whether `signal` came in time."""
    loop, last = QEventLoop(), QTimer()
    last.setSingleShot(True)
    signal.connect(loop.quit)
    last.timeout.connect(lambda: loop.exit(_IN_VAIN))
    last.start(PATIENCE_MS)
    came = loop.exec() != _IN_VAIN
    signal.disconnect(loop.quit)
    return came
