"""Two shelves: what is ours, and the national catalogue. One reader reads queries for both.

Each shelf has an index of its own, because a word that is common among 2,642 procedures of the
whole country may tell ours apart, and the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.national import NationalEntry
from kiosk.domain.procedure import Procedure
from kiosk.services.search.index import Fit, Index, Name
from kiosk.services.search.lexicon import Lexicon
from kiosk.services.search.naming import Document, names_of, national_names
from kiosk.services.search.reading import Reader
from kiosk.services.search.spelling import is_marked, word_of, words_of
from kiosk.services.search.thesaurus import Thesaurus
from kiosk.services.search.topics import Topic
from kiosk.services.search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Findings:
    """What fits a query, each list best first."""

    procedures: tuple[tuple[Fit, Procedure], ...] = ()
    topics: tuple[tuple[Fit, Topic], ...] = ()
    national: tuple[tuple[Fit, NationalEntry], ...] = ()


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
        ours = [self._our_name(*one) for one in called if is_marked(one[1])]
        vocabulary.seal_ours()
        ours += [self._unmarked_name(*one) for one in called if not is_marked(one[1])]
        vocabulary.seal_ours()
        foreign = [
            Name(number, self._meant(vocabulary.numbers(words_of(text))), value)
            for number, entry in enumerate(national)
            for text, value in national_names(entry)
        ]
        vocabulary.seal()
        self._ours = Index(ours, self._thesaurus.fillers)
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
        """Return all that has a word of `query`."""
        slots = self._reader.read(query)
        ours = [(fit, self._documents[fit.document]) for fit in self._ours.find(slots)]
        foreign = [(fit, self._entries[fit.document]) for fit in self._national.find(slots)]
        return Findings(
            tuple((fit, one) for fit, one in ours if isinstance(one, Procedure)),
            tuple((fit, one) for fit, one in ours if not isinstance(one, Procedure)),
            tuple(foreign),
        )
