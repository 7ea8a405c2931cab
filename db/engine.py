"""Engines: the embedded SQLite file, or PostgreSQL when `database_url` names one.

Every SQLite connection gets the same pragmas: WAL and `synchronous=FULL`, so that a committed row
survives a power cut; `secure_delete`, so that an erased person is gone from the file.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from threading import Event
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import BadDatabaseUrl
from db.network_path import refuse_network_path

BUSY_TIMEOUT_MS = 5000
_AGAIN_SECONDS = 0.01
SILENCE = {
    "tcp_user_timeout": 10_000,  # ms; without effect on Windows, which gives up by itself
    "keepalives": 1,
    "keepalives_idle": 10,  # s
    "keepalives_interval": 5,  # s
    "keepalives_count": 3,
}
"""How long a server may be silent. One that is switched off says no goodbye: without these, what
was sent would be sent again for a quarter of an hour, and an answer waited for for hours."""

WRITING = "writing"
"""Execution option of a connection whose transactions write."""

ONE_WRITER = 0x0D48_5332
"""Key of the advisory lock under which PostgreSQL is written and upgraded, one at a time.

Sequence numbers are dealt out before a commit, so without it a reader of the change feed could see
7, ask for what follows, and never learn of 6. SQLite has one writer by nature.
"""

PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)


def sqlite_engine(path: Path) -> Engine:
    """Return the engine of the SQLite file at `path`; raises NetworkPathRefused."""
    refuse_network_path(path)
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
        hide_parameters=True,  # what people typed never reaches a log
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Take transactions into our own hands and set the pragmas."""
    connection.isolation_level = None
    _use_wal(connection)
    for pragma in PRAGMAS:
        connection.execute(pragma).close()


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL; where two open a new file at once, SQLite refuses one instead of waiting."""
    pause, last = Event(), time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            pause.wait(_AGAIN_SECONDS)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """Begin; a writer takes its lock at once, so that it never fails half-way as busy."""
    is_writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if is_writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def postgres_engine(url: str) -> Engine:
    """Return the engine of the PostgreSQL database at `url`; raises BadDatabaseUrl."""
    engine = create_engine(
        postgres_url(url),
        connect_args={"connect_timeout": 5, "application_name": "dong-hanh-so", **SILENCE},
        pool_pre_ping=True,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_up_postgres)
    event.listen(engine, "begin", _begin_postgres)
    return engine


def postgres_url(url: str) -> URL:
    """Return `url` with the driver we ship; raises BadDatabaseUrl, never repeating a password."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadDatabaseUrl("database_url: not a URL") from None
    except ValueError:  # its text may hold a part of the password
        raise BadDatabaseUrl("database_url: the port is no number") from None
    if parsed.get_backend_name() not in {"postgresql", "postgres"} or not parsed.database:
        raise BadDatabaseUrl(f"database_url: {parsed.render_as_string()}: want postgresql://…/name")
    parsed = parsed.set(drivername="postgresql+psycopg")
    _refuse_unknown_options(parsed)
    return parsed


def _refuse_unknown_options(url: URL) -> None:
    """Raise BadDatabaseUrl when libpq would not know what follows the `?`."""
    import psycopg.conninfo  # late: an office with one PC never needs it

    try:
        _, options = url.get_dialect()().create_connect_args(url)
        psycopg.conninfo.make_conninfo(**options)
    except (ArgumentError, ValueError, psycopg.ProgrammingError):
        raise BadDatabaseUrl("database_url: PostgreSQL does not know what follows the ?") from None


def _set_up_postgres(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg's own
    """Wait for locks as long as SQLite does, and speak UTC."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {BUSY_TIMEOUT_MS}")
        cursor.execute("SET TIME ZONE 'UTC'")
    connection.commit()


def _begin_postgres(connection: Connection) -> None:
    """Begin; one writer at a time, and a reader that cannot write."""
    if connection.get_execution_options().get(WRITING, False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
