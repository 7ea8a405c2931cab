"""What can go wrong with a database, told plainly: the world's faults sorted from ours.

SQLite's result codes and PostgreSQL's SQLSTATE classes decide; anything not listed is a bug.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.words import N_


class DatabaseError(KnownError):
    """A fault of the world around the database. Subclasses hold the sentence and the cure."""

    sentence: ClassVar[str] = N_("Chưa dùng được dữ liệu.")
    what_to_do: ClassVar[str] = N_("Đợi một phút rồi làm lại.")

    def __init__(self, log_line: str, **fields: object) -> None:
        super().__init__(self.sentence, self.what_to_do, log_line, **fields)


class DatabaseBusy(DatabaseError):
    """Someone else kept the database locked for longer than we wait."""

    sentence = N_("Máy đang bận ghi dữ liệu khác.")


class DiskFull(DatabaseError):
    """No room left on the disk that holds the database."""

    sentence = N_("Ổ đĩa đã đầy.")
    what_to_do = N_("Xóa bớt tệp không cần rồi làm lại.")


class DatabaseReadOnly(DatabaseError):
    """The file or its folder may not be written."""

    sentence = N_("Không ghi được vào thư mục dữ liệu.")
    what_to_do = N_("Cho tài khoản này quyền ghi thư mục đó.")


class DatabaseCorrupt(DatabaseError):
    """The file is damaged. `newest_good` is the backup to offer, None when there is none."""

    sentence = N_("Tệp dữ liệu bị hỏng.")
    what_to_do = N_("Dùng lại bản sao lưu gần nhất.")

    def __init__(self, log_line: str, newest_good: Path | None = None) -> None:
        super().__init__(log_line)
        self.newest_good = newest_good


class CannotOpenDatabase(DatabaseError):
    """The file or folder is not there, or may not be opened."""

    sentence = N_("Không mở được tệp dữ liệu.")
    what_to_do = N_("Xem thư mục dữ liệu còn đó không.")


class DiskTrouble(DatabaseError):
    """The disk does not read or write what it is asked to."""

    sentence = N_("Ổ đĩa đọc ghi không được.")
    what_to_do = N_("Nhờ người phụ trách máy xem ổ đĩa.")


class ServerUnreachable(DatabaseError):
    """PostgreSQL does not answer, or does not let us in."""

    sentence = N_("Không nối được máy chủ dữ liệu.")
    what_to_do = N_("Xem máy chủ đã bật, mạng đã cắm chưa.")


class ConnectionLost(DatabaseError):
    """PostgreSQL went away in the middle of work."""

    sentence = N_("Mất kết nối với máy chủ dữ liệu.")


class DatabaseNewer(DatabaseError):
    """A newer version of the program made this database; it is left untouched."""

    sentence = N_("Dữ liệu này thuộc bản phần mềm mới hơn.")
    what_to_do = N_("Cài bản mới nhất rồi mở lại.")


class DatabaseBehind(DatabaseError):
    """PostgreSQL has not been upgraded; a kiosk never does that at start."""

    sentence = N_("Máy chủ dữ liệu chưa được nâng cấp.")
    what_to_do = N_("Người quản trị cần chạy lệnh nâng cấp.")


class DatabaseForeign(DatabaseError):
    """A sound SQLite file, but of another program."""

    sentence = N_("Tệp dữ liệu thuộc phần mềm khác.")
    what_to_do = N_("Chọn một thư mục dữ liệu khác.")


class DatabaseInUse(DatabaseError):
    """A window still has the database open that is to be replaced."""

    sentence = N_("Phần mềm đang mở dữ liệu này.")
    what_to_do = N_("Đóng mọi cửa sổ rồi làm lại.")


class NetworkPathRefused(DatabaseError):
    """SQLite on a network drive loses data sooner or later, so it is refused."""

    sentence = N_("Thư mục dữ liệu ở ổ mạng: {reason}.")
    what_to_do = N_("Chọn thư mục trên ổ đĩa máy này.")


class BadDatabaseUrl(DatabaseError):
    """`database_url` in settings.toml does not name a PostgreSQL database."""

    sentence = N_("Địa chỉ máy chủ dữ liệu chưa đúng.")
    what_to_do = N_("Sửa mục database_url trong settings.toml.")


class BackupUnusable(DatabaseError):
    """A backup cannot be read, is damaged, or is none of ours."""

    sentence = N_("Bản sao lưu này không dùng được.")
    what_to_do = N_("Chọn một bản sao lưu khác.")


class BackupFailed(DatabaseError):
    """No backup could be made."""

    sentence = N_("Chưa sao lưu được dữ liệu.")
    what_to_do = N_("Xem thư mục sao lưu còn chỗ không.")


_SQLITE_FAULTS: dict[int, type[DatabaseError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_PERM: DatabaseReadOnly,
    sqlite3.SQLITE_CORRUPT: DatabaseCorrupt,
    sqlite3.SQLITE_NOTADB: DatabaseCorrupt,
    sqlite3.SQLITE_CANTOPEN: CannotOpenDatabase,
    sqlite3.SQLITE_IOERR: DiskTrouble,
}

_POSTGRES_FAULTS: tuple[tuple[str, type[DatabaseError]], ...] = (
    ("55P03", DatabaseBusy),  # lock_timeout
    ("40", DatabaseBusy),  # deadlock, serialization
    ("57014", DatabaseBusy),  # statement_timeout
    ("57P03", ServerUnreachable),  # starting up
    ("57P", ConnectionLost),  # shut down by its administrator
    ("53100", DiskFull),
    ("53300", ServerUnreachable),  # too many connections
    ("25006", DatabaseReadOnly),
    ("28", ServerUnreachable),  # user or password
    ("3D", ServerUnreachable),  # no such database
    ("08", ConnectionLost),
    ("58", DiskTrouble),
    ("XX001", DatabaseCorrupt),
    ("XX002", DatabaseCorrupt),
)


def sqlite_fault(error: sqlite3.Error) -> DatabaseError | None:
    """Return the world's fault behind an error of the sqlite3 module, None when it is ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    fault = _SQLITE_FAULTS.get(code & 0xFF)  # the low byte is the primary result code
    return fault(f"{error.sqlite_errorname}: {error}") if fault else None


def postgres_fault(error: DBAPIError) -> DatabaseError | None:
    """Return the world's fault behind an error of psycopg, None when it is ours.

    psycopg is not imported for it: an office with one PC never needs it.
    """
    sqlstate = getattr(error.orig, "sqlstate", None) or ""
    line = " ".join(f"PostgreSQL {sqlstate}: {error.orig}".split())
    if not sqlstate and isinstance(error, OperationalError):
        # Only a connection that once stood has a statement to lose.
        return (ConnectionLost if error.statement else ServerUnreachable)(line)
    for start, fault in _POSTGRES_FAULTS:
        if sqlstate.startswith(start):
            return fault(line)
    return None


def fault_behind(error: SQLAlchemyError) -> DatabaseError | None:
    """Return the world's fault behind an error of SQLAlchemy, None when it is ours."""
    if isinstance(error, PoolTimeout):
        return DatabaseBusy("connection pool exhausted")
    if not isinstance(error, DBAPIError):
        return None
    original = error.orig
    return sqlite_fault(original) if isinstance(original, sqlite3.Error) else postgres_fault(error)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn errors of the database libraries into KnownError, or BugError when they are ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise sqlite_fault(error) or BugError(str(error)) from error
    except SQLAlchemyError as error:
        raise fault_behind(error) or BugError(str(error)) from error
