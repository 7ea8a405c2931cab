"""What happens to a SQLite file at start, whatever state it is in."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

import db.health
import db.migrate
from db.backup import SqliteBackups
from db.engine import sqlite_engine
from db.errors import (
    CannotOpenDatabase,
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseNewer,
)
from db.health import DatabaseState, inspect_database, known_revisions, set_aside
from db.migrate import Prepared, prepare_sqlite
from db.store import SqlStore
from kiosk.domain.errors import BugError
from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.services.ports import Cipher

HEAD = known_revisions()[-1]
NEXT = f"{int(HEAD) + 1:04d}"

ADDS_A_COLUMN = f"""
import sqlalchemy as sa
from alembic import op
revision = "{NEXT}"
down_revision = "{HEAD}"

def upgrade():
    with op.batch_alter_table("office_profile") as table:
        table.add_column(sa.Column("motto", sa.String(), nullable=True))
"""
BREAKS_HALF_WAY = """
    op.execute("INSERT INTO no_such_table VALUES (1)")
"""
BREAKS_A_LINK = """
    op.execute("INSERT INTO attempts VALUES ('a', 'nobody', 'done', '2026-11-23', 's', 'n')")
"""


class NoBackups:
    """Backups that must not be asked for."""

    def back_up(self, reason: str) -> Path:
        raise AssertionError(reason)

    def newest_good(self) -> Path | None:
        raise AssertionError

    def restore(self, backup: Path) -> None:
        raise AssertionError(backup)


def use_next_version(source: str, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Pretend that this is the next version of the program, with one revision more."""
    scripts = folder / "scripts"
    shutil.copytree(db.migrate.SCRIPTS, scripts)
    versions = scripts / "versions"
    (versions / f"{NEXT}_next.py").write_text(source, encoding="utf-8")
    patch.setattr(db.migrate, "SCRIPTS", scripts)
    patch.setattr(db.health, "VERSIONS", versions)


def columns(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def save_profile(path: Path, cipher: Cipher) -> None:
    store = SqlStore(sqlite_engine(path), cipher)
    with store.write() as records:
        records.office.save_profile(EXAMPLE_OFFICE)
    store.close()


def damage(path: Path) -> None:
    """Overwrite the middle of the file, as a dying disk does."""
    content = bytearray(path.read_bytes())
    content[4096:40960] = b"\xa5" * (40960 - 4096)
    path.write_bytes(content)


def test_a_missing_file_is_created_with_its_folder(database: Path) -> None:
    assert inspect_database(database).state is DatabaseState.MISSING
    assert prepare_sqlite(database, NoBackups()) == Prepared(DatabaseState.MISSING, HEAD)
    assert inspect_database(database, thorough=True).state is DatabaseState.OK


def test_a_file_left_empty_by_a_crash_at_creation_is_filled(database: Path) -> None:
    database.parent.mkdir()
    database.touch()
    assert prepare_sqlite(database, NoBackups()).was is DatabaseState.MISSING
    assert inspect_database(database).state is DatabaseState.OK


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead")
def test_only_this_account_may_read_the_file(database: Path, backups: SqliteBackups) -> None:
    prepare_sqlite(database, backups)
    for path in (database, backups.back_up("daily")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_of_this_version_is_left_alone(database: Path) -> None:
    prepare_sqlite(database, NoBackups())
    content = database.read_bytes()
    assert prepare_sqlite(database, NoBackups()) == Prepared(DatabaseState.OK, HEAD)
    assert database.read_bytes() == content


def test_an_older_file_is_backed_up_then_upgraded(
    database: Path, backups: SqliteBackups, cipher: Cipher, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    prepare_sqlite(database, backups)
    save_profile(database, cipher)
    use_next_version(ADDS_A_COLUMN, tmp_path, monkeypatch)
    assert inspect_database(database).state is DatabaseState.BEHIND

    prepared = prepare_sqlite(database, backups)

    assert (prepared.was, prepared.revision) == (DatabaseState.BEHIND, NEXT)
    assert prepared.backup is not None
    assert "motto" not in columns(prepared.backup, "office_profile")
    assert "motto" in columns(database, "office_profile")
    with closing(sqlite3.connect(database)) as connection:
        (name,) = connection.execute("SELECT name FROM office_profile").fetchone()
    assert name == EXAMPLE_OFFICE.name


@pytest.mark.parametrize("then", [BREAKS_HALF_WAY, BREAKS_A_LINK])
def test_an_upgrade_that_fails_changes_nothing(
    database: Path, backups: SqliteBackups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    then: str,
) -> None:  # fmt: skip
    prepare_sqlite(database, backups)
    use_next_version(ADDS_A_COLUMN + then, tmp_path, monkeypatch)
    with pytest.raises(BugError):
        prepare_sqlite(database, backups)
    assert inspect_database(database, thorough=True).revision == HEAD
    assert "motto" not in columns(database, "office_profile")
    assert len(backups.all()) == 1


def test_a_newer_file_is_refused_and_left_alone(
    database: Path, backups: SqliteBackups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare_sqlite(database, backups)
    with monkeypatch.context() as newer:
        use_next_version(ADDS_A_COLUMN, tmp_path, newer)
        prepare_sqlite(database, backups)
    content = database.read_bytes()
    assert inspect_database(database).state is DatabaseState.NEWER
    with pytest.raises(DatabaseNewer) as refused:
        prepare_sqlite(database, NoBackups())
    assert NEXT in refused.value.log_line
    assert database.read_bytes() == content


def test_a_file_of_another_program_is_refused(database: Path) -> None:
    database.parent.mkdir()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    assert inspect_database(database).state is DatabaseState.FOREIGN
    with pytest.raises(DatabaseForeign):
        prepare_sqlite(database, NoBackups())


def test_a_corrupt_file_stays_until_a_person_chose_and_a_backup_is_offered(
    database: Path, backups: SqliteBackups, cipher: Cipher
) -> None:
    prepare_sqlite(database, backups)
    save_profile(database, cipher)
    backup = backups.back_up("daily")
    damage(database)
    damaged = database.read_bytes()
    assert inspect_database(database).state is DatabaseState.CORRUPT

    with pytest.raises(DatabaseCorrupt) as corrupt:
        prepare_sqlite(database, backups)
    assert corrupt.value.newest_good == backup
    assert database.read_bytes() == damaged

    backups.restore(backup)
    assert prepare_sqlite(database, backups).was is DatabaseState.OK
    (aside,) = database.parent.glob("*.replaced-*")
    assert aside.read_bytes()[100:] == damaged[100:]  # the header tells the journal mode


def test_a_corrupt_file_without_backups_offers_none(database: Path, backups: SqliteBackups) -> None:
    database.parent.mkdir()
    database.write_bytes(b"not a database at all" * 500)
    with pytest.raises(DatabaseCorrupt) as corrupt:
        prepare_sqlite(database, backups)
    assert corrupt.value.newest_good is None


def test_a_file_set_aside_takes_its_companions_along(database: Path) -> None:
    database.parent.mkdir()
    contents = {"": b"database", "-wal": b"log", "-shm": b"index"}
    for ending, content in contents.items():
        database.with_name(database.name + ending).write_bytes(content)
    aside = set_aside(database)
    assert sorted(path.name for path in database.parent.iterdir()) == sorted(
        aside.name + ending for ending in contents
    )
    for ending, content in contents.items():
        assert aside.with_name(aside.name + ending).read_bytes() == content


def test_a_folder_in_the_place_of_the_file_cannot_be_opened(database: Path) -> None:
    database.mkdir(parents=True)
    with pytest.raises(CannotOpenDatabase):
        prepare_sqlite(database, NoBackups())
