"""Records of visits, their events, and the signs that somebody may be stuck: anonymous."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, exists, select, update
from sqlalchemy.orm import aliased

from db.models import QuietSignRow, VisitEventRow, VisitRow
from db.records.rows import add_new_row, all_of, change_one, put_row, values_of
from kiosk.domain.stuck import QuietSign
from kiosk.domain.visit import VisitEnd, VisitEvent, VisitEventKind


class SqlVisits:
    """Implements `VisitRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, visit_id: str, device: str, at: datetime) -> None:
        """Add a visit; one that is there already stays as it is."""
        values = {"id": visit_id, "device": device, "started_at": at}
        add_new_row(self._connection, VisitRow, values)

    def add_event(self, event: VisitEvent) -> None:
        """Add a mark; one that is there already stays as it is."""
        add_new_row(self._connection, VisitEventRow, values_of(event))

    def end(self, visit_id: str, how: VisitEnd, at: datetime) -> None:
        change_one(
            self._connection,
            update(VisitRow).where(VisitRow.id == visit_id).values(how=how, ended_at=at),
        )

    def end_interrupted(self, device: str, at: datetime, but: str = "") -> tuple[str, ...]:
        query = (
            select(VisitRow.id)
            .where(_is_open_on(device), VisitRow.started_at <= at, VisitRow.id != but)
            .order_by(VisitRow.id)
        )
        ended = tuple(self._connection.scalars(query))
        self._connection.execute(
            update(VisitRow)
            .where(VisitRow.id.in_(ended))
            .values(how=VisitEnd.INTERRUPTED, ended_at=at)
        )
        return ended

    def left_open(self, device: str) -> tuple[str, ...]:
        """Return the visits on `device` that have not ended, oldest first."""
        query = select(VisitRow.id).where(_is_open_on(device))
        return tuple(self._connection.scalars(query.order_by(VisitRow.started_at, VisitRow.id)))

    def save_sign(self, sign: QuietSign) -> None:
        put_row(self._connection, QuietSignRow, values_of(sign))

    def drop_sign(self, visit_id: str) -> bool:
        gone = delete(QuietSignRow).where(QuietSignRow.visit_id == visit_id)
        return self._connection.execute(gone).rowcount > 0

    def signs(self) -> tuple[QuietSign, ...]:
        """Return the signs of all visits, oldest first."""
        query = select(QuietSignRow.__table__)
        in_order = query.order_by(QuietSignRow.since, QuietSignRow.visit_id)
        return all_of(self._connection, in_order, QuietSign)

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


def _is_open_on(device: str) -> ColumnElement[bool]:
    return (VisitRow.device == device) & VisitRow.ended_at.is_(None)
