"""Records of promises and attempts, with the person to call or visit."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select
from sqlalchemy.orm import aliased

from db.models import (
    AssistanceBarrierRow,
    AssistanceRow,
    AttemptRow,
    CallRow,
    FollowUpRow,
    PersonRow,
)
from db.records.people import person_from
from db.records.rows import add_row, all_of, columns_of, put_row, values_of
from kiosk.domain.follow_up import Attempt, FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.person import Person
from kiosk.services.ports import Cipher

_OF_ENTRY = ("ticked_papers", "age_band", "times_came")
_ELSEWHERE = frozenset({"person", "barriers", "attempts", *_OF_ENTRY})
_PERSON = {column.name: column for column in PersonRow.__table__.columns}


class SqlFollowUps:
    """Implements `FollowUpRecords`."""

    def __init__(self, connection: Connection, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def save(self, follow_up: FollowUp) -> None:
        """Insert or update; of the person only the link is stored, barriers stay the entry's."""
        values = values_of(follow_up, but=_ELSEWHERE)
        values["person_id"] = follow_up.person.id if follow_up.person else ""
        put_row(self._connection, FollowUpRow, values)

    def add_attempt(self, attempt: Attempt) -> None:
        add_row(self._connection, AttemptRow, values_of(attempt))

    def get(self, follow_up_id: str) -> FollowUp | None:
        return next(iter(self._where(FollowUpRow.id == follow_up_id)), None)

    def of_assistance(self, assistance_id: str) -> FollowUp | None:
        return next(iter(self._where(FollowUpRow.assistance_id == assistance_id)), None)

    def open_of_person(self, person_id: str) -> tuple[FollowUp, ...]:
        is_open = FollowUpRow.state == FollowUpState.OPEN
        return self._where(is_open & (FollowUpRow.person_id == person_id))

    def open(self, kind: FollowUpKind | None = None) -> tuple[FollowUp, ...]:
        is_open = FollowUpRow.state == FollowUpState.OPEN
        return self._where(is_open if kind is None else is_open & (FollowUpRow.kind == kind))

    def _where(self, wanted: ColumnElement[bool]) -> tuple[FollowUp, ...]:
        """Return follow-ups, oldest promise first, in three statements however many there are."""
        people = [column.label(f"of_person_{name}") for name, column in _PERSON.items()]
        query = (
            select(
                FollowUpRow.__table__,
                CallRow.ticked_papers,
                AssistanceRow.age_band,
                _times_came(),
                *people,
            )
            .join(AssistanceRow, AssistanceRow.id == FollowUpRow.assistance_id)
            .outerjoin(CallRow, CallRow.id == AssistanceRow.call_id)
            .outerjoin(PersonRow, PersonRow.id == FollowUpRow.person_id)
            .where(wanted)
            .order_by(FollowUpRow.promised_at, FollowUpRow.id)
        )
        attempts, barriers = self._attempts(wanted), self._barriers(wanted)
        return tuple(
            FollowUp(
                **{name: found[name] for name in (*_COLUMNS, *_OF_ENTRY)},
                person=self._person(found),
                barriers=tuple(barriers.get(found["assistance_id"], ())),
                attempts=tuple(attempts.get(found["id"], ())),
            )
            for found in columns_of(self._connection, query)
        )

    def _person(self, found: dict[str, Any]) -> Person | None:
        if not found["person_id"]:
            return None
        return person_from({name: found[f"of_person_{name}"] for name in _PERSON}, self._cipher)

    def _attempts(self, wanted: ColumnElement[bool]) -> dict[str, list[Attempt]]:
        """Return attempts by the id of their follow-up, oldest first."""
        query = (
            select(AttemptRow.__table__)
            .join(FollowUpRow, FollowUpRow.id == AttemptRow.follow_up_id)
            .where(wanted)
            .order_by(AttemptRow.at, AttemptRow.id)
        )
        by_follow_up: dict[str, list[Attempt]] = {}
        for attempt in all_of(self._connection, query, Attempt):
            by_follow_up.setdefault(attempt.follow_up_id, []).append(attempt)
        return by_follow_up

    def _barriers(self, wanted: ColumnElement[bool]) -> dict[str, list[str]]:
        """Return barriers by the id of their entry, in the order in which they were tapped."""
        row = AssistanceBarrierRow
        query = (
            select(row.assistance_id, row.barrier)
            .where(row.assistance_id.in_(select(FollowUpRow.assistance_id).where(wanted)))
            .order_by(row.assistance_id, row.position)
        )
        by_entry: dict[str, list[str]] = {}
        for entry, code in self._connection.execute(query):
            by_entry.setdefault(entry, []).append(code)
        return by_entry


def _times_came() -> ColumnElement[int]:
    """Count the entries about the same person and thing; without a person it was once."""
    other = aliased(AssistanceRow)
    counted = (
        select(func.count())
        .where(
            other.person_id == FollowUpRow.person_id,
            other.procedure_code == AssistanceRow.procedure_code,
        )
        .correlate(FollowUpRow, AssistanceRow)
        .scalar_subquery()
    )
    return case((counted > 1, counted), else_=1).label("times_came")


_COLUMNS = tuple(
    column.name for column in FollowUpRow.__table__.columns if column.name != "person_id"
)
