"""What a test of a revision with data in it must provide, and how a schema is told in full.

Testers speak SQL only: the records and models of today know nothing of yesterday's tables.
"""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import Connection, text


class DataTester(Protocol):
    """Loads data before a revision is run, and looks after it once it has been."""

    def load(self, connection: Connection) -> None: ...
    def check(self, connection: Connection) -> None: ...


_POSTGRES_SCHEMA = (
    """
    SELECT 'column', table_name, column_name, data_type, is_nullable, character_maximum_length
    FROM information_schema.columns WHERE table_schema = 'public'
    """,
    """
    SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    """,
    "SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    """
    SELECT 'function', proname, prosrc FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
    """,
)

_SQLITE_SCHEMA = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%'",
)


def schema_of(connection: Connection) -> set[tuple[object, ...]]:
    """Return every table, column, index, constraint, trigger and function, Alembic's own apart."""
    on_sqlite = connection.dialect.name == "sqlite"
    found = {
        tuple(row)
        for query in (_SQLITE_SCHEMA if on_sqlite else _POSTGRES_SCHEMA)
        for row in connection.execute(text(query))
    }
    return {row for row in found if "alembic_version" not in " ".join(map(str, row))}
