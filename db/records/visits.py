"""Records of visits and their events: anonymous."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from db.models import VisitEventRow, VisitRow
from db.records.rows import add_row, all_of, change_one, values_of
from kiosk.domain.visit import VisitEnd, VisitEvent


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
