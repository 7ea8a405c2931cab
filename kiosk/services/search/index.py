"""The index: names by the words, and the pairs of words, that they hold.

What a name is worth for a query has two sides: how much of the query it explains (`asked`) and how
much of it was asked for (`named`). A word weighs the more, the fewer documents say it; fillers
weigh half; and two words side by side count as one thing more, because most Vietnamese words have
two syllables: "sinh" alone says little, "khai sinh" all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TypeVar

from kiosk.services.search.slots import Slot

Pair = tuple[int, int]
"""Two words side by side in whatever order, the smaller number first."""

Key = TypeVar("Key", bound=Hashable)

Part = tuple[float, Mapping[Key, float]]
"""A word or pair of a query: what it weighs, and what it may be read as, with factors in 0–1."""

RARITY = 0.3
"""How far it counts that few documents say a word."""

FILLER_WEIGHT = 0.5
PAIR_WEIGHT = 0.35
ASKED_SHARE = 0.6
"""The two sides of a name's worth are multiplied, `asked` to this power, `named` to the rest."""

NEAR_THE_MOST = 0.3
"""How much a name must explain beside the one that explains most, to be looked at."""

LIKELY = 0.9
"""How near to the likeliest reading of a word another one must come to be weighed with it."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name: the number of its document, its words, and what it is worth in 0–1."""

    document: int
    words: tuple[int, ...]
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Query:
    """The weighed parts of a query: words and pairs that were told, and fillers."""

    words: tuple[Part[int], ...]
    pairs: tuple[Part[Pair], ...]
    fillers: tuple[Part[int], ...]

    @property
    def told(self) -> float:
        """What words and pairs weigh together."""
        return sum(weight for weight, _ in (*self.words, *self.pairs))

    @property
    def total(self) -> float:
        """What everything weighs."""
        return self.told + sum(weight for weight, _ in self.fillers)


@dataclass(frozen=True, slots=True)
class Match:
    """What one name has of a query: its worth with fillers, and both sides without; each in 0–1."""

    name: int
    worth: float
    asked: float
    named: float

    @property
    def told(self) -> float:
        """What the name is worth without fillers."""
        return worth_of(self.asked, self.named)


def worth_of(asked: float, named: float) -> float:
    """Return what a name is worth by its two sides."""
    return float(asked**ASKED_SHARE * named ** (1 - ASKED_SHARE))


def share_of(part: float, whole: float) -> float:
    """Return in 0–1 what `part` is of `whole`; nothing is no part of nothing."""
    if part >= whole:
        return 1.0 if part > 0 else 0.0
    return part / whole


class Index:
    """Finds names; built once, then only read."""

    def __init__(self, names: Sequence[Name], fillers: frozenset[int]) -> None:
        self.names = names
        self._fillers = fillers
        self._many = max(1, len({name.document for name in names}))
        self._unknown = self._rarity(1)
        self._weights = self._weigh_words()
        self.by_word: dict[int, set[int]] = defaultdict(set)
        self.by_pair: dict[Pair, set[int]] = defaultdict(set)
        self._told: list[float] = []
        self._totals: list[float] = []
        for number, name in enumerate(names):
            self._take_in(number, name.words)

    def _rarity(self, documents: int) -> float:
        return float(log(1 + self._many / documents) ** RARITY)

    def _weigh_words(self) -> dict[int, float]:
        holders: dict[int, set[int]] = defaultdict(set)
        for name in self.names:
            for word in name.words:
                holders[word].add(name.document)
        return {
            word: self._rarity(len(found)) * (FILLER_WEIGHT if word in self._fillers else 1.0)
            for word, found in holders.items()
        }

    def _take_in(self, number: int, words: tuple[int, ...]) -> None:
        """Post the words and pairs of a name, and note the weight of all of them."""
        told = [word for word in words if word not in self._fillers] or words
        pairs = {pair_of(a, b) for a, b in pairwise(told)}
        every = set(words)
        for word in every:
            self.by_word[word].add(number)
        for pair in pairs:
            self.by_pair[pair].add(number)
        weight = sum(map(self.weight, set(told))) + sum(map(self.pair_weight, pairs))
        self._told.append(weight)
        self._totals.append(weight + sum(map(self.weight, every.difference(told))))

    def weight(self, word: int) -> float:
        """Return what a word weighs."""
        return self._weights.get(word, self._unknown)

    def pair_weight(self, pair: Pair) -> float:
        """Return what two words side by side weigh besides."""
        return PAIR_WEIGHT * (self.weight(pair[0]) + self.weight(pair[1])) / 2

    # ------------------------------------------------------------ asking

    def query(self, slots: Sequence[Slot]) -> Query:
        """Return the parts of a query with what they weigh here."""
        parts = [(self._slot_weight(slot), slot.readings, slot.is_filler) for slot in slots]
        told = [(weight, readings) for weight, readings, is_filler in parts if not is_filler]
        fillers = [(weight, readings) for weight, readings, is_filler in parts if is_filler]
        pairs = (
            (PAIR_WEIGHT * (one + other) / 2, self._pairs_of(left, right))
            for (one, left), (other, right) in pairwise(told)
        )
        return Query(tuple(told), tuple(pairs), tuple(fillers))

    def _slot_weight(self, slot: Slot) -> float:
        """Return the weight of the commonest among the likeliest words it may stand for."""
        best = max(slot.readings.values(), default=0.0)
        likely = (n for n, factor in slot.readings.items() if factor >= best * LIKELY)
        known = (self._weights[number] for number in likely if number in self._weights)
        weight = min(known, default=self._unknown)
        return min(weight, self._unknown * FILLER_WEIGHT) if slot.is_filler else weight

    def _pairs_of(self, left: Mapping[int, float], right: Mapping[int, float]) -> dict[Pair, float]:
        found: dict[Pair, float] = {}
        for a, one in left.items():
            for b, other in right.items():
                pair = pair_of(a, b)
                if pair in self.by_pair:
                    found[pair] = max(found.get(pair, 0.0), min(one, other))
        return found

    def matches(self, query: Query, least: float) -> Iterator[Match]:
        """Yield the names that explain at least `least` of the query, and not far less than others.

        Fillers are added at the end and to those names only: nobody asks for fillers.
        """
        tally = _Tally(len(self.names))
        for weight, words in query.words:
            tally.add(weight, words, self.by_word, self.weight)
        for weight, pairs in query.pairs:
            tally.add(weight, pairs, self.by_pair, self.pair_weight)
        told, total = query.told, query.total
        most = max((tally.asked[name] for name in tally.touched), default=0.0)
        floor = max(least * told, NEAR_THE_MOST * most)
        near = [name for name in tally.touched if tally.asked[name] >= floor]
        sides = [(tally.asked[name], tally.named[name]) for name in near]
        among = set(near)
        for weight, words in query.fillers:
            tally.add(weight, words, self.by_word, self.weight, among)
        for name, (asked, named) in zip(near, sides, strict=True):
            worth = worth_of(
                share_of(tally.asked[name], total), share_of(tally.named[name], self._totals[name])
            )
            yield Match(
                name,
                worth * self.names[name].worth,
                share_of(asked, told),
                share_of(named, self._told[name]),
            )


class _Tally:
    """Adds up, one word or pair of a query after the other, what each name has of it."""

    def __init__(self, many: int) -> None:
        self.asked = [0.0] * many
        self.named = [0.0] * many
        self.touched: set[int] = set()

    def add(
        self,
        weight: float,
        readings: Mapping[Key, float],
        postings: Mapping[Key, set[int]],
        weight_of: Callable[[Key], float],
        among: set[int] | None = None,
    ) -> None:
        """Add what weighs `weight` in the query; each name gets the reading that agrees best."""
        asked, named = self.asked, self.named
        had: set[int] = set()
        for key in sorted(readings, key=readings.__getitem__, reverse=True):
            found = postings.get(key)
            if not found:
                continue
            fresh = found - had if among is None else (found & among) - had
            gained, own = weight * readings[key], weight_of(key) * readings[key]
            for name in fresh:
                asked[name] += gained
                named[name] += own
            had |= fresh
        self.touched |= had


def pair_of(a: int, b: int) -> Pair:
    """Return two words as a pair, in whatever order they stood."""
    return (a, b) if a < b else (b, a)
