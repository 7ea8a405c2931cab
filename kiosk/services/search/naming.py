"""What everything is called: the names by which procedures, topics and the catalogue are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.national import NationalEntry
from kiosk.domain.procedure import Procedure
from kiosk.services.search.topics import HelpTopic, Topic

PAPER_WORTH = 0.6
"""What being found by a paper is worth beside being found by a name."""

Document = Procedure | Topic

Called = tuple[str, float]
"""One name as written, and what it is worth."""


def names_of(document: Document, lesson_titles: Mapping[str, str]) -> Iterator[Called]:
    """Yield the names of a procedure or topic."""
    if isinstance(document, Procedure):
        names = (document.title, _short(document.official_title), *document.synonyms)
        yield from ((name, 1.0) for name in names)
        yield from ((paper.title, PAPER_WORTH) for paper in document.papers)
    else:
        yield from ((phrase, 1.0) for phrase in document.phrases)
    if isinstance(document, HelpTopic):
        yield lesson_titles[document.lesson], 1.0
        for barrier in map(BARRIER_BY_CODE.__getitem__, document.barriers):
            yield barrier.citizen_label, 1.0
            yield barrier.staff_label, 1.0


def national_names(entry: NationalEntry) -> Iterator[Called]:
    """Yield the one name of an entry of the national catalogue."""
    yield _short(entry.name), 1.0


def _short(name: str) -> str:
    return name.removeprefix("Thủ tục ")
