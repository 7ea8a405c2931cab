"""Notices warnings in our own log that no test expected."""

from __future__ import annotations

import logging

OUR_LOGGERS = ("kiosk", "ui", "db", "resources")


class LogWatch(logging.Handler):
    """Collects records of warning and above from our loggers while it is attached."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def attach(self) -> None:
        """Begin to listen."""
        for name in OUR_LOGGERS:
            logging.getLogger(name).addHandler(self)

    def detach(self) -> None:
        """Stop listening."""
        for name in OUR_LOGGERS:
            logging.getLogger(name).removeHandler(self)
