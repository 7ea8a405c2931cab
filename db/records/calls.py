"""Records of help calls."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from db.models import CallRow
from db.records.rows import add_row, all_of, one_of, put_row, values_of
from kiosk.domain.help_call import CallState, HelpCall

_OPEN = (CallState.WAITING, CallState.TAKEN)


class SqlCalls:
    """Implements `CallRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, call: HelpCall) -> None:
        add_row(self._connection, CallRow, values_of(call))

    def save(self, call: HelpCall) -> None:
        put_row(self._connection, CallRow, values_of(call))

    def get(self, call_id: str) -> HelpCall | None:
        query = select(CallRow.__table__).where(CallRow.id == call_id)
        return one_of(self._connection, query, HelpCall)

    def open(self) -> tuple[HelpCall, ...]:
        query = (
            select(CallRow.__table__)
            .where(CallRow.state.in_(_OPEN))
            .order_by(CallRow.called_at, CallRow.id)
        )
        return all_of(self._connection, query, HelpCall)

    def taken_between(self, start: datetime, end: datetime) -> tuple[HelpCall, ...]:
        query = (
            select(CallRow.__table__)
            .where(CallRow.taken_at >= start, CallRow.taken_at < end)
            .order_by(CallRow.called_at, CallRow.id)
        )
        return all_of(self._connection, query, HelpCall)
