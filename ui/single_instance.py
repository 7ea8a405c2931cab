"""One program per data folder and role; the lock of a crashed one is taken over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_


def take_instance_lock(folder: Path, role: str) -> QLockFile:
    """Return the held lock; raises KnownError when the program already runs there."""
    lock = QLockFile(str(folder / f"{role}.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(100):
        raise KnownError(
            N_("Chương trình đang mở sẵn trên máy này."),
            N_("Chuyển sang cửa sổ đang mở."),
            f"already running: {folder} ({role})",
        )
    return lock
