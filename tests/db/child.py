"""Another process at the same database: does what it is told line by line, and answers each line.

Run as `python -m tests.db.child FILE`. "write WORD" answers once the commit has returned; "since N"
answers with the words noted after change N; "flood" writes and answers until it is killed.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from db.engine import sqlite_engine
from db.store import SqlStore
from kiosk.domain.visit import VisitEvent, VisitEventKind
from kiosk.services.ports import Topic
from kiosk.services.vault import AesGcmCipher


def answer(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def flood(store: SqlStore, visit_id: str) -> None:
    """Write events as fast as the disk takes them, and say each one only when it is safe."""
    with store.write() as records:
        records.visits.start(visit_id, "device", datetime.now(UTC))
    for seq in count(1):
        event = VisitEvent(visit_id, seq, datetime.now(UTC), seq, VisitEventKind.STEP_SHOWN)
        with store.write() as records:
            records.visits.add_event(event)
            records.changes.add(Topic.CALL, visit_id)
        answer(seq)


def main() -> None:
    store = SqlStore(sqlite_engine(Path(sys.argv[1])), AesGcmCipher(lambda: b"k" * 32))
    for line in sys.stdin:
        order, word = line.split()
        if order == "write":
            with store.write() as records:
                records.changes.add(Topic.CALL, word)
            answer("written")
        elif order == "since":
            with store.read() as records:
                answer(*(change.subject_id for change in records.changes.since(int(word))))
        else:
            flood(store, word)
    store.close()


if __name__ == "__main__":
    main()
