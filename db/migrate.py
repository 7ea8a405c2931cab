"""Brings a database to this version's schema, in this process, without an .ini file.

SQLite is migrated at start, after a backup. PostgreSQL is shared, so only an explicit `upgrade`
changes it, and a kiosk that meets an older or newer one refuses to start.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, event, inspect, text

from db.backup import BEFORE_UPGRADE
from db.engine import WRITING, postgres_engine, sqlite_engine
from db.errors import (
    DatabaseBehind,
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseNewer,
    told_plainly,
)
from db.health import (
    VERSIONS,
    DatabaseHealth,
    DatabaseState,
    inspect_database,
    judged,
    known_revisions,
    set_aside,
)
from db.network_path import refuse_network_path
from kiosk.domain.errors import BugError
from kiosk.services.ports import BackupStore

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = [
    "DatabaseHealth",
    "DatabaseState",
    "Prepared",
    "inspect_database",
    "inspect_server",
    "known_revisions",
    "prepare_sqlite",
    "refuse_other_revision",
    "require_current",
    "set_aside",
    "upgrade",
]

SCRIPTS = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was done to a SQLite file before its use; `backup` was made before an upgrade."""

    was: DatabaseState
    revision: str
    backup: Path | None = None


def prepare_sqlite(path: Path, backups: BackupStore) -> Prepared:
    """Create or upgrade the SQLite file at `path`, so that it may be used.

    Raises NetworkPathRefused, DatabaseNewer, DatabaseForeign, and DatabaseCorrupt with the newest
    good backup. A corrupt file stays where it is until a person has chosen: `backups.restore`, or
    `set_aside` and an empty start.
    """
    refuse_network_path(path)
    health = inspect_database(path)
    if health.state is DatabaseState.CORRUPT:
        raise DatabaseCorrupt(f"{path.name}: {health.detail}", backups.newest_good())
    _refuse(health, path.name)
    if health.state is DatabaseState.OK:
        return Prepared(health.state, health.revision)
    is_behind = health.state is DatabaseState.BEHIND
    backup = backups.back_up(BEFORE_UPGRADE) if is_behind else None
    if not is_behind:
        _create_file(path)
    upgrade_sqlite(path)
    return Prepared(health.state, known_revisions()[-1], backup)


def _refuse(health: DatabaseHealth, name: str) -> None:
    """Raise when a database must not be touched."""
    if health.state is DatabaseState.NEWER:
        raise DatabaseNewer(f"{name}: revision {health.detail}")
    if health.state is DatabaseState.FOREIGN:
        raise DatabaseForeign(f"{name}: {health.detail}")


def _create_file(path: Path) -> None:
    """Create an empty file that only this account may read; SQLite's companions follow suit."""
    with told_plainly():
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def upgrade_sqlite(path: Path) -> None:
    """Run the missing revisions in one transaction: all of them, or none."""
    engine = engine_for_revisions(path)
    try:
        with told_plainly(), engine.begin() as connection:
            run_revisions(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise BugError(f"a revision broke foreign keys: {broken[:3]}")
    finally:
        engine.dispose()


def engine_for_revisions(path: Path) -> Engine:
    """Return an engine of a SQLite file that lets revisions rebuild tables.

    With foreign keys on, dropping the old copy of a table would empty the tables that point to it.
    """
    engine = sqlite_engine(path)
    event.listen(engine, "connect", _without_foreign_keys)
    return engine.execution_options(**{WRITING: True})


def _without_foreign_keys(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys=OFF").close()


def upgrade(url: str) -> str:
    """Upgrade the PostgreSQL database at `url` under the writers' lock; return its revision.

    Raises ServerUnreachable, DatabaseNewer, DatabaseForeign, BadDatabaseUrl.
    """
    engine = postgres_engine(url)
    try:
        with told_plainly(), engine.execution_options(**{WRITING: True}).begin() as connection:
            _refuse(_server_health(connection), "PostgreSQL")
            run_revisions(connection)
    finally:
        engine.dispose()
    return known_revisions()[-1]


def inspect_server(engine: Engine) -> DatabaseHealth:
    """Return how a PostgreSQL database stands to this version; raises ServerUnreachable."""
    with told_plainly(), engine.begin() as connection:
        return _server_health(connection)


def require_current(engine: Engine) -> None:
    """Raise DatabaseBehind, DatabaseNewer or DatabaseForeign unless PostgreSQL may be used."""
    _require_ok(inspect_server(engine))


def refuse_other_revision(engine: Engine) -> None:
    """Let `engine` connect to a PostgreSQL of this version only, whenever it connects.

    A server may come back upgraded after it was away; until this program is upgraded too it is told
    DatabaseNewer or DatabaseBehind instead of writing what no longer fits.
    """
    event.listen(engine, "connect", _require_this_revision)


def _require_this_revision(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg's own
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('alembic_version')")
        has_table = cursor.fetchone()[0] is not None
        if has_table:
            cursor.execute("SELECT version_num FROM alembic_version")
        row = cursor.fetchone() if has_table else None
    connection.commit()
    if has_table:  # what was never upgraded is told by `require_current`
        _require_ok(judged(row[0] if row else ""))


def _require_ok(health: DatabaseHealth) -> None:
    _refuse(health, "PostgreSQL")
    if health.state is not DatabaseState.OK:
        is_at = health.revision or "no revision"
        raise DatabaseBehind(f"PostgreSQL is at {is_at}: run 'dong-hanh-so db upgrade'")


def _server_health(connection: Connection) -> DatabaseHealth:
    """Judge a server by its table of revisions; without that table it is new to us."""
    if not inspect(connection).has_table("alembic_version"):
        return DatabaseHealth(DatabaseState.MISSING)
    return judged(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")


def run_revisions(connection: Connection) -> None:
    """Upgrade to the newest revision within the transaction of `connection`."""
    from alembic import command

    command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: Connection) -> Config:
    """Return Alembic's settings: scripts beside this module, the connection handed over."""
    from alembic.config import Config  # late: a start without an upgrade does not pay for it

    from db.models import Row

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes.update(connection=connection, metadata=Row.metadata)
    return config


def draft_revision(message: str, folder: Path = VERSIONS) -> Path:
    """Write the next revision from what the models have and the revisions lack; return its file.

    For whoever changes the schema: `python -c "from db.migrate import draft_revision; …"`. The
    draft names our column types; put the plain ones of SQLAlchemy in their place.
    """
    from alembic import command

    number = f"{int(known_revisions()[-1]) + 1:04d}"
    with TemporaryDirectory() as scratch:
        engine = engine_for_revisions(Path(scratch) / "scratch.db")
        try:
            with engine.begin() as connection:
                run_revisions(connection)
                config = alembic_config(connection)
                config.set_main_option("version_locations", f"{VERSIONS}{os.pathsep}{folder}")
                config.set_main_option("path_separator", "os")
                config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
                command.revision(
                    config, message, autogenerate=True, rev_id=number, version_path=str(folder)
                )
        finally:
            engine.dispose()
    return next(folder.glob(f"{number}_*.py"))
