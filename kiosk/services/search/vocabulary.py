"""All words that any name holds, found by bare letters, by sound, by a slip, by a beginning.

Words are numbered, so that the index works with small integers. The vocabulary also knows which
words stand side by side in a name of ours: that is what tells a slip of the finger from a word.
Words of the national catalogue are known too, but nothing is mended into them while a word of ours
will do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kiosk.services.search.spelling import Word, sound_of

MOST_COMPLETIONS = 60
"""Words a beginning may stand for. A single letter would stand for half of the vocabulary."""


class Vocabulary:
    """Words by number: filled once, sealed, then only read."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._numbers: dict[Word, int] = {}
        self._by_bare: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        self._neighbours: dict[int, set[int]] = defaultdict(set)
        self._ours: list[str] = []
        self._many_ours = 0
        self._foreign: list[str] = []

    def number(self, word: Word) -> int:
        """Return the number of `word`, which is taken in when it is new."""
        known = self._numbers.get(word)
        if known is not None:
            return known
        number = self._numbers[word] = len(self.words)
        self.words.append(word)
        same = self._by_bare[word.bare]
        if not same:
            self._by_sound[sound_of(word.bare)].append(word.bare)
        same.append(number)
        return number

    def numbers(self, words: Iterable[Word]) -> list[int]:
        """Return the numbers of `words`, in their order."""
        return [self.number(word) for word in words]

    def side_by_side(self, numbers: Sequence[int]) -> None:
        """Remember that each of these words stands beside the next."""
        for left, right in pairwise(numbers):
            self._neighbours[left].add(right)
            self._neighbours[right].add(left)

    def seal_ours(self) -> None:
        """Close the words of ours; what is taken in from now on is the national catalogue's."""
        self._ours = sorted(self._by_bare)
        self._many_ours = len(self.words)

    def seal(self) -> None:
        """Close the vocabulary; from now on any thread may read it."""
        self._foreign = sorted(self._by_bare.keys() - set(self._ours))

    def is_ours(self, number: int) -> bool:
        """Tell whether the word stands in a name of ours, not in the national catalogue alone."""
        return number < self._many_ours

    def with_bare(self, bare: str) -> Sequence[int]:
        """Return the words with these bare letters."""
        return self._by_bare.get(bare, ())

    def neighbours(self, number: int) -> set[int]:
        """Return the words that stand beside this one in some name of ours."""
        return self._neighbours.get(number, set())

    def sounding_like(self, bare: str) -> list[str]:
        """Return other bare words that people confuse with this one by ear."""
        return [one for one in self._by_sound.get(sound_of(bare), ()) if one != bare]

    def one_slip_from(self, bare: str) -> list[str]:
        """Return bare words that differ by one letter or by two exchanged; ours before others."""
        return _one_slip_from(bare, self._ours) or _one_slip_from(bare, self._foreign)

    def beginning_with(self, bare: str) -> list[str]:
        """Return longer bare words that begin so, ours first, shorter ones before longer ones."""
        ours = sorted(_beginning_with(bare, self._ours), key=len)
        foreign = sorted(_beginning_with(bare, self._foreign), key=len)
        return (ours + foreign)[:MOST_COMPLETIONS]


def _one_slip_from(bare: str, words: list[str]) -> list[str]:
    found = process.extract(bare, words, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [one for one, _, _ in found]


def _beginning_with(bare: str, words: list[str]) -> list[str]:
    start = bisect_left(words, bare)
    end = bisect_left(words, bare + "\N{LATIN SMALL LETTER Z WITH CARON}", start)
    return [one for one in words[start:end] if one != bare]
