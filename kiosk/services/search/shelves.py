"""Two shelves: what is ours, and the national catalogue. One reader reads queries for both.

Each shelf has an index of its own, because a word that is common among 2,642 procedures of the
whole country may tell ours apart, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.national import NationalEntry
from kiosk.domain.procedure import Procedure
from kiosk.services.search.index import Fit, Index, Name
from kiosk.services.search.lexicon import Lexicon
from kiosk.services.search.naming import Called, Document, names_of, national_names
from kiosk.services.search.reading import Reader
from kiosk.services.search.spelling import words_of
from kiosk.services.search.thesaurus import Thesaurus
from kiosk.services.search.topics import Topic
from kiosk.services.search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Findings:
    """What fits a query, each list best first; `words` counts the query's words without fillers."""

    words: int = 0
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
        self._vocabulary = Vocabulary()
        self._thesaurus = Thesaurus(lexicon, self._vocabulary)
        fillers = self._thesaurus.fillers
        ours = [
            name
            for number, document in enumerate(documents)
            for name in self._names(number, names_of(document, lesson_titles), supports=True)
        ]
        self._vocabulary.seal_ours()
        foreign = [
            name
            for number, entry in enumerate(national)
            for name in self._names(number, national_names(entry), supports=False)
        ]
        self._vocabulary.seal()
        self._ours, self._national = Index(ours, fillers), Index(foreign, fillers)
        self._reader = Reader(self._vocabulary, self._thesaurus)

    def _names(self, number: int, called: Iterator[Called], *, supports: bool) -> Iterator[Name]:
        """Yield the names of one document; in names of ours, words side by side support another."""
        for text, value in called:
            words = self._vocabulary.numbers(words_of(text))
            meant = self._thesaurus.words_of_name(words)
            if supports:
                told = [word for word in meant if word not in self._thesaurus.fillers]
                self._vocabulary.side_by_side(words)
                self._vocabulary.side_by_side(told)
            yield Name(number, meant, value)

    def find(self, query: str) -> Findings:
        """Return all that has a word of `query`."""
        slots = self._reader.read(query)
        ours = [(fit, self._documents[fit.document]) for fit in self._ours.find(slots)]
        foreign = [(fit, self._entries[fit.document]) for fit in self._national.find(slots)]
        return Findings(
            sum(not slot.is_filler for slot in slots),
            tuple((fit, one) for fit, one in ours if isinstance(one, Procedure)),
            tuple((fit, one) for fit, one in ours if not isinstance(one, Procedure)),
            tuple(foreign),
        )
