"""Finds procedures by the words citizens use, with or without Vietnamese marks.

A folded comparison with the plain title, the official title and the synonyms: the same words beat
a common beginning, which beats all words in any order, which beats some of the words. Words that
many procedures share ("giấy", "đăng ký") weigh little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from kiosk.domain.procedure import Procedure
from kiosk.domain.text import fold

EXACT, PREFIX, ALL_WORDS, SOME_WORDS = 1.0, 0.8, 0.6, 0.4
"""The best score of each kind of match; each kind stays above the next."""

STEP = 0.2
"""Room within a kind, spent on how much of the name was asked for."""

ENOUGH = 0.4
"""The share of the query's weight that must be found before some words are a match."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One procedure found; `score` lies in 0–1 and only orders the results of one query."""

    code: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class _Entry:
    procedure: Procedure
    names: tuple[str, ...]


class Search:
    """Looks a query up among the names of all procedures."""

    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self._entries = tuple(_Entry(p, _names(p)) for p in procedures)
        shared = Counter(
            word for entry in self._entries for word in set(" ".join(entry.names).split())
        )
        many = len(self._entries)
        self._weights = {word: log(1 + many / count) for word, count in shared.items()}
        self._unknown = log(1 + many)

    def find(self, query: str, limit: int = 8) -> tuple[SearchResult, ...]:
        """Return at most `limit` procedures, best first; none when nothing is like `query`."""
        wanted = fold(query)
        if not wanted:
            return ()
        scored = (
            (max(self._score(wanted, name) for name in entry.names), entry.procedure)
            for entry in self._entries
        )
        best = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1].title))
        return tuple(SearchResult(p.code, p.title, round(s, 4)) for s, p in best[:limit])

    def _score(self, wanted: str, name: str) -> float:
        if wanted == name:
            return EXACT
        words, known = set(wanted.split()), set(name.split())
        asked = self._weight(words & known)
        overlap = asked / max(self._weight(words), self._weight(known))
        if name.startswith(f"{wanted} "):
            return PREFIX + STEP * overlap * 0.99
        if words <= known or (known <= words and len(known) > 1):
            return ALL_WORDS + STEP * overlap * 0.99
        share = asked / self._weight(words)
        return SOME_WORDS * (share + overlap) / 2 if share >= ENOUGH else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, self._unknown) for word in words)


def _names(procedure: Procedure) -> tuple[str, ...]:
    official = procedure.official_title.removeprefix("Thủ tục ")
    codes = (procedure.code, *procedure.other_codes)
    return tuple(map(fold, (procedure.title, official, *procedure.synonyms, *codes)))
