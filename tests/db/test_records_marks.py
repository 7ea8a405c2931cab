"""The audit and the feed of changes only grow, whoever holds the SQL."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, text

from db.models import ChangeRow
from db.records.changes import KEPT, PRUNE_EVERY
from db.store import SqlStore
from kiosk.domain.audit import AuditAction, AuditEntry
from kiosk.services.ports import Change, Topic
from tests.db.samples import NOW

ENTRY = AuditEntry("e1", NOW, "staff-1", AuditAction.PERSON_VIEWED, "person-1", "list")


def execute(store: SqlStore, statement: str) -> None:
    """Run SQL past the records, as a clumsy or dishonest hand would."""
    with store._writing.begin() as connection:
        connection.execute(text(statement))


def test_the_audit_comes_back_newest_first(store: SqlStore) -> None:
    later = replace(ENTRY, id="e0", at=NOW + timedelta(seconds=1))
    with store.write() as records:
        records.audit.add(later)
        records.audit.add(ENTRY)
    with store.read() as records:
        assert records.audit.latest() == (later, ENTRY)
        assert records.audit.latest(limit=1) == (later,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET staff_id = 'other'",
        "DELETE FROM audit",
        "UPDATE changes SET subject_id = 'other'",
        "DELETE FROM changes",
    ],
)
def test_nothing_is_rewritten(store: SqlStore, statement: str) -> None:
    with store.write() as records:
        records.audit.add(ENTRY)
        records.changes.add(Topic.CALL, "call-1")
    with pytest.raises(Exception, match="append-only"):
        execute(store, statement)
    with store.read() as records:
        assert records.audit.latest() == (ENTRY,)
        assert records.changes.since(0) == (Change(1, Topic.CALL, "call-1"),)


def test_a_reader_learns_of_every_change_once_and_in_order(store: SqlStore) -> None:
    with store.read() as records:
        assert records.changes.latest_seq() == 0
        assert records.changes.since(0) == ()
    with store.write() as records:
        records.changes.add(Topic.CALL, "call-1")
        records.changes.add(Topic.FOLLOW_UP, "follow-up-1")
    with store.read() as records:
        first, second = records.changes.since(0)
        assert (first.topic, second.topic) == (Topic.CALL, Topic.FOLLOW_UP)
        assert records.changes.since(first.seq) == (second,)
        assert records.changes.latest_seq() == second.seq
        assert records.changes.since(second.seq) == ()


def test_a_write_that_fails_tells_nobody(store: SqlStore) -> None:
    with suppress(ZeroDivisionError), store.write() as records:
        records.changes.add(Topic.CALL, "call-1")
        raise ZeroDivisionError
    with store.read() as records:
        assert records.changes.since(0) == ()


def test_the_oldest_changes_are_pruned_and_numbers_never_come_back(store: SqlStore) -> None:
    many = KEPT + PRUNE_EVERY
    rows = [{"topic": Topic.CALL, "subject_id": str(number)} for number in range(1, many)]
    with store._writing.begin() as connection:
        connection.execute(insert(ChangeRow), rows)
    with store.write() as records:
        records.changes.add(Topic.STAFF, "last")
    with store.read() as records:
        kept = records.changes.since(0)
        assert len(kept) == KEPT
        assert [change.seq for change in kept] == list(range(many - KEPT + 1, many + 1))
        assert kept[-1].subject_id == "last"
