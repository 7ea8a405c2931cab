"""Answers what citizens type; the index is built by whoever asks first, and anew for new content.

Building takes a moment, so it is left to the lane that asks: opening the office and taking up the
office's edits wait for nothing.
"""

from __future__ import annotations

from kiosk.domain.search_answer import Answer, Hit
from kiosk.services.catalogue import Catalogue, OfficeContent
from kiosk.services.search import Search


class Finder:
    """The search over what the office offers, asked in one lane: one index is built at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._built: tuple[OfficeContent, Search] | None = None

    def answer(self, query: str) -> Answer:
        """Return what is to be shown for `query`; a blank one only has the index built."""
        results = self._index().find(query)
        return Answer(query, hits=tuple(Hit(r.code, r.title, r.score) for r in results))

    def _index(self) -> Search:
        content = self._catalogue.content
        if self._built is None or self._built[0] is not content:
            self._built = (content, Search(content.procedures))
        return self._built[1]
