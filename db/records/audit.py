"""Records of the audit: added and read, never changed."""

from __future__ import annotations

from sqlalchemy import Connection, select

from db.models import AuditRow
from db.records.rows import add_row, all_of, values_of
from kiosk.domain.audit import AuditEntry


class SqlAudit:
    """Implements `AuditRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: AuditEntry) -> None:
        add_row(self._connection, AuditRow, values_of(entry))

    def latest(self, limit: int = 100) -> tuple[AuditEntry, ...]:
        """Return the newest entries, newest first."""
        query = (
            select(AuditRow.__table__).order_by(AuditRow.at.desc(), AuditRow.id.desc()).limit(limit)
        )
        return all_of(self._connection, query, AuditEntry)
