"""The search at every key: phrases typed letter by letter, beside SQLite's FTS5 on the same rows.

The size is that of an office with the national catalogue: 2,642 entries besides our procedures, and
5,000 synonyms. Both are filled up with made-up rows of real words, so that a clone measures alone.
FTS5 gets the names folded as the search folds them, all words wanted, the last one as a beginning.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count, islice, product

from kiosk.domain.national import NationalEntry
from kiosk.domain.procedure import Procedure
from kiosk.domain.text import fold
from kiosk.services.content import load_procedures
from kiosk.services.lessons import read_lessons
from kiosk.services.search import Search
from resources import lesson_files, procedure_files
from tests.bench.rows import Row
from tests.support.phrases import HELD_OUT, phrases_in

NATIONAL = 2_642
SYNONYMS = 5_000
PHRASES = 60
BUILDS = 5
LIMIT = 8


def finding_rows() -> list[Row]:
    """Return what building costs, what a key costs, and the same for FTS5."""
    procedures, national = _office(), _catalogue()
    lessons = read_lessons(lesson_files()).lessons
    builds = [_milliseconds(Search, procedures, lessons, national) for _ in range(BUILDS)]
    search = Search(procedures, lessons, national)
    table = _full_text(procedures, national)
    keys = [phrase[:end] for phrase in _typed() for end in range(1, len(phrase) + 1)]
    return [
        Row("search: index built", tuple(builds), limit=500.0),
        Row("search: each key", _times(keys, search.answer), limit=20.0),
        Row("  FTS5 on the same rows: each key", _times(keys, partial(_match, table))),
    ]


def _milliseconds(act: Callable[..., object], *given: object) -> float:
    start = time.monotonic()
    act(*given)
    return (time.monotonic() - start) * 1000


def _times(keys: list[str], answer: Callable[[str], object]) -> tuple[float, ...]:
    return tuple(_milliseconds(answer, key) for key in keys)


def _typed() -> Iterator[str]:
    """Yield phrases as they come to a kiosk: every other one without marks."""
    for number, phrase in enumerate(islice(phrases_in(HELD_OUT), PHRASES)):
        yield fold(phrase.text) if number % 2 else phrase.text


def _office() -> tuple[Procedure, ...]:
    """Return the shipped procedures with synonyms joined two by two until there are enough."""
    procedures = load_procedures(procedure_files())
    each = -(-SYNONYMS // len(procedures))
    return tuple(
        replace(procedure, synonyms=tuple(islice(_joined(procedure.synonyms), each)))
        for procedure in procedures
    )


def _joined(synonyms: tuple[str, ...]) -> Iterator[str]:
    yield from synonyms
    yield from (f"{one}, {other}" for one, other in product(synonyms, synonyms) if one != other)


def _catalogue() -> tuple[NationalEntry, ...]:
    """Return as many entries as the country has, named after pieces of official names."""
    names = [procedure.official_title.split() for procedure in load_procedures(procedure_files())]
    pieces = [" ".join(words[start : start + 8]) for words in names for start in range(0, 24, 4)]
    joined = (f"{one} {other}" for one, other in product(filter(None, pieces), pieces[::-1]))
    numbers = count(100_000)
    return tuple(
        NationalEntry(f"9.{next(numbers)}", name, "", "", "", "")
        for name in islice(joined, 0, NATIONAL * 7, 7)
    )


def _full_text(
    procedures: tuple[Procedure, ...], national: tuple[NationalEntry, ...]
) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE names USING fts5(code UNINDEXED, name)")
    ours = ((p.code, n) for p in procedures for n in (p.title, p.official_title, *p.synonyms))
    rows = (*ours, *((entry.code, entry.name) for entry in national))
    folded = ((code, fold(name)) for code, name in rows)
    connection.executemany("INSERT INTO names VALUES (?, ?)", folded)
    return connection


def _match(table: sqlite3.Connection, key: str) -> list[tuple[str]]:
    words = [f'"{word}"' for word in fold(key).split()]
    if not words:
        return []
    query = "SELECT code FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?"
    return table.execute(query, (" ".join(words) + "*", LIMIT)).fetchall()
