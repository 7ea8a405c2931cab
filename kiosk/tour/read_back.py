"""Reads back what the tour left in the SQLite file, over a second connection of its own.

Plain SQL on purpose: it sees what any other program would see, names stay encrypted.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def rows_left(database: Path) -> dict[str, list[dict[str, Any]]]:
    """Return what was logged, promised, planned, printed, and the office's word, oldest first."""
    uri = f"{database.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [_plain(row) for row in connection.execute(query)]
            for table, query in _QUERIES.items()
        }


_QUERIES = {
    "assistances": "SELECT * FROM assistances ORDER BY id",
    "follow_ups": "SELECT * FROM follow_ups ORDER BY id",
    "attempts": "SELECT * FROM attempts ORDER BY id",
    "slips": "SELECT id, number, version, kind, code, payload, print_state FROM slips ORDER BY id",
    "rounds": "SELECT * FROM rounds ORDER BY id",
    "round_stops": "SELECT * FROM round_stops ORDER BY round_id, position",
    "content_entries": "SELECT * FROM content_entries ORDER BY id",
}


def _plain(row: sqlite3.Row) -> dict[str, Any]:
    values = {key: row[key] for key in row.keys()}  # noqa: SIM118 - a Row iterates over its values
    return {key: v.hex() if isinstance(v, bytes) else v for key, v in values.items()}
