"""What may be read by whoever gets hold of the files: no name, no number, no place to find."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db.backup import SqliteBackups
from db.models import Row
from db.store import SqlStore
from kiosk.domain.assistance import Assistance, AssistanceDraft, Correction, PersonDraft
from kiosk.domain.errors import BugError
from kiosk.domain.follow_up import FollowUpState
from kiosk.domain.identity_card import parse_card
from kiosk.services.ports import Records
from kiosk.services.vault import AesGcmCipher
from tests.db.postgres import PostgresServer
from tests.db.samples import ASSISTANCE, NOW, PERSON, store_follow_up
from tests.support.canaries import files_holding

CARD_NUMBER = "001154098765"
RAW_CARD = f"{CARD_NUMBER}|012345678|Chim Hoàng Yến|25121954|Nữ|gốc đa đầu làng|02052021"
NOTE = "con dâu bà Yến đọc giúp"
CANARIES = ("Chim Hoàng Yến", "0987654321", "gốc đa đầu làng", NOTE, CARD_NUMBER, RAW_CARD)
NOT_HIDDEN = "thôn-vẫn-đọc-được"
CANARY = replace(
    PERSON, name=CANARIES[0], phone=CANARIES[1], where_to_find=CANARIES[2], village_id=NOT_HIDDEN
)

ANONYMOUS = {
    "visits": {"id", "device", "started_at", "ended_at", "how"},
    "visit_events": {
        "visit_id", "seq", "at", "elapsed_ms", "kind", "procedure_code", "step_id", "barrier",
        "value",
    },
    "calls": {
        "id", "visit_id", "counter", "procedure_code", "step_id", "barriers", "state",
        "called_at", "received_at", "taken_at", "taken_by", "taken_by_name", "closed_at",
        "cancel_reason", "handed_by_name",
        "ticked_papers",
    },
    "quiet_signs": {"visit_id", "counter", "procedure_code", "step_id", "sign", "since"},
}  # fmt: skip
"""Codes, times and numbers; `taken_by_name` and `handed_by_name` are members of staff."""


def plant(records: Records) -> None:
    """Store a person, as the card was read, wherever one can be stored, and a note on them."""
    reading = parse_card(RAW_CARD)
    assert reading is not None
    assert reading.name == CANARY.name
    mark = AesGcmCipher(lambda: b"k" * 32).mark(reading.number, "people/card")
    typed = (CANARY.name, "1951", CANARY.phone, "own", "", CANARY.where_to_find)
    draft = PersonDraft(*typed, card_mark=mark)
    records.assistances.save_draft(AssistanceDraft("call-1", person=draft, note=NOTE), NOW)
    store_follow_up(records, CANARY)
    records.people.save(replace(CANARY, hard_to_move=False, card_mark=mark))
    noted = replace(ASSISTANCE, id="noted", call_id="", note=NOTE)
    records.assistances.add(noted)
    records.assistances.correct(replace(noted, note=f"{NOTE}, đã xong"), mended(noted))


def mended(before: Assistance) -> Correction:
    return Correction("correction-1", NOW, "staff-1", "Lan", before)


def test_no_file_holds_a_name(
    sqlite_store: SqlStore, backups: SqliteBackups, database: Path
) -> None:
    with sqlite_store.write() as records:
        plant(records)
    backup = backups.back_up("daily")
    folder = database.parent
    # What is plain is found, in the -wal and in the backup: the search itself works.
    assert files_holding(NOT_HIDDEN, folder) == {f"{database.name}-wal", backup.name}
    for canary in CANARIES:
        assert files_holding(canary, folder) == set()
    sqlite_store.close()
    assert files_holding(NOT_HIDDEN, folder) == {database.name, backup.name}
    for canary in CANARIES:
        assert files_holding(canary, folder) == set()


@pytest.mark.real
def test_no_file_of_postgresql_holds_a_name(
    postgres_store: SqlStore, postgres_server: PostgresServer
) -> None:
    with postgres_store.write() as records:
        plant(records)
    postgres_server.execute("CHECKPOINT")
    assert files_holding(NOT_HIDDEN, postgres_server.folder)
    for canary in CANARIES:
        assert files_holding(canary, postgres_server.folder) == set()


def test_of_an_erased_person_not_even_the_cipher_text_stays(
    sqlite_store: SqlStore, database: Path
) -> None:
    with sqlite_store.write() as records:
        done = replace(store_follow_up(records), state=FollowUpState.DONE)
        records.follow_ups.save(done)
        records.people.save(replace(PERSON, id="someone-else"))
    with sqlite_store._engine.begin() as connection:
        secret = connection.execute(
            text("SELECT name FROM people WHERE id = :id"), {"id": PERSON.id}
        ).scalar_one()
    sqlite_store.close()
    assert secret in database.read_bytes()
    with sqlite_store.write() as records:
        assert records.people.erase_due(date(2027, 6, 1)) == 2
    sqlite_store.close()
    assert secret not in database.read_bytes()


def test_of_an_erased_note_not_even_the_cipher_text_stays(
    sqlite_store: SqlStore, database: Path
) -> None:
    with sqlite_store.write() as records:
        plant(records)
    with sqlite_store._engine.begin() as connection:
        query = "SELECT note FROM {} WHERE note IS NOT NULL"
        secrets = [
            connection.execute(text(query.format(table))).scalar_one()
            for table in ("assistances", "assistance_corrections")
        ]
    sqlite_store.close()
    assert all(secret in database.read_bytes() for secret in secrets)
    with sqlite_store.write() as records:
        assert records.assistances.erase_notes(NOW) == 0
        assert records.assistances.erase_notes(NOW + timedelta(seconds=1)) == 1
        (correction,) = records.assistances.corrections("noted")
        assert correction.before.note == ""
    sqlite_store.close()
    assert not any(secret in database.read_bytes() for secret in secrets)


@pytest.mark.parametrize("table", ANONYMOUS)
def test_the_log_has_no_column_for_a_person(table: str) -> None:
    assert set(Row.metadata.tables[table].columns.keys()) == ANONYMOUS[table]


def test_an_error_never_repeats_what_was_typed(store: SqlStore) -> None:
    with pytest.raises(BugError) as raised, store.write() as records:
        records.assistances.add(replace(ASSISTANCE, supporter_name=CANARIES[0]))
    told = f"{raised.value} {raised.value.__cause__}"
    assert CANARIES[0] not in told
    assert "hidden" in told
