"""What the doctor asks of a database and its backups, without changing them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, func, select

from db.backup import SqliteBackups, made_at
from db.engine import postgres_engine, sqlite_engine
from db.errors import (
    BadDatabaseUrl,
    CannotOpenDatabase,
    DatabaseBusy,
    DatabaseError,
    DatabaseReadOnly,
    DiskFull,
    DiskTrouble,
    NetworkPathRefused,
    ServerUnreachable,
    told_plainly,
)
from db.health import DatabaseHealth, DatabaseState, inspect_database, known_revisions
from db.migrate import inspect_server
from db.models import AssistanceRow, AuditRow, CallRow, SlipRow, VisitEventRow
from db.network_path import refuse_network_path
from db.store import SqlStore
from kiosk.app import backups_of
from kiosk.domain.errors import KnownError
from kiosk.services.doctor import RUN_AGAIN, SET_UP, Check, CheckState
from kiosk.services.keys import KeyRing, open_key_store
from kiosk.services.office import KEY_CHECK, OfficeSetup
from kiosk.services.paths import DataPaths
from kiosk.services.ports import Clock
from kiosk.services.settings import Settings
from kiosk.services.vault import AesGcmCipher

WRITTEN = (
    AuditRow.at,
    VisitEventRow.at,
    CallRow.called_at,
    AssistanceRow.logged_at,
    SlipRow.issued_at,
)
"""When rows were written. Promises and lock-outs lie in the future, so they tell nothing."""

_OTHER_FOLDER = "name another data folder with --data-dir"

_STATE_CURES = {
    DatabaseState.NEWER: "install the newest version of the program",
    DatabaseState.CORRUPT: "put the newest good backup in its place: dong-hanh-so restore",
    DatabaseState.FOREIGN: _OTHER_FOLDER,
}

_ERROR_CURES: dict[type[DatabaseError], str] = {
    NetworkPathRefused: "move the data folder to a disk of this machine",
    DatabaseReadOnly: "let this account write in the data folder",
    CannotOpenDatabase: "let this account read and write in the data folder",
    DatabaseBusy: "close the program, then run the doctor again",
    DiskFull: "delete or move files on the disk that holds the data",
    DiskTrouble: "have the disk checked; copy the data folder away first",
    BadDatabaseUrl: "write database_url in settings.toml as postgresql://host/name",
    ServerUnreachable: "start the database server and look at the network",
}


class DataProbe:
    """Looks at the database that `settings` name: the file in `paths`, or a PostgreSQL server.

    The database is opened once, and only when it is sound; `close` ends that.
    """

    def __init__(self, paths: DataPaths, settings: Settings, clock: Clock, *, demo: bool) -> None:
        self._paths = paths
        self._url = settings.database_url
        self._clock = clock
        self._ring = KeyRing(open_key_store(paths, demo=demo))
        self._backups = backups_of(paths, settings)
        self._second = Path(settings.second_backup_folder)
        self._engine: Engine | None = None
        self._health: DatabaseHealth | None = None

    def close(self) -> None:
        """Close the database."""
        if self._engine is not None:
            self._engine.dispose()

    def database(self) -> Check:
        """Judge integrity and migration."""
        try:
            return self._judged(self._look())
        except DatabaseError as error:
            cure = _ERROR_CURES.get(type(error), RUN_AGAIN)
            return Check("database", CheckState.FAIL, error.log_line, cure)

    def key(self) -> Check:
        """Judge whether this machine's key opens the database."""
        state = self._state()
        if state is DatabaseState.MISSING:
            return Check("key", CheckState.WARN, "no office yet", SET_UP)
        if state is not DatabaseState.OK:
            cure = "see to the database first"
            return Check("key", CheckState.WARN, "not checked: the database cannot be used", cure)
        return self._key_of(SqlStore(self._opened(), AesGcmCipher(self._person_key)))

    def is_backed_up(self) -> bool:
        """Return whether there is anything that this program backs up."""
        return not self._url and self._state() is not DatabaseState.MISSING

    def newest_backup(self) -> datetime | None:
        """Return when the newest good backup was made, in either folder."""
        newest = self._backups.newest_good()
        return made_at(newest) if newest else None

    def newest_copy(self) -> datetime | None:
        """Return when the newest backup of the second folder was made; raises OSError."""
        copies = SqliteBackups(self._paths.database, self._second).all()
        return made_at(copies[0]) if copies else None

    def last_written(self) -> datetime | None:
        """Return when the newest row was written; None when there is none, or no database."""
        if self._state() is not DatabaseState.OK:
            return None
        with told_plainly(), self._opened().begin() as connection:
            newest = [connection.scalar(select(func.max(column))) for column in WRITTEN]
        return _latest(newest)

    def _look(self) -> DatabaseHealth:
        """Return the database's health; raises DatabaseError."""
        if self._health is None:
            self._health = self._look_closely()
        return self._health

    def _look_closely(self) -> DatabaseHealth:
        if self._url:
            return inspect_server(self._opened())
        refuse_network_path(self._paths.database)
        return inspect_database(self._paths.database, thorough=True)

    def _state(self) -> DatabaseState | None:
        """Return the database's state, None when it cannot even be looked at."""
        try:
            return self._look().state
        except (DatabaseError, OSError):  # told by the check of the database itself
            return None

    def _opened(self) -> Engine:
        if self._engine is None:
            is_server = bool(self._url)
            self._engine = (
                postgres_engine(self._url) if is_server else sqlite_engine(self._paths.database)
            )
        return self._engine

    def _judged(self, health: DatabaseHealth) -> Check:
        newest = known_revisions()[-1]
        if health.state is DatabaseState.OK:
            return Check("database", CheckState.OK, f"sound, revision {health.revision}")
        if self._url and health.state in (DatabaseState.MISSING, DatabaseState.BEHIND):
            detail = f"the server is at {health.revision or 'no revision'}, wanted is {newest}"
            return Check("database", CheckState.FAIL, detail, "run: dong-hanh-so db upgrade")
        if health.state is DatabaseState.MISSING:
            return Check("database", CheckState.WARN, "no database yet", SET_UP)
        if health.state is DatabaseState.BEHIND:
            detail = f"sound, revision {health.revision}, wanted is {newest}"
            cure = "start the program: it makes a backup and upgrades"
            return Check("database", CheckState.WARN, detail, cure)
        detail = f"{health.state.value}: {health.detail}"
        return Check("database", CheckState.FAIL, detail, _STATE_CURES[health.state])

    def _key_of(self, store: SqlStore) -> Check:
        try:
            with store.read() as records:
                is_stored = bool(records.office.value(KEY_CHECK))
            if not is_stored:
                return Check("key", CheckState.WARN, "the set-up has not made a key yet", SET_UP)
            OfficeSetup(store, self._clock, self._ring).check_key()
        except KnownError as error:
            name = self._paths.key_file.name
            cure = f"move {name} aside if it is there, start the program, type the recovery sheet"
            return Check("key", CheckState.FAIL, error.log_line, cure)
        return Check("key", CheckState.OK, "opens the database")

    def _person_key(self) -> bytes:
        return self._ring.key().person_key


def _latest(moments: Iterable[datetime | None]) -> datetime | None:
    return max((moment for moment in moments if moment is not None), default=None)
