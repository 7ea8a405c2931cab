"""The database file: how soon an event is on the disk, and how soon a year of the log is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from db.backup import SqliteBackups
from db.engine import sqlite_engine
from db.migrate import prepare_sqlite
from db.store import SqlStore
from kiosk.domain.assistance import AssistanceFilter, HelpLevel, Outcome
from kiosk.domain.visit import VisitEvent, VisitEventKind
from kiosk.services.vault import AesGcmCipher
from tests.bench.rows import Row
from tests.db.samples import ASSISTANCE, NOW, store_visit

_ENTRIES = 5000


def record_rows(folder: Path, repeats: int) -> list[Row]:
    """Return a row for writing and one for reading."""
    database = folder / "records.db"
    prepare_sqlite(database, SqliteBackups(database, folder / "copies"))
    with closing(SqlStore(sqlite_engine(database), AesGcmCipher(lambda: b"k" * 32))) as store:
        return [_written(store, repeats), _read(store, repeats)]


def _written(store: SqlStore, repeats: int) -> Row:
    with store.write() as records:
        store_visit(records)

    def write(number: int) -> None:
        event = VisitEvent(
            "visit-1", number, NOW, number, VisitEventKind.STEP_SHOWN, "1.001193", "s1"
        )
        with store.write() as records:
            records.visits.add_event(event)

    return Row("an event on the disk", _times(write, repeats), limit=10.0, judged="median")


def _read(store: SqlStore, repeats: int) -> Row:
    levels, outcomes = list(HelpLevel), list(Outcome)
    with store.write() as records:
        for number in range(_ENTRIES):
            entry = replace(
                ASSISTANCE,
                id=f"a{number:05d}",
                visit_id="",
                call_id="",
                logged_at=NOW + timedelta(minutes=number),
                level=levels[number % len(levels)],
                outcome=outcomes[number % len(outcomes)],
            )
            records.assistances.add(entry)
    wanted = AssistanceFilter(first_day="2026-11-01", barrier="E1", limit=200)

    def read(_number: int) -> None:
        with store.read() as records:
            records.assistances.find(wanted)
            records.assistances.summary(wanted)

    return Row(f"the log of {_ENTRIES} entries", _times(read, repeats), limit=100.0)


def _times(work: Callable[[int], None], repeats: int) -> tuple[float, ...]:
    """Return the milliseconds of each of `repeats` runs."""
    taken = []
    for number in range(repeats):
        start = time.monotonic()
        work(number)
        taken.append((time.monotonic() - start) * 1000)
    return tuple(taken)
