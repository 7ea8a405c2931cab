"""Two shelves: what is ours, and the national catalogue. One reader reads queries for both.

Each shelf has an index of its own, because a word that is common among 2,642 procedures of the
whole country may tell ours apart, and the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.national import NationalEntry
from kiosk.domain.procedure import Procedure
from kiosk.services.search.index import Index, Match, Name
from kiosk.services.search.lexicon import Lexicon
from kiosk.services.search.naming import Document, names_of, national_names
from kiosk.services.search.ranking import Fit, Ranking
from kiosk.services.search.reading import Reader
from kiosk.services.search.slots import Slot
from kiosk.services.search.spelling import is_marked, word_of, words_of
from kiosk.services.search.thesaurus import Thesaurus
from kiosk.services.search.topics import Topic
from kiosk.services.search.vocabulary import Vocabulary

LEAST_NATIONAL, MOST_NATIONAL = 0.4, 20
"""How much an entry of the national catalogue must explain, and how many are returned."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What fits a query, each list best first."""

    procedures: tuple[tuple[Fit, Procedure], ...] = ()
    topics: tuple[tuple[Fit, Topic], ...] = ()
    national: tuple[tuple[Match, NationalEntry], ...] = ()


class Shelves:
    """Finds documents by their names; built once, then only read."""

    def __init__(
        self,
        documents: Sequence[Document],
        national: Sequence[NationalEntry],
        lesson_titles: Mapping[str, str],
        lexicon: Lexicon,
    ) -> None:
        self._documents, self._entries = documents, national
        self._vocabulary = vocabulary = Vocabulary()
        self._thesaurus = Thesaurus(lexicon, vocabulary)
        self._reader = Reader(vocabulary, self._thesaurus)
        called = [
            (number, text, value)
            for number, document in enumerate(documents)
            for text, value in names_of(document, lesson_titles)
        ]
        hurried = {one for one in called if not is_marked(one[1])}
        ours = [self._our_name(*one) for one in called if one not in hurried]
        vocabulary.seal_ours()
        ours += [self._unmarked_name(*one) for one in sorted(hurried)]
        vocabulary.seal_ours()
        foreign = [
            Name(number, self._meant(vocabulary.numbers(words_of(text))), value)
            for number, entry in enumerate(national)
            for text, value in national_names(entry)
        ]
        vocabulary.seal()
        self._ours = Ranking(ours, self._thesaurus.fillers)
        self._national = Index(foreign, self._thesaurus.fillers)

    def _our_name(self, number: int, text: str, value: float) -> Name:
        """Return a name of ours; words side by side in it will support each other in queries."""
        words = self._vocabulary.numbers(words_of(text))
        self._vocabulary.side_by_side(words)
        return Name(number, self._meant(words, supports=True), value)

    def _unmarked_name(self, number: int, text: str, value: float) -> Name:
        """Return a name that somebody wrote without marks, read as a query would be."""
        words = [
            max(slot.readings, key=slot.readings.__getitem__)
            if slot.readings
            else self._vocabulary.number(word_of(slot.typed))
            for slot in self._reader.read(f"{text} ")
        ]
        return Name(number, tuple(words), value)

    def _meant(self, words: Sequence[int], *, supports: bool = False) -> tuple[int, ...]:
        meant = self._thesaurus.words_of_name(words)
        if supports:
            told = [word for word in meant if word not in self._thesaurus.fillers]
            self._vocabulary.side_by_side(told)
        return meant

    def find(self, query: str) -> Findings:
        """Return all that has enough of `query`."""
        slots = self._reader.read(query)
        ours = [(fit, self._documents[fit.document]) for fit in self._ours.find(slots)]
        return Findings(
            tuple((fit, one) for fit, one in ours if isinstance(one, Procedure)),
            tuple((fit, one) for fit, one in ours if not isinstance(one, Procedure)),
            self._listed(slots),
        )

    def _listed(self, slots: Sequence[Slot]) -> tuple[tuple[Match, NationalEntry], ...]:
        """Return what the national catalogue has; there every entry has one name."""
        index = self._national
        matches = index.matches(index.query(slots), LEAST_NATIONAL)
        best = sorted(matches, key=lambda match: -match.worth)[:MOST_NATIONAL]
        return tuple((match, self._entries[index.names[match.name].document]) for match in best)
