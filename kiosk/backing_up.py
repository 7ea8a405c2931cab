"""When a running program backs its database up: once a day, and when it ends."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

from db.backup import SqliteBackups, made_at
from kiosk.domain.errors import KnownError

log = logging.getLogger(__name__)


def back_up_if_due(backups: SqliteBackups) -> None:
    """Back the database up when the newest good backup is a day old."""
    newest = backups.newest_good()
    day_ago = datetime.now(UTC) - timedelta(days=1)
    if newest is None or made_at(newest) < day_ago:
        backups.back_up("daily")


def back_up_at_close(backups: SqliteBackups) -> None:
    """Back the database up; what hinders it is logged and does not keep the program from ending."""
    try:
        backups.back_up("close")
    except KnownError as error:
        log.warning("no backup at close: %s", error.log_line)
