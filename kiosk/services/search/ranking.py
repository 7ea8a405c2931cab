"""Ranks documents by their names: the best one, the next ones, and all their words together.

The best name alone is a hit or miss: somebody must have written it down. So the next names are
heard too, and all words of all names together, as if they were one text; there it counts, up to a
point, how many names say a word, and having many names is no merit in itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.services.search.index import (
    Index,
    Key,
    Match,
    Name,
    Query,
    share_of,
    worth_of,
)
from kiosk.services.search.slots import Slot

BEST_NAME, NEXT_NAMES, ALL_WORDS = 0.3, 0.2, 0.4
"""What a document's score is made of."""

VERY_NAME, EXACT_FROM = 0.1, 0.97
"""What is added when the query is the very name; how much both must have of each other for that."""

NEXT = 2
"""How many names after the best one are heard."""

SATURATION, LENGTH_SHARE = 0.6, 0.25
"""How soon more names with a word stop to matter; how far having many names is evened out."""

LEAST = 0.1
"""Names that explain less of a query are not looked at."""

Said = tuple[tuple[int, float, float], ...]
"""Who says a word: document, the worth of all its names that do, and the most that one is worth."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a document fits, each figure in 0–1.

    `score` is for all of it. `asked` and `named` are the two sides of the name that is best when
    fillers are left out on both.
    """

    document: int
    score: float
    asked: float
    named: float

    @property
    def told(self) -> float:
        """What that name is worth."""
        return worth_of(self.asked, self.named)


class Ranking:
    """The documents of one index; built once, then only read."""

    def __init__(self, names: Sequence[Name], fillers: frozenset[int]) -> None:
        self._index = Index(names, fillers)
        self._rare = self._rare_shares(names)
        self._words = {key: self._said(found) for key, found in self._index.by_word.items()}
        self._pairs = {key: self._said(found) for key, found in self._index.by_pair.items()}

    def _said(self, found: Iterable[int]) -> Said:
        together: dict[int, float] = defaultdict(float)
        most: dict[int, float] = {}
        for number in found:
            name = self._index.names[number]
            together[name.document] += name.worth
            most[name.document] = max(name.worth, most.get(name.document, 0.0))
        return tuple((document, together[document], most[document]) for document in most)

    @staticmethod
    def _rare_shares(names: Sequence[Name]) -> dict[int, float]:
        """Return for each document how many names with a word are few, for one with so many."""
        sizes = Counter(name.document for name in names)
        mean = len(names) / max(1, len(sizes))
        return {
            document: SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * size / mean)
            for document, size in sizes.items()
        }

    def find(self, slots: Sequence[Slot]) -> list[Fit]:
        """Return the documents that have something of a query, best first."""
        query = self._index.query(slots)
        matches: dict[int, list[Match]] = defaultdict(list)
        for match in self._index.matches(query, LEAST):
            matches[self._index.names[match.name].document].append(match)
        in_all = self._in_all(query)
        fits = (self._fit(d, found, in_all[d]) for d, found in matches.items())
        return sorted(fits, key=lambda fit: -fit.score)

    def _fit(self, document: int, matches: list[Match], in_all: float) -> Fit:
        best, *rest = sorted(matches, key=lambda match: -match.worth)[: 1 + NEXT]
        score = (
            BEST_NAME * best.worth
            + NEXT_NAMES * sum(match.worth for match in rest) / NEXT
            + ALL_WORDS * in_all
        )
        told = max(matches, key=lambda match: match.told)
        if min(told.asked, told.named) >= EXACT_FROM:
            score += VERY_NAME
        return Fit(document, min(1.0, score), told.asked, told.named)

    def _in_all(self, query: Query) -> dict[int, float]:
        """Return how much of the query each document explains with all its words together."""
        found: dict[int, float] = defaultdict(float)
        for weight, words in (*query.words, *query.fillers):
            for document, value in self._best_said(words, self._words):
                found[document] += weight * value
        for weight, pairs in query.pairs:
            for document, value in self._best_said(pairs, self._pairs):
                found[document] += weight * value
        total = query.total
        return defaultdict(float, {d: share_of(value, total) for d, value in found.items()})

    def _best_said(
        self, readings: Mapping[Key, float], said: Mapping[Key, Said]
    ) -> Iterator[tuple[int, float]]:
        best: dict[int, float] = {}
        for key, factor in readings.items():
            for document, together, most in said.get(key, ()):
                often = factor * together
                value = factor * most * often / (often + self._rare[document])
                if value > best.get(document, 0.0):
                    best[document] = value
        yield from best.items()
