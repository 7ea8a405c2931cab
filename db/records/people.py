"""Records of persons. Name, phone and where-to-find pass through the cipher on their way.

The cipher's context is "table/column/id", so that a text moved to another row does not decrypt.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, exists, select

from db.models import FollowUpRow, PersonRow
from db.records.rows import put_row, values_of
from kiosk.domain.follow_up import FollowUpState
from kiosk.domain.person import Person
from kiosk.services.ports import Cipher

ENCRYPTED = ("name", "phone", "where_to_find")


def person_from(columns: dict[str, Any], cipher: Cipher) -> Person:
    """Return the person of a row of `people`, decrypted."""
    person_id = columns["id"]
    texts = {
        name: cipher.decrypt(columns[name], f"people/{name}/{person_id}") for name in ENCRYPTED
    }
    return Person(**{**columns, **texts})


class SqlPeople:
    """Implements `PersonRecords`."""

    def __init__(self, connection: Connection, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def save(self, person: Person) -> None:
        values = values_of(person)
        for name in ENCRYPTED:
            values[name] = self._cipher.encrypt(values[name], f"people/{name}/{person.id}")
        put_row(self._connection, PersonRow, values)

    def get(self, person_id: str) -> Person | None:
        query = select(PersonRow.__table__).where(PersonRow.id == person_id)
        found = self._connection.execute(query).first()
        return person_from(found._asdict(), self._cipher) if found else None

    def erase_due(self, today: date) -> int:
        """Delete the rows; foreign keys take the links out of what stays."""
        has_open_follow_up = exists().where(
            FollowUpRow.person_id == PersonRow.id, FollowUpRow.state == FollowUpState.OPEN
        )
        return self._connection.execute(
            delete(PersonRow).where(PersonRow.erase_on <= today, ~has_open_follow_up)
        ).rowcount
