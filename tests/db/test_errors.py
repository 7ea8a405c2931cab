"""Every fault of the world is told plainly; every fault of ours stays one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, text

import db.engine
from db import errors
from db.engine import postgres_engine, sqlite_engine
from db.errors import (
    BadDatabaseUrl,
    CannotOpenDatabase,
    ConnectionLost,
    DatabaseBehind,
    DatabaseBusy,
    DatabaseCorrupt,
    DatabaseError,
    DatabaseNewer,
    DatabaseReadOnly,
    DiskFull,
    ServerUnreachable,
    told_plainly,
)
from db.health import DatabaseState, known_revisions
from db.migrate import inspect_server, refuse_other_revision, require_current, upgrade
from db.store import SqlStore
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.visit import VisitEnd
from kiosk.services.ports import Cipher, Topic
from tests.db.postgres import PostgresServer
from tests.db.samples import NOW, store_visit


def every_fault(kind: type[DatabaseError] = DatabaseError) -> Iterator[type[DatabaseError]]:
    for fault in kind.__subclasses__():
        yield fault
        yield from every_fault(fault)


@pytest.mark.parametrize("fault", list(every_fault()), ids=lambda fault: fault.__name__)
def test_every_fault_has_a_short_sentence_and_a_cure(fault: type[DatabaseError]) -> None:
    error = fault("one technical line")
    for sentence in (error.message, error.cure):
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 12
        assert not any(word in sentence.lower() for word in ("lỗi", "không hợp lệ", "xin lỗi"))
    assert error.log_line == "one technical line"


@contextmanager
def opened(path: Path, mode: str = "rwc") -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=0)) as found:
        found.isolation_level = None
        yield found


def write_to_locked(path: Path) -> None:
    with opened(path) as other, opened(path) as connection:
        other.execute("BEGIN EXCLUSIVE")
        connection.execute("CREATE TABLE t (x)")


def write_to_full(path: Path) -> None:
    with opened(path) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("PRAGMA max_page_count=2")
        connection.execute("INSERT INTO t VALUES (zeroblob(100000))")


def write_to_read_only(path: Path) -> None:
    with opened(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    with opened(path, "ro") as connection:
        connection.execute("INSERT INTO t VALUES (1)")


def read_no_database(path: Path) -> None:
    path.write_bytes(b"these bytes are no database" * 200)
    with opened(path) as connection:
        connection.execute("SELECT * FROM sqlite_master")


def open_in_no_folder(path: Path) -> None:
    with opened(path / "no" / "folder") as connection:
        connection.execute("SELECT 1")


@pytest.mark.parametrize(
    ("do", "fault"),
    [
        (write_to_locked, DatabaseBusy),
        (write_to_full, DiskFull),
        (write_to_read_only, DatabaseReadOnly),
        (read_no_database, DatabaseCorrupt),
        (open_in_no_folder, CannotOpenDatabase),
    ],
)
def test_what_the_world_does_to_sqlite_is_known(
    do: Callable[[Path], None], fault: type[DatabaseError], tmp_path: Path
) -> None:
    with pytest.raises(fault) as told, told_plainly():
        do(tmp_path / "x.db")
    assert told.value.log_line.startswith("SQLITE_")


def test_a_broken_statement_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(BugError), told_plainly(), opened(tmp_path / "x.db") as connection:
        connection.execute("SELEKT 1")


def impatient(path: Path, cipher: Cipher) -> SqlStore:
    """Return a store that does not wait five seconds for a lock."""
    engine = sqlite_engine(path)
    event.listen(engine, "connect", lambda c, _: c.execute("PRAGMA busy_timeout=20").close())
    return SqlStore(engine, cipher)


def test_a_second_writer_is_told_that_the_database_is_busy(
    sqlite_store: SqlStore, database: Path, cipher: Cipher
) -> None:
    other = impatient(database, cipher)
    with sqlite_store.write() as records:
        store_visit(records)
        with pytest.raises(DatabaseBusy), other.write():
            pass
        with other.read() as seen:
            assert seen.changes.latest_seq() == 0
    other.close()


def test_a_full_disk_loses_the_write_and_nothing_else(
    sqlite_store: SqlStore, database: Path, cipher: Cipher
) -> None:
    with sqlite_store.write() as records:
        store_visit(records)
    small = impatient(database, cipher)
    event.listen(
        small._engine, "connect", lambda c, _: c.execute("PRAGMA max_page_count=1").close()
    )

    def write_much() -> None:
        with small.write() as records:
            for number in range(2000):
                records.changes.add(Topic.CALL, f"call-{number}")

    with pytest.raises(DiskFull):
        write_much()
    with small.read() as records:
        assert records.changes.latest_seq() == 0
    with sqlite_store.write() as records:
        records.visits.end("visit-1", VisitEnd.DONE, NOW)
    small.close()


def test_a_write_while_reading_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError, match="read"), store.read() as records:
        store_visit(records)
    with store.write() as records:
        store_visit(records)


def test_an_exception_of_the_caller_passes_unchanged_and_undoes_the_write(store: SqlStore) -> None:
    mine = KnownError("Việc này đã có người làm.")

    def write_and_fail() -> None:
        with store.write() as records:
            store_visit(records)
            raise mine

    with pytest.raises(KnownError) as raised:
        write_and_fail()
    assert raised.value is mine
    with store.write() as records:
        store_visit(records)


def test_every_connection_has_the_pragmas(sqlite_store: SqlStore) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }
    with sqlite_store._engine.begin() as connection:
        for pragma, value in wanted.items():
            assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


@pytest.mark.parametrize(
    "url",
    [
        "",
        "x",
        "mysql://h/d",
        "sqlite:///x.db",
        "postgresql://h/",
        "postgresql://lan:bí-mật@may-chu:abc/xa",
        "postgresql://lan:bí-mật@may-chu/xa?foo=bar",
        "postgresql://lan:bí-mật@may-chu/xa?host=a:1&host=b:x",
    ],
)
def test_only_postgresql_is_accepted_as_a_server(url: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refused:
        postgres_engine(url)
    assert refused.value.log_line.startswith("database_url: ")
    assert "\n" not in refused.value.log_line
    assert "mật" not in refused.value.log_line
    assert "database_url" in refused.value.cure


def test_a_refused_url_does_not_give_its_password_away() -> None:
    with pytest.raises(BadDatabaseUrl) as refused:
        postgres_engine("mysql://lan:b%C3%AD-m%E1%BA%ADt@host/d")
    assert "***" in refused.value.log_line


def test_a_server_that_is_not_there_is_known(tmp_path: Path) -> None:
    engine = postgres_engine(f"postgresql://u@/d?host={tmp_path}")
    with pytest.raises(ServerUnreachable):
        inspect_server(engine)
    engine.dispose()


@pytest.mark.real
def test_a_database_that_is_not_on_the_server_is_known(postgres_server: PostgresServer) -> None:
    engine = postgres_engine(postgres_server.url("not_there"))
    with pytest.raises(ServerUnreachable):
        inspect_server(engine)
    engine.dispose()


@pytest.mark.real
def test_a_connection_that_breaks_is_known_and_the_next_one_works(
    postgres_store: SqlStore, postgres_server: PostgresServer
) -> None:
    def break_off() -> None:
        with postgres_store.write() as records:
            postgres_server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'dong-hanh-so'"
            )
            store_visit(records)

    with pytest.raises(ConnectionLost):
        break_off()
    with postgres_store.write() as records:
        store_visit(records)


@pytest.mark.real
def test_a_second_writer_on_the_server_waits_then_is_told(
    postgres_store: SqlStore, postgres_url: str, cipher: Cipher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.engine, "BUSY_TIMEOUT_MS", 50)
    other = SqlStore(postgres_engine(postgres_url), cipher)
    with postgres_store.write() as records:
        store_visit(records)
        with pytest.raises(DatabaseBusy), other.write():
            pass
        with other.read() as seen:
            assert seen.changes.latest_seq() == 0
    other.close()


@pytest.mark.real
def test_a_kiosk_never_upgrades_a_server_but_says_who_must(postgres_server: PostgresServer) -> None:
    name = postgres_server.new_database()
    engine = postgres_engine(postgres_server.url(name))
    assert inspect_server(engine).state is DatabaseState.MISSING
    with pytest.raises(DatabaseBehind, match="db upgrade"):
        require_current(engine)
    assert upgrade(postgres_server.url(name)) == known_revisions()[-1]
    require_current(engine)
    assert upgrade(postgres_server.url(name)) == known_revisions()[-1]
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewer):
        require_current(engine)
    with pytest.raises(DatabaseNewer):
        upgrade(postgres_server.url(name))
    engine.dispose()
    postgres_server.drop_database(name)


@pytest.mark.real
def test_a_server_that_came_back_upgraded_is_written_by_nobody_of_before(
    postgres_server: PostgresServer, cipher: Cipher
) -> None:
    """The counter ran on while its server was away; nothing that no longer fits is written."""
    name = postgres_server.new_database("migrated")
    engine = postgres_engine(postgres_server.url(name))
    refuse_other_revision(engine)
    store = SqlStore(engine, cipher)
    with store.write() as records:
        store_visit(records)
    set_to = "UPDATE alembic_version SET version_num = '{}'"
    for revision, fault in (("9999", DatabaseNewer), ("0001", DatabaseBehind)):
        with psycopg.connect(postgres_server.url(name)) as other:
            other.execute(set_to.format(revision).encode())
        store.close()
        with pytest.raises(fault), store.write():
            pass
    with psycopg.connect(postgres_server.url(name)) as other:
        other.execute(set_to.format(known_revisions()[-1]).encode())
    with store.read() as records:
        assert records.visits.left_open("device-1") == ("visit-1",)
    store.close()
    postgres_server.drop_database(name)


def test_no_two_faults_say_the_same() -> None:
    sentences = [fault.sentence for fault in every_fault()]
    assert len(sentences) == len(set(sentences)) > 10
    assert errors.DatabaseError.sentence not in sentences
