"""Records of planned trips and of the rows of their sheets."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, select, update

from db.models import RoundRow, RoundStopRow
from db.records.rows import add_row, columns_of, put_row, values_of
from kiosk.domain.round import CallAhead, Round, RoundState, RoundStop, StopAnswer


class SqlRounds:
    """Implements `RoundRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, trip: Round) -> None:
        put_row(self._connection, RoundRow, values_of(trip, but=frozenset({"stops"})))
        self._connection.execute(delete(RoundStopRow).where(RoundStopRow.round_id == trip.id))
        for stop in trip.stops:
            add_row(self._connection, RoundStopRow, {"round_id": trip.id, **values_of(stop)})

    def get(self, round_id: str) -> Round | None:
        return next(iter(self._where(RoundRow.id == round_id)), None)

    def planned(self) -> tuple[Round, ...]:
        return self._where(RoundRow.state == RoundState.PLANNED)

    def answer(self, follow_up_id: str, answer: StopAnswer, at: datetime) -> tuple[str, ...]:
        return self._change_waiting(follow_up_id, {"answer": answer, "answered_at": at})

    def note_call(self, follow_up_id: str, call: CallAhead, at: datetime) -> tuple[str, ...]:
        return self._change_waiting(follow_up_id, {"call": call, "called_at": at})

    def _change_waiting(self, follow_up_id: str, values: dict[str, Any]) -> tuple[str, ...]:
        """Change the rows of a case that wait in a planned trip; return the trips' ids."""
        planned = select(RoundRow.id).where(RoundRow.state == RoundState.PLANNED)
        waiting = (
            (RoundStopRow.follow_up_id == follow_up_id)
            & RoundStopRow.answer.is_(None)
            & RoundStopRow.round_id.in_(planned)
        )
        found = self._connection.scalars(select(RoundStopRow.round_id).where(waiting)).all()
        if found:
            self._connection.execute(update(RoundStopRow).where(waiting).values(**values))
        return tuple(found)

    def _where(self, wanted: ColumnElement[bool]) -> tuple[Round, ...]:
        """Return trips, earliest first, in two statements however many there are."""
        stops: dict[str, list[RoundStop]] = {}
        rows = (
            select(RoundStopRow.__table__)
            .join(RoundRow, RoundRow.id == RoundStopRow.round_id)
            .where(wanted)
            .order_by(RoundStopRow.position)
        )
        for found in columns_of(self._connection, rows):
            stops.setdefault(found.pop("round_id"), []).append(RoundStop(**found))
        # "morning" comes after "afternoon" in the alphabet and before it in the day.
        order = (RoundRow.day, RoundRow.half_day.desc(), RoundRow.made_at, RoundRow.id)
        trips = select(RoundRow.__table__).where(wanted).order_by(*order)
        return tuple(
            Round(**found, stops=tuple(stops.get(found["id"], ())))
            for found in columns_of(self._connection, trips)
        )
