"""Real databases for the tests: a SQLite file each, and a PostgreSQL where the machine has one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.backup import SqliteBackups
from db.engine import postgres_engine, sqlite_engine
from db.migrate import prepare_sqlite, upgrade
from db.store import SqlStore
from kiosk.services.ports import Cipher
from kiosk.services.vault import AesGcmCipher
from tests.db.postgres import PostgresServer, running_server, server_programs

TEMPLATE = "migrated"


@pytest.fixture
def cipher() -> Cipher:
    """Return the real cipher with a key made for the test."""
    return AesGcmCipher(lambda: b"k" * 32)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the path of a SQLite file that does not exist yet."""
    return tmp_path / "data" / "dong-hanh-so.db"


@pytest.fixture
def backups(database: Path) -> SqliteBackups:
    return SqliteBackups(database, database.parent / "backups")


@pytest.fixture
def sqlite_store(database: Path, backups: SqliteBackups, cipher: Cipher) -> Iterator[SqlStore]:
    """Open a store on a freshly prepared file."""
    prepare_sqlite(database, backups)
    store = SqlStore(sqlite_engine(database), cipher)
    yield store
    store.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Run a server with a migrated template database."""
    programs = server_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian package: postgresql)")
    with running_server(programs) as server:
        server.execute(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
        upgrade(server.url(TEMPLATE))
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Return the URL of a migrated database of the test's own."""
    name = postgres_server.new_database(TEMPLATE)
    yield postgres_server.url(name)
    postgres_server.drop_database(name)


@pytest.fixture
def postgres_store(postgres_url: str, cipher: Cipher) -> Iterator[SqlStore]:
    store = SqlStore(postgres_engine(postgres_url), cipher)
    yield store
    store.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.real)])
def store(request: pytest.FixtureRequest) -> SqlStore:
    """Return a store on each kind of database in turn: what holds on one must hold on the other."""
    found = request.getfixturevalue(f"{request.param}_store")
    assert isinstance(found, SqlStore)
    return found
