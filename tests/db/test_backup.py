"""Backups: made while people work, checked, rotated, copied to a second folder, and put back."""

from __future__ import annotations

import logging
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path, PureWindowsPath

import pytest

import db.backup
from db.backup import BEFORE_UPGRADE, SqliteBackups
from db.errors import (
    BackupFailed,
    BackupUnusable,
    CannotOpenDatabase,
    DatabaseInUse,
)
from db.health import DatabaseState, inspect_database, sqlite_uri
from db.store import SqlStore
from kiosk.domain.errors import BugError
from kiosk.services.ports import Topic
from tests.db.test_prepare import damage


def subjects(path: Path) -> list[str]:
    """Return what the change feed of a file holds."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT subject_id FROM changes ORDER BY seq")]


def note(store: SqlStore, subject: str) -> None:
    with store.write() as records:
        records.changes.add(Topic.CALL, subject)


def test_a_backup_holds_every_commit_and_nothing_half_written(
    sqlite_store: SqlStore, backups: SqliteBackups
) -> None:
    note(sqlite_store, "committed")
    with sqlite_store.write() as records:
        records.changes.add(Topic.CALL, "half-written")
        backup = backups.back_up("daily")
    assert subjects(backup) == ["committed"]
    assert inspect_database(backup, thorough=True).state is DatabaseState.OK


def test_a_backup_is_one_file_and_leaves_no_traces(
    sqlite_store: SqlStore, backups: SqliteBackups, database: Path
) -> None:
    note(sqlite_store, "x")
    backup = backups.back_up("at-close")
    assert backups.newest_good() == backup
    assert list(backup.parent.iterdir()) == [backup]
    assert backup.name.endswith("-at-close.db")
    assert backup.name.startswith(database.stem)


class Calendar:
    """Tells the moments at which backups are made: a second apart, on days that the test turns."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 2, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def turn(self) -> None:
        self._now += timedelta(days=1)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    calendar = Calendar()
    monkeypatch.setattr(db.backup, "_now", calendar)
    return calendar


def test_the_newest_of_each_of_fourteen_days_is_kept(
    sqlite_store: SqlStore, backups: SqliteBackups, calendar: Calendar
) -> None:
    earlier = []
    for _ in range(20):
        backups.back_up("daily")
        earlier.append(backups.back_up("close"))
        calendar.turn()
    today = [backups.back_up("close") for _ in range(20)]
    assert list(backups.all()) == [*today[:-4:-1], *earlier[:-14:-1]]


def test_what_was_made_before_an_upgrade_outlives_the_closings_after_it(
    sqlite_store: SqlStore, backups: SqliteBackups, calendar: Calendar
) -> None:
    backups.back_up(BEFORE_UPGRADE)
    calendar.turn()
    newest = backups.back_up(BEFORE_UPGRADE)
    for _ in range(30):
        calendar.turn()
        backups.back_up("close")
    assert [path for path in backups.all() if BEFORE_UPGRADE in path.name] == [newest]
    assert len(backups.all()) == 14 + 1


def test_rotation_touches_backups_only(
    sqlite_store: SqlStore, database: Path, calendar: Calendar
) -> None:
    backups = SqliteBackups(database, database.parent / "b", days=1)
    first = backups.back_up("daily")
    calendar.turn()
    (first.parent / "ghi chú.txt").write_text("của người dùng", encoding="utf-8")
    other = first.with_name(first.name.replace("dong-hanh-so", "another"))
    other.write_bytes(first.read_bytes())
    later = [backups.back_up("daily").name for _ in range(3)]
    found = {path.name for path in first.parent.iterdir()}
    assert found == {"ghi chú.txt", other.name, *later}


def test_a_damaged_backup_is_passed_over(
    sqlite_store: SqlStore,
    backups: SqliteBackups,
    calendar: Calendar,
    caplog: pytest.LogCaptureFixture,
) -> None:
    good = backups.back_up("daily")
    calendar.turn()
    for harm in (damage, lambda path: path.write_bytes(b""), lambda path: path.write_text("x")):
        harm(backups.back_up("daily"))
    assert len(backups.all()) == 4
    assert backups.newest_good() == good
    assert len(caplog.records) == 3


def test_without_any_backup_there_is_no_good_one(backups: SqliteBackups) -> None:
    assert backups.newest_good() is None
    assert backups.all() == ()


@pytest.mark.usefixtures("calendar")
def test_a_second_folder_gets_a_checked_copy(
    sqlite_store: SqlStore, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stick = database.parent / "stick"
    backups = SqliteBackups(database, database.parent / "b", stick)
    note(sqlite_store, "x")
    made = [backups.back_up("daily") for _ in range(5)][2:]
    assert sorted(path.name for path in stick.iterdir()) == [path.name for path in made]
    assert subjects(stick / made[-1].name) == ["x"]
    for path in made:
        damage(path)
    assert backups.newest_good() == stick / made[-1].name
    assert made[-1].name in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="no share by the name of a local folder")
def test_a_share_has_a_uri_that_sqlite_opens(sqlite_store: SqlStore, database: Path) -> None:
    note(sqlite_store, "x")
    share = PureWindowsPath("\\\\" + "\\".join(database.parts[1:]))
    assert share.drive.startswith("\\\\"), "not the form of a share"
    with closing(sqlite3.connect(f"{sqlite_uri(share)}?mode=ro", uri=True)) as connection:
        assert connection.execute("SELECT subject_id FROM changes").fetchall() == [("x",)]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"\\may-chu\sao lưu\x.db", "file:////may-chu/sao%20l%C6%B0u/x.db"),
        (r"D:\sao lưu\x.db", "file:///D:/sao%20l%C6%B0u/x.db"),
    ],
)
def test_sqlite_never_meets_a_server_as_authority(path: str, uri: str) -> None:
    assert sqlite_uri(PureWindowsPath(path)) == uri


def test_an_old_backup_that_cannot_be_deleted_stops_nothing(
    sqlite_store: SqlStore,
    database: Path,
    calendar: Calendar,
    caplog: pytest.LogCaptureFixture,
) -> None:
    backups = SqliteBackups(database, database.parent / "b", days=1)
    first = backups.back_up("daily")
    first.unlink()
    first.mkdir()
    calendar.turn()
    later = [backups.back_up("daily") for _ in range(3)]
    assert backups.newest_good() == later[-1]
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert first.name in caplog.text


def test_a_second_folder_that_is_away_is_told_and_stops_nothing(
    sqlite_store: SqlStore, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    stick = database.parent / "stick"
    stick.write_text("a file where the stick should be")
    backups = SqliteBackups(database, database.parent / "b", stick)
    backup = backups.back_up("daily")
    assert inspect_database(backup).state is DatabaseState.OK
    assert isinstance(backups.second_folder_trouble, BackupFailed)
    assert "second backup folder" in caplog.text
    stick.unlink()
    backups.back_up("daily")
    assert backups.second_folder_trouble is None


def test_a_second_folder_that_cannot_be_looked_into_hides_no_backup(
    sqlite_store: SqlStore, database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As a share that has just gone away; here its name is longer than any file system takes."""
    backups = SqliteBackups(database, database.parent / "b", database.parent / ("x" * 300))
    backup = backups.back_up("daily")
    caplog.clear()
    assert backups.newest_good() == backup
    assert all("second backup folder passed over" in message for message in caplog.messages)


def test_a_folder_that_cannot_be_written_is_told(sqlite_store: SqlStore, database: Path) -> None:
    blocked = database.parent / "blocked"
    blocked.write_text("")
    with pytest.raises(BackupFailed):
        SqliteBackups(database, blocked).back_up("daily")


def test_a_damaged_database_does_not_become_a_backup(
    sqlite_store: SqlStore, database: Path, backups: SqliteBackups
) -> None:
    sqlite_store.close()
    damage(database)
    with pytest.raises(BackupUnusable):
        backups.back_up("daily")
    assert list((database.parent / "backups").iterdir()) == []


def test_nothing_cannot_be_backed_up(backups: SqliteBackups) -> None:
    with pytest.raises(CannotOpenDatabase):
        backups.back_up("daily")


def test_a_reason_is_a_code(backups: SqliteBackups) -> None:
    with pytest.raises(BugError):
        backups.back_up("../../etc")


def test_restore_puts_the_old_state_back_and_keeps_the_replaced_file(
    sqlite_store: SqlStore, database: Path, backups: SqliteBackups
) -> None:
    note(sqlite_store, "before")
    backup = backups.back_up("daily")
    note(sqlite_store, "after")
    sqlite_store.close()

    backups.restore(backup)

    (aside,) = database.parent.glob("*.replaced-*.db")
    assert subjects(database) == ["before"]
    assert subjects(aside) == ["before", "after"]
    assert backup.exists()
    note(sqlite_store, "goes on")
    assert subjects(database) == ["before", "goes on"]


def test_restore_is_refused_while_a_window_is_open(
    sqlite_store: SqlStore, database: Path, backups: SqliteBackups
) -> None:
    backup = backups.back_up("daily")
    note(sqlite_store, "x")
    with pytest.raises(DatabaseInUse):
        backups.restore(backup)
    note(sqlite_store, "y")
    assert subjects(database) == ["x", "y"]
    assert not list(database.parent.glob("*.incoming"))


def test_an_unusable_backup_is_not_restored(
    sqlite_store: SqlStore, database: Path, backups: SqliteBackups
) -> None:
    backup = backups.back_up("daily")
    note(sqlite_store, "x")
    sqlite_store.close()
    damage(backup)
    for bad in (backup, backup.with_name("missing.db")):
        with pytest.raises(BackupUnusable):
            backups.restore(bad)
    assert subjects(database) == ["x"]


def test_restore_works_where_no_database_is_left(
    sqlite_store: SqlStore, database: Path, backups: SqliteBackups
) -> None:
    note(sqlite_store, "x")
    backup = backups.back_up("daily")
    sqlite_store.close()
    database.unlink()
    backups.restore(backup)
    assert subjects(database) == ["x"]


def test_what_a_lost_database_left_beside_it_is_not_played_into_the_restored_one(
    sqlite_store: SqlStore, database: Path, backups: SqliteBackups
) -> None:
    """The -wal is as a crash leaves it: its database was removed, it was not."""
    note(sqlite_store, "x")
    backup = backups.back_up("daily")
    for number in range(200):
        note(sqlite_store, f"later-{number}")
    beside = database.with_name(database.name + "-wal")
    left = beside.read_bytes()
    sqlite_store.close()
    database.unlink()
    beside.write_bytes(left)
    backups.restore(backup)
    assert subjects(database) == ["x"]
    assert inspect_database(database, thorough=True).state is DatabaseState.OK
    assert [aside.read_bytes() for aside in database.parent.glob("*.replaced-*-wal")] == [left]
