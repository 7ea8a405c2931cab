"""Records of the national catalogue: replaced as a whole, read as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from db.models import NationalEntryRow, NationalImportRow
from db.records.rows import add_row, all_of, one_of, values_of
from kiosk.domain.national import NationalEntry, NationalImport


class SqlNational:
    """Implements `NationalRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, entries: Iterable[NationalEntry], imported: NationalImport) -> None:
        """Put these entries in place of all, and keep the import in the list of imports."""
        self._connection.execute(delete(NationalEntryRow))
        rows = [values_of(entry) for entry in entries]
        if rows:
            self._connection.execute(insert(NationalEntryRow), rows)
        add_row(self._connection, NationalImportRow, values_of(imported))

    def all(self) -> tuple[NationalEntry, ...]:
        """Return every entry, by code."""
        query = select(NationalEntryRow.__table__).order_by(NationalEntryRow.code)
        return all_of(self._connection, query, NationalEntry)

    def latest_import(self) -> NationalImport | None:
        query = select(NationalImportRow.__table__).order_by(NationalImportRow.id.desc()).limit(1)
        return one_of(self._connection, query, NationalImport)
