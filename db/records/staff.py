"""Records of staff: accounts, lock-outs, and who is on duty."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

from db.models import LockOutRow, PresenceRow, StaffRow
from db.records.rows import all_of, one_of, put_row, values_of
from kiosk.domain.staff import LockOut, Staff
from kiosk.services.ports import Presence


class SqlStaff:
    """Implements `StaffRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Staff, ...]:
        """Return all accounts by name, blocked ones too."""
        query = select(StaffRow.__table__).order_by(StaffRow.name, StaffRow.id)
        return all_of(self._connection, query, Staff)

    def get(self, staff_id: str) -> Staff | None:
        query = select(StaffRow.__table__).where(StaffRow.id == staff_id)
        return one_of(self._connection, query, Staff)

    def save(self, staff: Staff) -> None:
        put_row(self._connection, StaffRow, values_of(staff))

    def lock_out(self, subject: str) -> LockOut:
        query = select(LockOutRow.failures).where(LockOutRow.subject == subject)
        return LockOut(failures=self._connection.scalar(query) or 0)

    def save_lock_out(self, subject: str, lock_out: LockOut) -> None:
        put_row(self._connection, LockOutRow, {"subject": subject, **values_of(lock_out)})

    def presences(self, since: datetime) -> tuple[Presence, ...]:
        """Return the consoles seen at `since` or later, by device."""
        query = (
            select(PresenceRow.__table__)
            .where(PresenceRow.seen_at >= since)
            .order_by(PresenceRow.device)
        )
        return all_of(self._connection, query, Presence)

    def save_presence(self, presence: Presence) -> None:
        put_row(self._connection, PresenceRow, values_of(presence))

    def remove_presence(self, device: str) -> None:
        self._connection.execute(delete(PresenceRow).where(PresenceRow.device == device))
