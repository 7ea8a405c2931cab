"""Records of the office: profile, villages, facts by key."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from db.models import OfficeProfileRow, OfficeValueRow, VillageRow
from db.records.rows import all_of, one_of, put_row, values_of
from kiosk.domain.office import OfficeProfile, Village

_THE_ONE = 1


class SqlOffice:
    """Implements `OfficeRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def profile(self) -> OfficeProfile | None:
        row = OfficeProfileRow
        columns = (row.name, row.desk, row.address, row.hotline, row.hours, row.is_demo)
        return one_of(self._connection, select(*columns), OfficeProfile)

    def save_profile(self, profile: OfficeProfile) -> None:
        put_row(self._connection, OfficeProfileRow, {"id": _THE_ONE, **values_of(profile)})

    def villages(self) -> tuple[Village, ...]:
        """Return the villages in the order in which the office listed them."""
        row = VillageRow
        columns = (row.id, row.name, row.former_commune, row.head_name, row.head_phone, row.km)
        return all_of(self._connection, select(*columns).order_by(row.position), Village)

    def replace_villages(self, villages: Iterable[Village]) -> None:
        """Put these villages in place of all; what was logged keeps the id it was logged under."""
        self._connection.execute(delete(VillageRow))
        rows = [{"position": at, **values_of(village)} for at, village in enumerate(villages)]
        if rows:
            self._connection.execute(insert(VillageRow), rows)

    def value(self, key: str) -> str:
        found = self._connection.scalar(
            select(OfficeValueRow.value).where(OfficeValueRow.key == key)
        )
        return found or ""

    def set_value(self, key: str, value: str) -> None:
        put_row(self._connection, OfficeValueRow, {"key": key, "value": value})
