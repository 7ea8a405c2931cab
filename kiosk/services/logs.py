"""The program's own log: rotating files without personal data.

Each role has files of its own, because Windows lets no process rename, and so rotate, a file that
another holds open. Callers log ids and keys only. As a second net every run of digits as long as a
telephone or card number is masked before it reaches the disk.
"""

from __future__ import annotations

import logging
import re
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 1_000_000
KEPT_FILES = 5
_LONG_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ .]?\d){8,}(?![\w-])")


class MaskingFormatter(logging.Formatter):
    """Formats in UTC and masks what could be a telephone or card number."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        return _LONG_NUMBER.sub("***", super().format(record))


def log_file(folder: Path, role: str) -> Path:
    """Return the file into which the program of `role` logs."""
    return folder / f"dong-hanh-so-{role}.log"


def set_up_logs(folder: Path, role: str, level: int = logging.INFO) -> RotatingFileHandler:
    """Send every log record of `level` and above to the rotating files of `role` in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        log_file(folder, role), maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
    )
    handler.setFormatter(
        MaskingFormatter("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler
