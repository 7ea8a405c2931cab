"""Records of the office's word on facts, and of corrections being typed."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from db.models import ContentDraftRow, ContentEntryRow
from db.records.rows import add_row, all_of, put_row, values_of
from kiosk.domain.content_review import FactDraft, FactEntry


class SqlContent:
    """Implements `ContentRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: FactEntry) -> None:
        add_row(self._connection, ContentEntryRow, values_of(entry))

    def history(self, code: str = "") -> tuple[FactEntry, ...]:
        """Return the entries, oldest first."""
        query = select(ContentEntryRow.__table__).order_by(ContentEntryRow.id)
        if code:
            query = query.where(ContentEntryRow.code == code)
        return all_of(self._connection, query, FactEntry)

    def save_draft(self, draft: FactDraft) -> None:
        put_row(self._connection, ContentDraftRow, values_of(draft))

    def drafts(self, code: str = "") -> tuple[FactDraft, ...]:
        """Return the drafts, by procedure and path."""
        row = ContentDraftRow
        query = select(row.__table__).order_by(row.code, row.path)
        if code:
            query = query.where(row.code == code)
        return all_of(self._connection, query, FactDraft)

    def drop_draft(self, code: str, path: str) -> None:
        row = ContentDraftRow
        self._connection.execute(delete(row).where(row.code == code, row.path == path))
