"""Records of persons. Name, phone and where-to-find pass through the cipher on their way.

The cipher's context is "table/column/id", so that a text moved to another row does not decrypt. The
telephone's mark is renewed whenever the number is, so the two never get out of step.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, select, update

from db.models import FollowUpRow, PersonRow
from db.records.rows import columns_of, put_row, values_of
from kiosk.domain.follow_up import FollowUpState
from kiosk.domain.person import Person
from kiosk.services.ports import Cipher

ENCRYPTED = ("name", "phone", "where_to_find")
_PHONE_MARK = "people/phone"


def person_from(columns: dict[str, Any], cipher: Cipher) -> Person:
    """Return the person of a row of `people`, decrypted; the telephone's mark stays behind."""
    person_id = columns["id"]
    columns = {name: value for name, value in columns.items() if name != "phone_mark"}
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
        values["phone_mark"] = self._cipher.mark(person.phone, _PHONE_MARK)
        for name in ENCRYPTED:
            values[name] = self._cipher.encrypt(values[name], f"people/{name}/{person.id}")
        put_row(self._connection, PersonRow, values)

    def get(self, person_id: str) -> Person | None:
        query = select(PersonRow.__table__).where(PersonRow.id == person_id)
        return next(iter(self._all(query)), None)

    def with_card(self, card_mark: str) -> Person | None:
        query = select(PersonRow.__table__).where(PersonRow.card_mark == card_mark)
        return next(iter(self._all(query.order_by(PersonRow.id.desc()))), None)

    def with_phone(self, phone: str) -> tuple[Person, ...]:
        mark = self._cipher.mark(phone, _PHONE_MARK)
        query = select(PersonRow.__table__).where(PersonRow.phone_mark == mark)
        return self._all(query.order_by(PersonRow.id.desc())) if mark else ()

    def mark_phones(self) -> int:
        unmarked = self._all(select(PersonRow.__table__).where(PersonRow.phone_mark.is_(None)))
        for person in unmarked:
            mark = self._cipher.mark(person.phone, _PHONE_MARK)
            row = update(PersonRow).where(PersonRow.id == person.id)
            self._connection.execute(row.values(phone_mark=mark))
        return len(unmarked)

    def _all(self, query: Select[Any]) -> tuple[Person, ...]:
        found = columns_of(self._connection, query)
        return tuple(person_from(columns, self._cipher) for columns in found)

    def erase_due(self, today: date) -> int:
        """Delete the rows; foreign keys take the links out of what stays."""
        has_open_follow_up = exists().where(
            FollowUpRow.person_id == PersonRow.id, FollowUpRow.state == FollowUpState.OPEN
        )
        return self._connection.execute(
            delete(PersonRow).where(PersonRow.erase_on <= today, ~has_open_follow_up)
        ).rowcount
