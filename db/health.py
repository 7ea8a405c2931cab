"""What state a SQLite file is in, told without changing it, and setting a bad one aside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path, PurePath

from db.errors import DatabaseCorrupt, sqlite_fault
from kiosk.domain.errors import BugError

VERSIONS = Path(__file__).parent / "migrations" / "versions"
COMPANIONS = ("-wal", "-shm", "-journal")
"""Files SQLite keeps beside a database; they belong to it and move with it."""


class DatabaseState(StrEnum):
    """What was found. Only `OK` may be used as it is."""

    OK = "ok"
    MISSING = "missing"
    BEHIND = "behind"
    NEWER = "newer"
    CORRUPT = "corrupt"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """The state of a file, its revision ("" when unknown), and one technical line."""

    state: DatabaseState
    revision: str = ""
    detail: str = ""


def known_revisions() -> tuple[str, ...]:
    """Return the revisions this version knows, oldest first.

    They are read off the file names ("0001_first_schema.py"), so that a healthy start needs no
    Alembic; a test holds names and contents together.
    """
    return tuple(sorted(path.name.split("_")[0] for path in VERSIONS.glob("[0-9]*_*.py")))


def inspect_database(
    path: Path, *, thorough: bool = False, is_backup: bool = False
) -> DatabaseHealth:
    """Return the state of the file at `path`.

    `thorough` compares every index with its table too (integrity_check), which takes a second for
    each 100 MB. A backup is opened as a file nobody writes, so nothing appears beside it.
    Raises DatabaseError when the file cannot be read at all.
    """
    if not path.exists():
        return DatabaseHealth(DatabaseState.MISSING)
    mode = "mode=ro&immutable=1" if is_backup else "mode=rw"
    try:
        uri = f"{sqlite_uri(path.absolute())}?{mode}"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return _health(connection, "integrity_check" if thorough else "quick_check")
    except sqlite3.Error as error:
        fault = sqlite_fault(error)
        if isinstance(fault, DatabaseCorrupt):
            return DatabaseHealth(DatabaseState.CORRUPT, detail=fault.log_line)
        raise fault or BugError(str(error)) from error


def sqlite_uri(path: PurePath) -> str:
    r"""Return the URI under which SQLite opens an absolute path, one on a share (\\server\x) too.

    SQLite refuses a server as the URI's authority, but takes it in the path: file:////server/x.
    """
    uri = path.as_uri()
    is_local = uri.startswith("file:///")
    return uri if is_local else f"file://{uri.removeprefix('file:')}"


def _health(connection: sqlite3.Connection, check: str) -> DatabaseHealth:
    """Judge an open file: soundness first, then whose it is, then its revision."""
    connection.execute("PRAGMA busy_timeout=5000").close()
    found = [row[0] for row in connection.execute(f"PRAGMA {check}(3)")]
    if found != ["ok"]:
        return DatabaseHealth(DatabaseState.CORRUPT, detail="; ".join(found).replace("\n", " "))
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        return DatabaseHealth(DatabaseState.MISSING, detail="no tables")
    if "alembic_version" not in tables:
        return DatabaseHealth(DatabaseState.FOREIGN, detail="no table alembic_version")
    revisions = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
    return judged(revisions[0] if revisions else "")


def judged(revision: str) -> DatabaseHealth:
    """Return how a revision stands to the ones this version knows."""
    known = known_revisions()
    if not revision:
        return DatabaseHealth(DatabaseState.FOREIGN, detail="alembic_version has no row")
    if revision not in known:
        return DatabaseHealth(DatabaseState.NEWER, revision, f"{revision} is not in {known[-1]}")
    is_head = revision == known[-1]
    return DatabaseHealth(DatabaseState.OK if is_head else DatabaseState.BEHIND, revision)


def set_aside(path: Path, why: str = "corrupt") -> Path:
    """Rename the database and what belongs to it out of the way; return its new name.

    Nothing is deleted. The -wal goes along under the new name, so that it still can be opened; one
    whose database is gone goes too, because SQLite would play it into the next file of that name.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = path.with_name(f"{path.stem}.{why}-{stamp}{path.suffix}")
    # Companions first: a database without its -wal is older, a -wal without its database is lost.
    for companion in COMPANIONS:
        beside = path.with_name(path.name + companion)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + companion))
    if path.exists():
        path.rename(aside)
    return aside
