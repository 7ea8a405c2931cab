"""Replaces what can be said in several ways by one way, in names and in queries alike.

Each entry of the lexicon becomes a rule: a row of words → the row they stand for. Rules are applied
from left to right, the longest first, and twice, because a word of dialect or an abbreviation may
be part of a longer saying.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.services.search.lexicon import Lexicon
from kiosk.services.search.slots import Slot
from kiosk.services.search.spelling import words_of
from kiosk.services.search.vocabulary import Vocabulary

PASSES = 2

ONE_FOR_ONE = 0.95
"""What is left when a word is read as the one it stands for: má as mẹ."""

LIKELY = 0.7
"""How sure each reading must be before a saying of several words is taken for said."""


CERTAIN = 0.85
"""How sure a reading must be before one word is replaced by several, as "bhyt" is."""

NEAR = 0.4
"""What is left when a word is read as one that often stands in its place."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`said` is replaced by `meant`; both are numbers of words."""

    said: tuple[int, ...]
    meant: tuple[int, ...]


class Thesaurus:
    """The rules by their first word, and the fillers."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_first: dict[int, list[Rule]] = defaultdict(list)
        self.fillers = frozenset(
            number for filler in lexicon.fillers for number in vocabulary.numbers(words_of(filler))
        )
        self._near: dict[int, frozenset[int]] = {}
        for group in lexicon.near:
            alike = frozenset(n for word in group for n in vocabulary.numbers(words_of(word)))
            self._near |= {number: alike - {number} for number in alike}
        for meant, ways in lexicon.meanings:
            # What is meant stands for itself, so that no other rule tears it apart.
            for said in (meant, *ways):
                self._add(said, meant)
        for rules in self._by_first.values():
            rules.sort(key=lambda rule: -len(rule.said))

    def _add(self, said: str, meant: str) -> None:
        numbers = self._vocabulary.numbers
        rule = Rule(tuple(numbers(words_of(said))), tuple(numbers(words_of(meant))))
        self._by_first[rule.said[0]].append(rule)
        self._vocabulary.side_by_side(rule.said)

    def words_of_name(self, words: Sequence[int]) -> tuple[int, ...]:
        """Return the words of a name with every saying replaced by what it stands for."""
        done = list(words)
        for _ in range(PASSES):
            former, done = done, self._replaced(done)
            if done == former:
                break
        return tuple(done)

    def _replaced(self, words: list[int]) -> list[int]:
        done: list[int] = []
        place = 0
        while place < len(words):
            for rule in self._by_first.get(words[place], ()):
                end = place + len(rule.said)
                if tuple(words[place:end]) == rule.said:
                    done += rule.meant
                    place = end
                    break
            else:
                done.append(words[place])
                place += 1
        return done

    def slots_of_query(self, slots: list[Slot]) -> list[Slot]:
        """Return the slots of a query with every saying replaced by what it stands for."""
        for _ in range(PASSES):
            slots = list(self._replaced_slots(slots))
        return slots

    def add_near(self, slot: Slot) -> None:
        """Add to the readings what often stands in place of a word: mẹ may be found by bố."""
        for number, factor in list(slot.readings.items()):
            for near in self._near.get(number, ()):
                if factor >= LIKELY and factor * NEAR > slot.readings.get(near, 0.0):
                    slot.readings[near] = factor * NEAR

    def _replaced_slots(self, slots: list[Slot]) -> Iterator[Slot]:
        place = 0
        while place < len(slots):
            self._read_single_word(slots[place])
            rule, factor = self._best_rule(slots, place)
            if rule is None:
                yield slots[place]
                place += 1
            else:
                yield from (Slot({number: factor}) for number in rule.meant)
                place += len(rule.said)

    def _read_single_word(self, slot: Slot) -> None:
        """Add to the readings what a single word stands for: má is mẹ, and "ma" may be."""
        for number, factor in list(slot.readings.items()):
            for rule in self._by_first.get(number, ()):
                if len(rule.said) == len(rule.meant) == 1:
                    meant = rule.meant[0]
                    slot.readings[meant] = max(factor * ONE_FOR_ONE, slot.readings.get(meant, 0.0))

    def _best_rule(self, slots: list[Slot], place: int) -> tuple[Rule | None, float]:
        """Return the longest rule that is said here, and how well it agrees."""
        best: Rule | None = None
        how: tuple[int, float] = (0, 0.0)
        readings = slots[place].readings
        likeliest = max(CERTAIN, *readings.values()) if readings else CERTAIN
        for number in readings:
            for rule in self._by_first.get(number, ()):
                factor = _agreement(rule, slots, place)
                needed = LIKELY if len(rule.said) > 1 else likeliest
                if factor >= needed and (len(rule.said), factor) > how and _is_whole(rule):
                    best, how = rule, (len(rule.said), factor)
        return best, how[1]


def _is_whole(rule: Rule) -> bool:
    """Tell whether a rule replaces slots; one word for another is only one more reading."""
    return len(rule.said) > 1 or len(rule.meant) > 1


def _agreement(rule: Rule, slots: Sequence[Slot], place: int) -> float:
    here = slots[place : place + len(rule.said)]
    if len(here) < len(rule.said):
        return 0.0
    return min(s.readings.get(n, 0.0) for s, n in zip(here, rule.said, strict=True))
