"""Reads a query: its words one by one, then each in the light of its neighbours.

Words that stand side by side in some name support each other. So "trung thuc" is read as chứng thực
although "trung" is a word too, and "can" beside "cuoc" is căn, not the filler cần.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from kiosk.services.search.single_words import OTHER_TONE, SHORTEST_TO_MEND, WordReader
from kiosk.services.search.slots import Slot
from kiosk.services.search.spelling import Word, is_marked, raw_words, sound_of, word_of
from kiosk.services.search.thesaurus import Thesaurus
from kiosk.services.search.vocabulary import Vocabulary

MOST_WORDS = 40
"""Words of a query that are read. Nobody asks in more; a pasted page must not stall the search."""

UNSUPPORTED = 0.85
"""What remains of a reading when another reading of the word is supported."""

SURE = 0.7
"""A supported reading as sure as this leaves nothing to mend."""

SOUNDS_ALIKE, ONE_SLIP, ONE_SLIP_OF_SHORT = 0.85, 0.8, 0.65
"""Mended words that a neighbour supports; a short word has three letters."""

COMPLETED, COMPLETED_WORD = 0.85, 0.45
"""The end of a query read as a beginning; a word already, after other words, is likely finished."""

FILLER, NOT_FILLER = 0.8, 0.8
"""How sure a reading as filler must be, and another reading that speaks against it."""


class Reader:
    """Reads queries with one vocabulary; it changes nothing, so any thread may ask."""

    def __init__(self, vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
        self._vocabulary = vocabulary
        self._thesaurus = thesaurus
        self._words = WordReader(vocabulary)

    def read(self, query: str) -> list[Slot]:
        """Return the slots of `query`; its last word may be unfinished unless a blank follows."""
        typed = raw_words(query)[:MOST_WORDS]
        marked = is_marked(query)
        slots: list[Slot] = []
        for part in typed:
            slots += self._words.slots_of(part, is_marked=marked)
        if slots and _is_unfinished(query):
            self._words.complete(slots[-1], self._completed(slots))
        self._weigh_by_neighbours(slots)
        slots = self._thesaurus.slots_of_query(slots)
        fillers = [self._is_filler(slots, place) for place in range(len(slots))]
        for slot, is_filler in zip(slots, fillers, strict=True):
            # Where nothing else was said, the fillers are what was said: "xin việc làm".
            slot.is_filler = is_filler and not all(fillers)
            if not slot.is_filler:
                self._thesaurus.add_near(slot)
        return slots

    def _completed(self, slots: Sequence[Slot]) -> float:
        is_word = any(map(self._vocabulary.is_ours, slots[-1].readings))
        return COMPLETED_WORD if is_word and len(slots) > 1 else COMPLETED

    def _weigh_by_neighbours(self, slots: list[Slot]) -> None:
        before = [set(slot.readings) for slot in slots]
        for place, slot in enumerate(slots):
            supported = self._supported(n for beside in _beside(before, place) for n in beside)
            agreed = supported & before[place]
            for number in before[place] - agreed if agreed else ():
                slot.readings[number] *= UNSUPPORTED
            is_clear = any(slot.readings[number] > SURE for number in agreed)
            if not (is_clear or self._may_be_filler(slot)):
                self._mend(slot, supported)

    def _supported(self, numbers: Iterable[int]) -> set[int]:
        return set().union(*map(self._vocabulary.neighbours, numbers))

    def _mend(self, slot: Slot, supported: set[int]) -> None:
        """Add the supported words that sound like what was typed, or lie one slip from it."""
        word = word_of(slot.typed)
        if word.bare.isdigit():
            return
        for number in supported:
            known = self._vocabulary.words[number]
            factor = _likeness(word, known)
            if factor > slot.readings.get(number, 0.0):
                slot.readings[number] = factor

    def _may_be_filler(self, slot: Slot) -> bool:
        fillers = self._thesaurus.fillers
        return any(factor >= FILLER and n in fillers for n, factor in slot.readings.items())

    def _is_filler(self, slots: Sequence[Slot], place: int) -> bool:
        if not self._may_be_filler(slots[place]):
            return False
        readings, fillers = slots[place].readings, self._thesaurus.fillers
        others = {n for n, factor in readings.items() if factor >= NOT_FILLER and n not in fillers}
        beside = _beside([set(slot.readings) for slot in slots], place)
        near = {number for numbers in beside for number in numbers}
        return self._supported(others).isdisjoint(near)


def _is_unfinished(query: str) -> bool:
    """Tell whether a query ends in a letter; whoever has finished a word types a blank."""
    return unicodedata.normalize("NFC", query)[-1:].isalnum()


def _beside(sets: Sequence[set[int]], place: int) -> list[set[int]]:
    return [sets[i] for i in (place - 1, place + 1) if 0 <= i < len(sets)]


def _likeness(word: Word, known: Word) -> float:
    """Return in 0–1 how likely `known` was meant, or 0; the same letters are no matter of this."""
    if known.bare == word.bare or not word.bare:
        return 0.0
    if sound_of(known.bare) == sound_of(word.bare):
        factor = SOUNDS_ALIKE
    elif len(word.bare) < SHORTEST_TO_MEND or OSA.distance(known.bare, word.bare) > 1:
        return 0.0
    else:
        factor = ONE_SLIP if len(word.bare) > SHORTEST_TO_MEND else ONE_SLIP_OF_SHORT
    return factor * (OTHER_TONE if word.is_marked and word.tone != known.tone else 1.0)
