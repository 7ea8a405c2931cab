"""Sheets kept as files, and how they go: they say in plain text what the database holds encrypted.

Run sheets and lists name people, slips have their initials, consent sheets what they answered. A
file is for whoever has no printer yet, and each can be made again from the database, so none stays.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.services.paths import DataPaths

log = logging.getLogger(__name__)

DAYS_KEPT = 3
"""Days that a kept sheet can be fetched: from a Friday until the Monday after."""

_DAY_SECONDS = 24 * 60 * 60


def drop_old_sheets(paths: DataPaths) -> int:
    """Remove the sheets of persons that were kept long enough; return how many. Run once a day.

    What another program holds open is tried again next time.
    """
    # A file's age is by the system's clock, whichever clock the program goes by.
    earliest = time.time() - DAYS_KEPT * _DAY_SECONDS
    return sum(_is_dropped(sheet, earliest) for sheet in _sheets(paths))


def _sheets(paths: DataPaths) -> Iterator[Path]:
    """Yield the sheets, and what a crash left half written; lists' other papers name nobody."""
    yield from paths.slips.glob("*.pdf*")
    yield from paths.lists.glob("*run-*.pdf*")


def _is_dropped(sheet: Path, earliest: float) -> bool:
    try:
        if sheet.stat().st_mtime >= earliest:
            return False
        sheet.unlink()
    except FileNotFoundError:  # the other window's process was first
        return False
    except OSError as error:
        log.warning("a kept sheet could not be removed: %s", error.strerror)
        return False
    return True
