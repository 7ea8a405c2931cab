"""Backups of the SQLite file: made online, opened and checked, rotated, and put back.

A backup is one file without companions. It gets its name only once it was checked, so a file with a
backup's name was good on the day it was made.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from db.errors import (
    BackupFailed,
    BackupUnusable,
    CannotOpenDatabase,
    DatabaseError,
    DatabaseInUse,
    told_plainly,
)
from db.health import DatabaseState, inspect_database, set_aside, sqlite_uri
from kiosk.domain.calendar import office_time
from kiosk.domain.errors import BugError

log = logging.getLogger(__name__)

USABLE = (DatabaseState.OK, DatabaseState.BEHIND)
"""What a backup may be: an older revision is upgraded at the next start."""

DAYS = 14
LAST_FEW = 3
"""How many of the newest are kept, whatever their day: the very last may hold the harm itself."""

BEFORE_UPGRADE = "before-upgrade"
"""Reason of the backup whose newest is kept: the only way back to the former version."""

_STAMP = re.compile(r"\d{8}T\d{12}Z")


class SqliteBackups:
    """Implements `BackupStore` for the file `database`.

    Backups go to `folder`, and a copy to `second_folder` (a USB stick, a share) when it is given.
    Each folder keeps the newest backup of each of `days` office days, the last few, and the newest
    from before an upgrade; so no number of closings pushes a former day out. A second folder that
    is away is logged and remembered in `second_folder_trouble`, and stops nothing.
    """

    def __init__(
        self, database: Path, folder: Path, second_folder: Path | None = None, days: int = DAYS
    ) -> None:
        self._database = database
        self._folder = folder
        self._second_folder = second_folder
        self._days = days
        self.second_folder_trouble: DatabaseError | None = None

    def back_up(self, reason: str) -> Path:
        """Copy the database while it is in use; return the checked copy.

        `reason` is one coded word ("daily"). Raises DatabaseError, BackupFailed among them.
        """
        if not re.fullmatch(r"[a-z-]+", reason):
            raise BugError(f"a backup's reason is one coded word, not {reason!r}")
        if not self._database.exists():
            raise CannotOpenDatabase(f"nothing to back up: {self._database.name} is missing")
        stamp = _now().strftime("%Y%m%dT%H%M%S%fZ")
        name = f"{self._database.stem}-{stamp}-{reason}{self._database.suffix}"
        backup = self._publish(self._folder / name, self._copy_online)
        self._copy_to_second_folder(backup)
        return backup

    def _publish(self, wanted: Path, copy: Callable[[Path], None]) -> Path:
        """Have `copy` write a temporary file, check it, and give it its name; then rotate."""
        partial = wanted.with_name(wanted.name + ".partial")
        try:
            wanted.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
            copy(partial)
            self._refuse_unusable(partial)
            _to_disk(partial)
            partial.replace(wanted)
        except OSError as error:
            raise BackupFailed(f"{wanted.name}: {error}") from error
        finally:
            _discard(partial)
        self._rotate(wanted.parent)
        return wanted

    def _rotate(self, folder: Path) -> None:
        """Delete what is not kept; one that cannot be deleted takes nothing from the new backup."""
        try:
            backups = _backups_in(folder, self._database)
            for old in set(backups) - _worth_keeping(backups, self._days):
                old.unlink(missing_ok=True)
        except OSError as error:
            log.warning("old backups not deleted: %s", error)

    def _copy_online(self, target: Path) -> None:
        """Copy page by page through SQLite, which leaves writers alone and misses no commit."""
        uri = f"{sqlite_uri(self._database.absolute())}?mode=rw"
        with (
            told_plainly(),
            closing(sqlite3.connect(uri, uri=True, timeout=5)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").close()  # one file, no -wal beside it

    def _copy_to_second_folder(self, backup: Path) -> None:
        """Copy the checked backup once more; a stick that is not plugged in stops nothing."""
        self.second_folder_trouble = None
        if self._second_folder is None:
            return
        try:
            self._publish(
                self._second_folder / backup.name, lambda target: _copy_file(backup, target)
            )
        except DatabaseError as error:
            self.second_folder_trouble = error
            log.warning("second backup folder: %s", error.log_line)

    def all(self) -> tuple[Path, ...]:
        """Return the backups of the first folder, newest first."""
        return tuple(_backups_in(self._folder, self._database))

    def newest_good(self) -> Path | None:
        """Return the newest backup that passes its check today, of either folder."""
        candidates = [*_backups_in(self._folder, self._database), *self._copies()]
        for backup in sorted(candidates, key=lambda path: path.name, reverse=True):
            try:
                self._refuse_unusable(backup)
            except (DatabaseError, OSError) as error:
                log.warning("backup passed over: %s", error)
            else:
                return backup
        return None

    def _copies(self) -> list[Path]:
        """Return the backups of the second folder; none when it is away, or just went."""
        try:
            second = self._second_folder
            return _backups_in(second, self._database) if second else []
        except OSError as error:
            log.warning("second backup folder passed over: %s", error)
            return []

    def restore(self, backup: Path) -> None:
        """Put a checked copy of `backup` in the place of the database; the old file is set aside.

        Raises BackupUnusable, and DatabaseInUse while any window has the database open.
        """
        self._refuse_unusable(backup)
        incoming = self._database.with_name(self._database.name + ".incoming")
        try:
            self._database.parent.mkdir(parents=True, exist_ok=True)
            _copy_file(backup, incoming)
            self._refuse_unusable(incoming)
            _to_disk(incoming)
            if self._database.exists():
                _refuse_while_in_use(self._database)
            set_aside(self._database, "replaced")
            incoming.replace(self._database)
        except OSError as error:
            raise BackupFailed(f"restore of {backup.name}: {error}") from error
        finally:
            _discard(incoming)

    def _refuse_unusable(self, backup: Path) -> None:
        """Raise BackupUnusable unless every page is sound and the revision is one we know."""
        health = inspect_database(backup, thorough=True, is_backup=True)
        if health.state not in USABLE:
            raise BackupUnusable(f"{backup.name}: {health.state.value} {health.detail}".strip())


def _now() -> datetime:
    return datetime.now(UTC)


def made_at(backup: Path) -> datetime:
    """Return when a backup was made, which its name tells."""
    found = _STAMP.search(backup.stem)
    if found is None:
        raise BugError(f"a backup without its moment: {backup.name}")
    return datetime.strptime(found[0], "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)


def _worth_keeping(backups: list[Path], days: int) -> set[Path]:
    """Return which of `backups`, newest first, are kept."""
    newest_of: dict[date, Path] = {}
    for backup in backups:
        newest_of.setdefault(office_time(made_at(backup)).date(), backup)
    before_upgrade = [path for path in backups if path.stem.endswith(f"-{BEFORE_UPGRADE}")]
    return {*list(newest_of.values())[:days], *backups[:LAST_FEW], *before_upgrade[:1]}


def _backups_in(folder: Path, database: Path) -> list[Path]:
    """Return the backups of `database` in `folder`, newest first by their names."""
    names = re.compile(
        rf"{re.escape(database.stem)}-{_STAMP.pattern}-[a-z-]+{re.escape(database.suffix)}"
    )
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if names.fullmatch(path.name)]
    return sorted(found, key=lambda path: path.name, reverse=True)


def _copy_file(source: Path, target: Path) -> None:
    """Copy bytes into a file that only this account may read."""
    os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
    shutil.copyfile(source, target)


def _discard(path: Path) -> None:
    """Remove a temporary file, if it came to be at all."""
    with suppress(OSError):
        path.unlink()


def _to_disk(path: Path) -> None:
    """Wait until the file's bytes have reached the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _refuse_while_in_use(database: Path) -> None:
    """Raise DatabaseInUse when another connection is open, in this process or any other.

    Leaving WAL needs the file for oneself alone; it also folds the -wal back before the file moves.
    A damaged file cannot answer, and is in nobody's way.
    """
    with closing(sqlite3.connect(database, timeout=0.5)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE").close()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise DatabaseInUse(f"{database.name}: {error}") from error
            log.warning("replaced database could not be closed cleanly: %s", error)
