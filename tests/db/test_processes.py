"""Several processes and threads at one database, and one that dies in the middle of a write."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.engine import sqlite_engine
from db.health import DatabaseState, inspect_database
from db.migrate import prepare_sqlite
from db.store import SqlStore
from kiosk.services.ports import Change, Topic
from tests.db.test_prepare import NoBackups

ROOT = Path(__file__).parents[2]


class Child:
    """The process of tests/db/child.py."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@contextmanager
def child_at(database: Path) -> Iterator[Child]:
    """Run a child at `database`; it is killed at the end, whatever it was doing."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.db.child", str(database)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        try:
            yield Child(process)
        finally:
            process.kill()


def note(store: SqlStore, word: str) -> None:
    with store.write() as records:
        records.changes.add(Topic.CALL, word)


def since(store: SqlStore, seq: int) -> tuple[Change, ...]:
    with store.read() as records:
        return tuple(records.changes.since(seq))


def test_two_processes_learn_of_each_other(sqlite_store: SqlStore, database: Path) -> None:
    with child_at(database) as child:
        note(sqlite_store, "from-parent")
        child.tell("since 0")
        assert child.hear() == "from-parent"
        child.tell("write from-child")
        assert child.hear() == "written"
        (change,) = since(sqlite_store, 1)
        assert change == Change(2, Topic.CALL, "from-child")


@pytest.mark.real
def test_no_acknowledged_row_is_lost_when_the_process_is_killed(
    sqlite_store: SqlStore, database: Path
) -> None:
    """Killed five times in full flight, each time after another number of answers."""
    for number, answers in enumerate((1, 7, 40, 111, 200)):
        visit = f"visit-{number}"
        with child_at(database) as child:
            child.tell(f"flood {visit}")
            heard = [int(child.hear()) for _ in range(answers)]
            child.process.kill()
            assert child.process.stdout is not None
            heard += [int(line) for line in child.process.stdout.read().split("\n")[:-1]]
        with sqlite_store.read() as records:
            kept = [event.seq for event in records.visits.events(visit)]
            noted = [c for c in records.changes.since(0) if c.subject_id == visit]
        # One more may have been committed without time to say so; never one without its change.
        assert kept[: len(heard)] == heard
        assert kept == list(range(1, len(kept) + 1))
        assert len(noted) == len(kept) <= len(heard) + 1
    assert inspect_database(database, thorough=True).state is DatabaseState.OK


def test_a_reader_misses_nothing_while_many_write(store: SqlStore) -> None:
    """Whoever polls the feed sees every change once, in order, though writers overlap."""
    writers, each = 3, 15

    def write(name: str) -> None:
        for number in range(each):
            note(store, f"{name}-{number}")

    threads = [threading.Thread(target=write, args=(f"w{n}",)) for n in range(writers)]
    for thread in threads:
        thread.start()
    seen: list[Change] = []
    for thread in threads:
        while thread.is_alive():
            seen += since(store, seen[-1].seq if seen else 0)
            thread.join(0.005)
    seen += since(store, seen[-1].seq if seen else 0)
    assert sorted(change.subject_id for change in seen) == sorted(
        f"w{n}-{number}" for n in range(writers) for number in range(each)
    )
    assert [change.seq for change in seen] == sorted(change.seq for change in seen)


def at_once(*deeds: Callable[[], object]) -> list[Exception]:
    """Do each in a thread of its own, all beginning together; return what went wrong."""
    failures: list[Exception] = []
    gate = threading.Barrier(len(deeds))

    def begin(deed: Callable[[], object]) -> None:
        gate.wait()
        try:
            deed()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
            failures.append(error)

    threads = [threading.Thread(target=begin, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def open_and_close(engine: Engine) -> None:
    """Open a file as a new process does."""
    engine.connect().close()


def test_all_that_open_a_new_file_at_once_get_it(tmp_path: Path) -> None:
    """SQLite refuses who switches a new file to WAL while another does; one try in ten meets it."""
    for number in range(30):
        engines = [sqlite_engine(tmp_path / f"{number}.db") for _ in range(3)]
        failures = at_once(*(partial(open_and_close, engine) for engine in engines))
        for engine in engines:
            engine.dispose()
        assert failures == []


def test_two_starting_at_once_create_one_database(database: Path) -> None:
    """Two windows of a new machine start together: one creates, the other finds it done."""
    start = partial(prepare_sqlite, database, NoBackups())
    assert at_once(start, start) == []
    assert inspect_database(database).state is DatabaseState.OK
