"""Records of the assistance log: entries, their filter and summary, corrections, and drafts.

Notes pass through the cipher on their way, as the texts about a person do, and drafts as a whole,
with the moment they were saved.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select, update

from db.models import (
    AssistanceBarrierRow,
    AssistanceDraftRow,
    AssistanceRow,
    CallRow,
    CorrectionRow,
)
from db.records.entry_text import entry_from, text_of
from db.records.rows import add_row, change_one, columns_of, put_row, values_of
from kiosk.domain.assistance import (
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    Correction,
    FollowUpDraft,
    PersonDraft,
)
from kiosk.services.ports import Cipher

_BARRIERS = frozenset({"barriers"})
_SAVED_AT = "saved_at"


class SqlAssistances:
    """Implements `AssistanceRecords`."""

    def __init__(self, connection: Connection, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    def add(self, assistance: Assistance) -> None:
        add_row(self._connection, AssistanceRow, self._values(assistance))
        self._add_barriers(assistance)

    def correct(self, changed: Assistance, correction: Correction) -> None:
        """Store the entry as it is now, and what it said before."""
        before = correction.before
        row = {
            "id": correction.id,
            "assistance_id": before.id,
            "at": correction.at,
            "staff_id": correction.staff_id,
            "staff_name": correction.staff_name,
            "before": text_of(before),
            "note": self._hidden(before.note, _correction_context(correction.id)),
        }
        add_row(self._connection, CorrectionRow, row)
        entry = AssistanceRow
        change_one(
            self._connection,
            update(entry).where(entry.id == changed.id).values(**self._values(changed)),
        )
        barriers = AssistanceBarrierRow
        self._connection.execute(delete(barriers).where(barriers.assistance_id == changed.id))
        self._add_barriers(changed)

    def corrections(self, assistance_id: str) -> tuple[Correction, ...]:
        """Return every correction of an entry, oldest first."""
        row = CorrectionRow
        query = select(row.__table__).where(row.assistance_id == assistance_id)
        return tuple(
            Correction(
                found["id"],
                found["at"],
                found["staff_id"],
                found["staff_name"],
                entry_from(
                    found["before"], self._shown(found["note"], _correction_context(found["id"]))
                ),
            )
            for found in columns_of(self._connection, query.order_by(row.at, row.id))
        )

    def erase_notes(self, before: datetime) -> int:
        """Erase the notes of entries logged before then, and the earlier words of each."""
        old = select(AssistanceRow.id).where(AssistanceRow.logged_at < before)
        corrected = CorrectionRow.assistance_id.in_(old), CorrectionRow.note.is_not(None)
        self._connection.execute(update(CorrectionRow).where(*corrected).values(note=None))
        noted = AssistanceRow.id.in_(old), AssistanceRow.note.is_not(None)
        return self._connection.execute(
            update(AssistanceRow).where(*noted).values(note=None)
        ).rowcount

    def _values(self, assistance: Assistance) -> dict[str, Any]:
        """Return an entry as columns, its note encrypted."""
        values = values_of(assistance, but=_BARRIERS)
        values["note"] = self._hidden(assistance.note, _note_context(assistance.id))
        return values

    def _add_barriers(self, assistance: Assistance) -> None:
        rows = [
            {"assistance_id": assistance.id, "position": at, "barrier": code}
            for at, code in enumerate(assistance.barriers)
        ]
        if rows:
            self._connection.execute(insert(AssistanceBarrierRow), rows)

    def _hidden(self, note: str, context: str) -> bytes | None:
        return self._cipher.encrypt(note, context) if note else None

    def _shown(self, note: bytes | None, context: str) -> str:
        return self._cipher.decrypt(note, context) if note else ""

    def get(self, assistance_id: str) -> Assistance | None:
        found = self._entries([AssistanceRow.id == assistance_id])
        return found[0] if found else None

    def of_call(self, call_id: str) -> Assistance | None:
        """Return the entry logged for a call, the newest when there are several."""
        found = self._entries([AssistanceRow.call_id == call_id])
        return found[0] if found else None

    def find(self, wanted: AssistanceFilter) -> tuple[Assistance, ...]:
        return self._entries(conditions(wanted), wanted.limit, wanted.offset)

    def _entries(
        self, where: list[ColumnElement[bool]], limit: int = 0, offset: int = 0
    ) -> tuple[Assistance, ...]:
        """Return entries newest first, in two statements however many there are."""
        row = AssistanceRow
        page = select(row.id).where(*where).order_by(row.logged_at.desc(), row.id.desc())
        if limit or offset:
            # SQLite knows OFFSET only after LIMIT; the largest integer stands for "all".
            page = page.limit(limit or 2**63 - 1).offset(offset)
        ids = page.subquery()
        query = (
            select(row.__table__)
            .where(row.id.in_(select(ids.c.id)))
            .order_by(row.logged_at.desc(), row.id.desc())
        )
        barriers = self._barriers(AssistanceBarrierRow.assistance_id.in_(select(ids.c.id)))
        return tuple(
            Assistance(
                **{**columns, "note": self._shown(columns["note"], _note_context(columns["id"]))},
                barriers=tuple(barriers.get(columns["id"], ())),
            )
            for columns in columns_of(self._connection, query)
        )

    def _barriers(self, where: ColumnElement[bool]) -> dict[str, list[str]]:
        """Return barriers by the id of their entry, in the order in which they were tapped."""
        row = AssistanceBarrierRow
        in_order = (
            select(row.assistance_id, row.barrier)
            .where(where)
            .order_by(row.assistance_id, row.position)
        )
        by_entry: dict[str, list[str]] = {}
        for entry, code in self._connection.execute(in_order).all():
            by_entry.setdefault(entry, []).append(code)
        return by_entry

    def summary(self, wanted: AssistanceFilter) -> AssistanceSummary:
        """Count over all that match, whatever page is shown."""
        row = AssistanceRow
        query = (
            select(row.outcome, func.count(), func.sum(row.minutes))
            .where(*conditions(wanted))
            .group_by(row.outcome)
        )
        counted = self._connection.execute(query).all()
        return AssistanceSummary(
            total=sum(count for _, count, _ in counted),
            by_outcome={outcome: count for outcome, count, _ in counted},
            minutes=sum(minutes for _, _, minutes in counted),
        )

    def save_draft(self, draft: AssistanceDraft, at: datetime) -> None:
        body = {**asdict(draft), _SAVED_AT: at.isoformat()}
        text = json.dumps(body, ensure_ascii=False)
        hidden = self._cipher.encrypt(text, _draft_context(draft.call_id))
        put_row(self._connection, AssistanceDraftRow, {"call_id": draft.call_id, "body": hidden})

    def draft(self, call_id: str) -> AssistanceDraft | None:
        row = AssistanceDraftRow
        hidden = self._connection.scalar(select(row.body).where(row.call_id == call_id))
        return draft_from(self._draft_body(call_id, hidden)) if hidden is not None else None

    def _draft_body(self, call_id: str, hidden: bytes) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self._cipher.decrypt(hidden, _draft_context(call_id)))
        return body

    def drop_draft(self, call_id: str) -> None:
        row = AssistanceDraftRow
        self._connection.execute(delete(row).where(row.call_id == call_id))

    def drop_drafts(self, *, ended_before: datetime, saved_before: datetime) -> int:
        row = AssistanceDraftRow
        ended = exists().where(CallRow.id == row.call_id, CallRow.closed_at < ended_before)
        dropped = self._connection.execute(delete(row).where(ended)).rowcount
        without_call = select(row.call_id, row.body).where(
            ~exists().where(CallRow.id == row.call_id)
        )
        for call_id, hidden in self._connection.execute(without_call).all():
            if _saved_at(self._draft_body(call_id, hidden)) < saved_before:
                self.drop_draft(call_id)
                dropped += 1
        return dropped


def conditions(wanted: AssistanceFilter) -> list[ColumnElement[bool]]:
    """Return the one WHERE shared by the rows and their summary."""
    row = AssistanceRow
    where: list[ColumnElement[bool]] = []
    start, end = wanted.stretch()
    if start:
        where.append(row.logged_at >= start)
    if end:
        where.append(row.logged_at < end)
    if wanted.village_id:
        where.append(row.village_id == wanted.village_id)
    if wanted.procedure_code:
        where.append(row.procedure_code == wanted.procedure_code)
    if wanted.outcome is not None:
        where.append(row.outcome == wanted.outcome)
    if wanted.supporter_id:
        where.append(row.supporter_id == wanted.supporter_id)
    if wanted.barrier:
        where.append(
            exists().where(
                AssistanceBarrierRow.assistance_id == row.id,
                AssistanceBarrierRow.barrier == wanted.barrier,
            )
        )
    return where


def draft_from(body: dict[str, Any]) -> AssistanceDraft:
    """Return the draft written by `save_draft`, with its lists as tuples again."""
    stored = {name: value for name, value in body.items() if name != _SAVED_AT}
    follow_up = {**stored["follow_up"], "bring": tuple(stored["follow_up"]["bring"])}
    return AssistanceDraft(
        **{
            **stored,
            "barriers": tuple(stored["barriers"]),
            "person": PersonDraft(**stored["person"]),
            "follow_up": FollowUpDraft(**follow_up),
        }
    )


def _saved_at(body: dict[str, Any]) -> datetime:
    """Return when a draft was saved; one from before that was noted is old enough to go."""
    text = body.get(_SAVED_AT)
    return datetime.fromisoformat(text) if text else datetime.min.replace(tzinfo=UTC)


def _draft_context(call_id: str) -> str:
    return f"assistance_drafts/body/{call_id}"


def _note_context(assistance_id: str) -> str:
    return f"assistances/note/{assistance_id}"


def _correction_context(correction_id: str) -> str:
    return f"assistance_corrections/note/{correction_id}"
