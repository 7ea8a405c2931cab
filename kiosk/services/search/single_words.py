"""Reads one typed word: which words it may stand for, and how far each is from what was typed.

As typed, with or without its marks; as raw Telex or VNI; as two words written as one; as a word
that sounds alike; as a word one slip of the finger away; and, at the end of a query, as a word that
is not finished yet.
"""

from __future__ import annotations

from kiosk.services.search.raw_typing import decode
from kiosk.services.search.slots import Readings, Slot
from kiosk.services.search.spelling import Word, agreement, word_of
from kiosk.services.search.vocabulary import Vocabulary

UNMARKED = 0.8
"""A word without marks in a query that has some: perhaps it has none, perhaps it was hurried."""

DECODED = 0.97
WRITTEN_AS_ONE = 0.95
SOUNDS_ALIKE = 0.7
ONE_SLIP = {3: 0.5, 4: 0.65}
"""By how many letters the word has: in a short word, one letter is much."""

ONE_SLIP_OF_LONG = 0.75
OTHER_TONE = 0.85
SHORTEST_TO_MEND = 3
SHORTEST_PART = 2


class WordReader:
    """Reads typed words with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def slots_of(self, typed: str, *, is_marked: bool) -> list[Slot]:
        """Return the slot of `typed`, or two where it is two words written as one.

        `is_marked` tells that the query has marks.
        """
        word = word_of(typed)
        readings = self._as_typed(word, is_marked=is_marked)
        if decoded := decode(typed):
            for number, factor in self._as_typed(word_of(decoded), is_marked=True).items():
                readings[number] = max(readings.get(number, 0.0), factor * DECODED)
        is_known = any(map(self._vocabulary.is_ours, readings))
        if not is_known and (parts := self._parted(word.bare)):
            return parts
        if not is_known:
            readings = self._mended(word) | readings
        return [Slot(readings, typed)]

    def complete(self, slot: Slot, factor: float) -> None:
        """Add the words that may become of an unfinished one."""
        word = word_of(slot.typed)
        for bare in self._vocabulary.beginning_with(word.bare):
            for number in self._vocabulary.with_bare(bare):
                known = self._vocabulary.words[number]
                if not word.is_marked or known.letters.startswith(word.letters):
                    slot.readings[number] = max(factor, slot.readings.get(number, 0.0))

    def _as_typed(self, word: Word, *, is_marked: bool) -> Readings:
        words = self._vocabulary.words
        found = self._vocabulary.with_bare(word.bare)
        if word.is_marked:
            return {number: agreement(word, words[number]) for number in found}
        marked = UNMARKED if is_marked else 1.0
        return {number: marked if words[number].is_marked else 1.0 for number in found}

    def _parted(self, bare: str) -> list[Slot]:
        """Return the slots of two words written as one, such as "khaisinh"."""
        for cut in range(SHORTEST_PART, len(bare) - SHORTEST_PART + 1):
            lefts = self._vocabulary.with_bare(bare[:cut])
            rights = self._vocabulary.with_bare(bare[cut:])
            if any(not self._vocabulary.neighbours(one).isdisjoint(rights) for one in lefts):
                return [
                    Slot(dict.fromkeys(lefts, WRITTEN_AS_ONE), bare[:cut]),
                    Slot(dict.fromkeys(rights, WRITTEN_AS_ONE), bare[cut:]),
                ]
        return []

    def _mended(self, word: Word) -> Readings:
        found: Readings = {}
        if len(word.bare) < SHORTEST_TO_MEND or word.bare.isdigit():
            return found
        factor = ONE_SLIP.get(len(word.bare), ONE_SLIP_OF_LONG)
        near = dict.fromkeys(self._vocabulary.one_slip_from(word.bare), factor)
        near |= dict.fromkeys(self._vocabulary.sounding_like(word.bare), SOUNDS_ALIKE)
        for bare, factor in near.items():
            for number in self._vocabulary.with_bare(bare):
                tone = self._vocabulary.words[number].tone
                is_other = word.is_marked and word.tone != tone
                found[number] = factor * (OTHER_TONE if is_other else 1.0)
        return found
