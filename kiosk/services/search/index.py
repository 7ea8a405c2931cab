"""The index: documents by the words, and the pairs of words, that their names hold.

A name is one way a document can be called. What it is worth for a query has two sides: how much of
the query it explains (`asked`) and how much of it was asked for (`named`). A word weighs the more,
the fewer documents say it; fillers weigh little; and two words side by side count as one thing
more, because most Vietnamese words have two syllables: "sinh" alone says little, "khai sinh" all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TypeVar

from kiosk.services.search.slots import Slot

Pair = tuple[int, int]
"""Two words side by side in whatever order, the smaller number first."""

Key = TypeVar("Key", bound=Hashable)

RARITY = 0.3
"""How far it counts that few documents say a word."""

FILLER_WEIGHT = 0.5
PAIR_WEIGHT = 0.35
ASKED_SHARE = 0.6
"""The two sides of a name's worth are multiplied, `asked` to this power, `named` to the rest."""

BEST_NAME, NEXT_NAMES, ALL_WORDS = 0.3, 0.2, 0.4
"""What a document's score is made of."""

VERY_NAME, EXACT_FROM = 0.1, 0.97
"""What is added when the query is the very name; how much both must have of each other for that."""

NEXT = 2
"""How many names after the best one are heard."""

LIKELY = 0.9
"""How near to the likeliest reading of a word another one must come to be weighed with it."""

SATURATION, LENGTH_SHARE = 0.6, 0.25
"""How soon more names with a word stop to matter; how far having many names is evened out."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name: the number of its document, its words, and what it is worth in 0–1."""

    document: int
    words: tuple[int, ...]
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a document fits, each figure in 0–1.

    `score` is for all of it, `best_name` what its best name is worth. `asked` and `named` are the
    two sides of that name with fillers left out on both.
    """

    document: int
    score: float
    best_name: float
    asked: float
    named: float

    @property
    def told(self) -> float:
        """What its best name is worth without fillers."""
        return _worth(self.asked, self.named)


def _worth(asked: float, named: float) -> float:
    return float(asked**ASKED_SHARE * named ** (1 - ASKED_SHARE))


def _rarity(share: float) -> float:
    """Return what a word weighs that this share of all documents says."""
    return float(log(1 + 1 / share) ** RARITY)


class Index:
    """Finds documents; built once, then only read."""

    def __init__(self, names: Iterable[Name], fillers: frozenset[int]) -> None:
        self._names = tuple(names)
        self._fillers = fillers
        self.documents = [name.document for name in self._names]
        self.worths = [name.worth for name in self._names]
        self._weights = self._weigh_words()
        self._unknown = _rarity(1.0 / (len(set(self.documents)) or 1))
        self._by_word: dict[int, list[int]] = defaultdict(list)
        self._by_pair: dict[Pair, list[int]] = defaultdict(list)
        self.totals = [self._take_in(number, name) for number, name in enumerate(self._names)]
        self.filler_parts = [self._filler_part(name) for name in self._names]
        self.lengths = self._relative_lengths()

    def _weigh_words(self) -> dict[int, float]:
        holders: dict[int, set[int]] = defaultdict(set)
        for name in self._names:
            for word in name.words:
                holders[word].add(name.document)
        many = len(set(self.documents))
        return {
            word: _rarity(len(found) / many) * (FILLER_WEIGHT if word in self._fillers else 1.0)
            for word, found in holders.items()
        }

    def _take_in(self, number: int, name: Name) -> float:
        """Post the words and pairs of a name; return the weight of all of them."""
        words = set(name.words)
        pairs = {_pair(a, b) for a, b in pairwise(w for w in name.words if w not in self._fillers)}
        for word in words:
            self._by_word[word].append(number)
        for pair in pairs:
            self._by_pair[pair].append(number)
        return sum(map(self._weight, words)) + sum(map(self._pair_weight, pairs)) or 1.0

    def _filler_part(self, name: Name) -> float:
        """Return what of the weight of a name is that of fillers beside other words."""
        words = set(name.words)
        return sum(map(self._weight, words & self._fillers)) if words - self._fillers else 0.0

    def _relative_lengths(self) -> dict[int, float]:
        sizes: Counter[int] = Counter()
        for name in self._names:
            sizes[name.document] += 1
        mean = len(self._names) / max(1, len(sizes))
        return {
            document: (1 - LENGTH_SHARE) + LENGTH_SHARE * size / mean
            for document, size in sizes.items()
        }

    def _weight(self, word: int) -> float:
        return self._weights.get(word, self._unknown)

    def _pair_weight(self, pair: Pair) -> float:
        return PAIR_WEIGHT * (self._weight(pair[0]) + self._weight(pair[1])) / 2

    # ------------------------------------------------------------ asking

    def find(self, slots: Sequence[Slot]) -> list[Fit]:
        """Return every document that has a word of the query, best first."""
        tally = _Tally(self)
        weights = [self._slot_weight(slot) for slot in slots]
        for slot, weight in zip(slots, weights, strict=True):
            side = tally.fillers if slot.is_filler else tally.told
            tally.add(side, weight, slot.readings, self._by_word, self._weight)
        told = [(slot, w) for slot, w in zip(slots, weights, strict=True) if not slot.is_filler]
        for (left, one), (right, other) in pairwise(told):
            pairs, weight = self._pairs_of(left, right), PAIR_WEIGHT * (one + other) / 2
            tally.add(tally.told, weight, pairs, self._by_pair, self._pair_weight)
        return sorted(tally.fits(), key=lambda fit: -fit.score)

    def _slot_weight(self, slot: Slot) -> float:
        """Return the weight of the commonest among the likeliest words it may stand for."""
        best = max(slot.readings.values(), default=0.0)
        likely = (n for n, factor in slot.readings.items() if factor >= best * LIKELY)
        known = (self._weights[number] for number in likely if number in self._weights)
        weight = min(known, default=self._unknown)
        return min(weight, self._unknown * FILLER_WEIGHT) if slot.is_filler else weight

    def _pairs_of(self, left: Slot, right: Slot) -> dict[Pair, float]:
        found: dict[Pair, float] = {}
        for a, one in left.readings.items():
            for b, other in right.readings.items():
                pair = _pair(a, b)
                if pair in self._by_pair:
                    found[pair] = max(found.get(pair, 0.0), min(one, other))
        return found


class _Side:
    """What of a query, and of each name, has been found so far."""

    def __init__(self) -> None:
        self.total = 0.0
        self.asked: dict[int, float] = defaultdict(float)
        self.named: dict[int, float] = defaultdict(float)


class _Tally:
    """Adds up, one word or pair of a query after the other, what names and documents have of it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.told, self.fillers = _Side(), _Side()
        self._in_all: dict[int, float] = defaultdict(float)

    def add(
        self,
        side: _Side,
        weight: float,
        readings: Mapping[Key, float],
        postings: Mapping[Key, Sequence[int]],
        weight_of: Callable[[Key], float],
    ) -> None:
        """Add to `side` what weighs `weight` in the query and may be read as any of `readings`."""
        side.total += weight
        best: dict[int, float] = {}
        own: dict[int, float] = {}
        for key, factor in readings.items():
            heavy = weight_of(key)
            for name in postings.get(key, ()):
                if factor > best.get(name, 0.0):
                    best[name], own[name] = factor, heavy
        for name, factor in best.items():
            side.asked[name] += weight * factor
            side.named[name] += own[name] * factor
        self._add_to_documents(weight, best)

    def _add_to_documents(self, weight: float, best: Mapping[int, float]) -> None:
        documents, worths = self._index.documents, self._index.worths
        most: dict[int, float] = {}
        often: dict[int, float] = {}
        for name, factor in best.items():
            document, value = documents[name], factor * worths[name]
            often[document] = often.get(document, 0.0) + value
            if value > most.get(document, 0.0):
                most[document] = value
        for document, value in most.items():
            rare = SATURATION * self._index.lengths[document]
            self._in_all[document] += weight * value * often[document] / (often[document] + rare)

    def fits(self) -> Iterator[Fit]:
        """Yield how well each document fits."""
        names: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for name in self.told.asked.keys() | self.fillers.asked.keys():
            value = self._worth(name) * self._index.worths[name]
            names[self._index.documents[name]].append((value, name))
        total = self.told.total + self.fillers.total
        for document, found in names.items():
            best, *rest = sorted(found, reverse=True)[: 1 + NEXT]
            score = (
                BEST_NAME * best[0]
                + NEXT_NAMES * sum(value for value, _ in rest) / NEXT
                + ALL_WORDS * _share(self._in_all[document], total)
            )
            yield self._fit(document, score, *best)

    def _fit(self, document: int, score: float, best_name: float, name: int) -> Fit:
        asked = _share(self.told.asked.get(name, 0.0), self.told.total)
        told = self._index.totals[name] - self._index.filler_parts[name]
        named = _share(self.told.named.get(name, 0.0), told)
        bonus = VERY_NAME if min(asked, named) >= EXACT_FROM else 0.0
        return Fit(document, min(1.0, score + bonus), best_name, asked, named)

    def _worth(self, name: int) -> float:
        told, fillers = self.told, self.fillers
        asked = told.asked.get(name, 0.0) + fillers.asked.get(name, 0.0)
        named = told.named.get(name, 0.0) + fillers.named.get(name, 0.0)
        asked_share = _share(asked, told.total + fillers.total)
        named_share = _share(named, self._index.totals[name])
        return _worth(asked_share, named_share)


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
