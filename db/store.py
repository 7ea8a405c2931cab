"""The store: transactions, each with all records over one connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from db.engine import WRITING
from db.errors import DatabaseReadOnly, told_plainly
from db.records.assistances import SqlAssistances
from db.records.audit import SqlAudit
from db.records.calls import SqlCalls
from db.records.changes import SqlChanges
from db.records.consents import SqlConsents
from db.records.content import SqlContent
from db.records.follow_ups import SqlFollowUps
from db.records.national import SqlNational
from db.records.office import SqlOffice
from db.records.people import SqlPeople
from db.records.rounds import SqlRounds
from db.records.slips import SqlSlips
from db.records.staff import SqlStaff
from db.records.visits import SqlVisits
from kiosk.domain.errors import BugError
from kiosk.services.ports import Cipher, Records


class SqlRecords:
    """All records over one connection, in one transaction."""

    def __init__(self, connection: Connection, cipher: Cipher) -> None:
        self.office = SqlOffice(connection)
        self.staff = SqlStaff(connection)
        self.visits = SqlVisits(connection)
        self.calls = SqlCalls(connection)
        self.consents = SqlConsents(connection)
        self.people = SqlPeople(connection, cipher)
        self.assistances = SqlAssistances(connection, cipher)
        self.follow_ups = SqlFollowUps(connection, cipher)
        self.rounds = SqlRounds(connection)
        self.slips = SqlSlips(connection)
        self.content = SqlContent(connection)
        self.national = SqlNational(connection)
        self.audit = SqlAudit(connection)
        self.changes = SqlChanges(connection)


class SqlStore:
    """Implements `Store` on SQLite and on PostgreSQL.

    Raises DatabaseError (a KnownError) for what the world does to a database, else BugError.
    """

    def __init__(self, engine: Engine, cipher: Cipher) -> None:
        self._engine = engine
        self._writing = engine.execution_options(**{WRITING: True})
        self._cipher = cipher

    @contextmanager
    def read(self) -> Iterator[Records]:
        """Read one consistent state; a write in here is a bug, never silently lost."""
        try:
            with told_plainly(), self._engine.begin() as connection:
                yield SqlRecords(connection, self._cipher)
        except DatabaseReadOnly as error:
            raise BugError(f"written in a read transaction: {error.log_line}") from error

    @contextmanager
    def write(self) -> Iterator[Records]:
        """Write; committed at the end, rolled back when an exception leaves the block."""
        with told_plainly(), self._writing.begin() as connection:
            yield SqlRecords(connection, self._cipher)

    def close(self) -> None:
        """Close all connections; the last one of a SQLite file folds its -wal back."""
        self._engine.dispose()
