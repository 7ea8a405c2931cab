"""Records of visits and their events: anonymous."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, exists, select, update
from sqlalchemy.orm import aliased

from db.models import VisitEventRow, VisitRow
from db.records.rows import add_row, all_of, change_one, values_of
from kiosk.domain.visit import VisitEnd, VisitEvent, VisitEventKind


class SqlVisits:
    """Implements `VisitRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, visit_id: str, device: str, at: datetime) -> None:
        add_row(self._connection, VisitRow, {"id": visit_id, "device": device, "started_at": at})

    def add_event(self, event: VisitEvent) -> None:
        add_row(self._connection, VisitEventRow, values_of(event))

    def end(self, visit_id: str, how: VisitEnd, at: datetime) -> None:
        change_one(
            self._connection,
            update(VisitRow).where(VisitRow.id == visit_id).values(how=how, ended_at=at),
        )

    def end_interrupted(self, device: str, at: datetime) -> int:
        left_open = (VisitRow.device == device) & VisitRow.ended_at.is_(None)
        return self._connection.execute(
            update(VisitRow).where(left_open).values(how=VisitEnd.INTERRUPTED, ended_at=at)
        ).rowcount

    def events(self, visit_id: str) -> tuple[VisitEvent, ...]:
        """Return the marks of a visit in their order."""
        query = (
            select(VisitEventRow.__table__)
            .where(VisitEventRow.visit_id == visit_id)
            .order_by(VisitEventRow.seq)
        )
        return all_of(self._connection, query, VisitEvent)

    def ratings(self, start: datetime | None, end: datetime | None) -> tuple[int, ...]:
        """Return the last rating of each visit that was made in the stretch."""
        row, later = VisitEventRow, aliased(VisitEventRow)
        was_changed = exists().where(
            later.visit_id == row.visit_id,
            later.kind == VisitEventKind.RATED,
            later.seq > row.seq,
        )
        query = select(row.value).where(row.kind == VisitEventKind.RATED, ~was_changed)
        if start:
            query = query.where(row.at >= start)
        if end:
            query = query.where(row.at < end)
        found = self._connection.scalars(query.order_by(row.at, row.visit_id))
        return tuple(value for value in found if value is not None)
