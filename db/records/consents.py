"""Records of consent: requests to the citizen's screen, and the answers given there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, update

from db.models import ConsentRequestRow, ConsentRow
from db.records.rows import add_row, all_of, one_of, put_row, values_of
from kiosk.domain.person import Consent, ConsentRequest, Purpose


class SqlConsents:
    """Implements `ConsentRecords`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_request(self, request: ConsentRequest) -> None:
        add_row(self._connection, ConsentRequestRow, values_of(request))

    def save_request(self, request: ConsentRequest) -> None:
        put_row(self._connection, ConsentRequestRow, values_of(request))

    def request(self, request_id: str) -> ConsentRequest | None:
        return self._first_request(
            select(ConsentRequestRow.__table__).where(ConsentRequestRow.id == request_id)
        )

    def open_request(self, visit_id: str) -> ConsentRequest | None:
        """Return the newest unanswered request to this visit."""
        row = ConsentRequestRow
        return self._first_request(
            select(row.__table__)
            .where(row.visit_id == visit_id, row.answered_at.is_(None))
            .order_by(row.asked_at.desc(), row.id.desc())
        )

    def _first_request(self, query: Select[Any]) -> ConsentRequest | None:
        found = one_of(self._connection, query.limit(1), ConsentRequest)
        return found and replace(found, purposes=tuple(map(Purpose, found.purposes)))

    def add(self, consent: Consent) -> None:
        add_row(self._connection, ConsentRow, values_of(consent))

    def of_visit(self, visit_id: str) -> tuple[Consent, ...]:
        return self._where(ConsentRow.visit_id == visit_id)

    def of_person(self, person_id: str) -> tuple[Consent, ...]:
        return self._where(ConsentRow.person_id == person_id)

    def _where(self, wanted: ColumnElement[bool]) -> tuple[Consent, ...]:
        """Return answers, oldest first."""
        query = select(ConsentRow.__table__).where(wanted)
        return all_of(self._connection, query.order_by(ConsentRow.at, ConsentRow.id), Consent)

    def attach_person(self, visit_id: str, person_id: str) -> None:
        unclaimed = (ConsentRow.visit_id == visit_id, ConsentRow.person_id.is_(None))
        self._connection.execute(update(ConsentRow).where(*unclaimed).values(person_id=person_id))
