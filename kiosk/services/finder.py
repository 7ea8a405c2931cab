"""Answers what citizens type; the index is built by whoever asks first, and anew for new content.

Building takes a moment, so it is left to the lane that asks: opening the office and taking up the
office's edits wait for nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.lesson import Lesson
from kiosk.domain.search_answer import Answer
from kiosk.services.catalogue import Catalogue, OfficeContent
from kiosk.services.search import Search


class Finder:
    """The search over what the office offers, asked in one lane: one index is built at a time."""

    def __init__(self, catalogue: Catalogue, lessons: Callable[[], tuple[Lesson, ...]]) -> None:
        self._catalogue = catalogue
        self._lessons = lessons
        self._built: tuple[OfficeContent, Search] | None = None

    def answer(self, query: str) -> Answer:
        """Return what is to be shown for `query`; a blank one only has the index built."""
        return self._index().answer(query)

    def _index(self) -> Search:
        content = self._catalogue.content
        if self._built is None or self._built[0] is not content:
            search = Search(content.procedures, self._lessons(), content.national)
            self._built = (content, search)
        return self._built[1]
