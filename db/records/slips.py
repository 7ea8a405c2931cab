"""Records of slips: every version, and the numbering by month."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select, update

from db.models import SlipNumberRow, SlipRow
from db.records.rows import add_row, all_of, change_one, put_row, values_of
from kiosk.domain.slip import PrintState, Slip


class SqlSlips:
    """Implements `SlipRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, month: str) -> str:
        """Give out the next number of a month; it is used up when the transaction commits."""
        query = select(SlipNumberRow.last).where(SlipNumberRow.month == month)
        number = (self._connection.scalar(query) or 0) + 1
        put_row(self._connection, SlipNumberRow, {"month": month, "last": number})
        return f"{month}-{number:04d}"

    def add(self, slip: Slip) -> None:
        add_row(self._connection, SlipRow, values_of(slip))

    def set_print_state(self, slip_id: str, state: PrintState) -> None:
        change_one(
            self._connection, update(SlipRow).where(SlipRow.id == slip_id).values(print_state=state)
        )

    def get(self, slip_id: str) -> Slip | None:
        return next(iter(self._where(SlipRow.id == slip_id)), None)

    def versions(self, code: str) -> tuple[Slip, ...]:
        return self._where(SlipRow.code == code)

    def of_follow_up(self, follow_up_id: str) -> tuple[Slip, ...]:
        return self._where(SlipRow.follow_up_id == follow_up_id)

    def of_visit(self, visit_id: str) -> tuple[Slip, ...]:
        return self._where(SlipRow.visit_id == visit_id)

    def _where(self, wanted: ColumnElement[bool]) -> tuple[Slip, ...]:
        """Return versions, oldest first: by number, because a clock may be set back."""
        query = select(SlipRow.__table__).where(wanted).order_by(SlipRow.number, SlipRow.version)
        return all_of(self._connection, query, Slip)
