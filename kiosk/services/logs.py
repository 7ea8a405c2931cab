"""The program's own log: rotating files without personal data.

Callers log ids and keys only. As a second net every run of digits as long as a telephone or card
number is masked before it reaches the disk.
"""

from __future__ import annotations

import logging
import re
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "dong-hanh-so.log"
MAX_BYTES = 1_000_000
KEPT_FILES = 5
_LONG_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ .]?\d){8,}(?![\w-])")


class MaskingFormatter(logging.Formatter):
    """Formats in UTC and masks what could be a telephone or card number."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        return _LONG_NUMBER.sub("***", super().format(record))


def set_up_logs(folder: Path, level: int = logging.INFO) -> RotatingFileHandler:
    """Send every log record of `level` and above to rotating files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
    )
    handler.setFormatter(
        MaskingFormatter("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler
