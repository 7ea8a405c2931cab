"""The few statements all records share, in the words of either database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Executable, insert, inspect
from sqlalchemy.dialects import postgresql, sqlite

from db.base import Row
from kiosk.domain.errors import BugError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Domain = TypeVar("Domain")


def all_of(connection: Connection, query: Executable, kind: type[Domain]) -> tuple[Domain, ...]:
    """Return each row as the domain dataclass whose fields its columns are named after."""
    return tuple(kind(**columns) for columns in columns_of(connection, query))


def columns_of(connection: Connection, query: Executable) -> Iterator[dict[str, Any]]:
    """Yield each row as a dict; names are looked up once, which counts at thousands of rows."""
    result = connection.execute(query)
    names = tuple(result.keys())
    for row in result.all():
        yield dict(zip(names, row, strict=True))


def one_of(connection: Connection, query: Executable, kind: type[Domain]) -> Domain | None:
    """Return the first row as `kind`, or None when there is none."""
    row = connection.execute(query).first()
    return kind(**row._asdict()) if row else None


def values_of(item: DataclassInstance, *, but: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return the fields of a domain dataclass as columns, leaving out those in `but`."""
    return {f.name: getattr(item, f.name) for f in fields(item) if f.name not in but}


def add_row(connection: Connection, row: type[Row], values: dict[str, Any]) -> None:
    """Insert one row; its key must be new."""
    connection.execute(insert(row).values(**values))


def add_new_row(connection: Connection, row: type[Row], values: dict[str, Any]) -> None:
    """Insert one row, or leave the one with the same key as it is."""
    statement = _insert(connection, row).values(**values)
    key = [column.name for column in inspect(row).primary_key]
    connection.execute(statement.on_conflict_do_nothing(index_elements=key))


def put_row(connection: Connection, row: type[Row], values: dict[str, Any]) -> None:
    """Insert one row, or overwrite the one with the same key."""
    statement = _insert(connection, row).values(**values)
    key = [column.name for column in inspect(row).primary_key]
    rest = {name: statement.excluded[name] for name in values if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=rest))


def _insert(connection: Connection, row: type[Row]) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that can say what happens to a row with the same key."""
    on_sqlite = connection.dialect.name == "sqlite"
    return sqlite.insert(row) if on_sqlite else postgresql.insert(row)


def change_one(connection: Connection, statement: Executable) -> None:
    """Run an update that must meet exactly one row."""
    met = connection.execute(statement).rowcount
    if met != 1:
        raise BugError(f"an update met {met} rows instead of one: {statement}")
