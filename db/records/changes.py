"""The feed of changes: by it windows, processes and counters learn of each other."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from db.models import ChangeRow
from db.records.rows import all_of
from kiosk.services.ports import Change, Topic

KEPT = 10_000
"""Changes kept. A reader polls twice a second, so nobody is ever that far behind."""

PRUNE_EVERY = 500


class SqlChanges:
    """Implements `ChangeFeed`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, topic: Topic, subject_id: str) -> None:
        """Note a change; now and then the oldest ones beyond those kept are pruned."""
        added = self._connection.execute(
            insert(ChangeRow).values(topic=topic, subject_id=subject_id).returning(ChangeRow.seq)
        ).scalar_one()
        if added % PRUNE_EVERY == 0:
            self._connection.execute(delete(ChangeRow).where(ChangeRow.seq <= added - KEPT))

    def since(self, seq: int) -> Sequence[Change]:
        """Return the changes after `seq`, in order."""
        query = select(ChangeRow.__table__).where(ChangeRow.seq > seq).order_by(ChangeRow.seq)
        return all_of(self._connection, query, Change)

    def latest_seq(self) -> int:
        """Return the number of the newest change, 0 when there is none."""
        return self._connection.scalar(select(func.max(ChangeRow.seq))) or 0
