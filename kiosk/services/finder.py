"""Answers what citizens type; the index is built at the first question, wherever that is asked.

Building takes a moment, so it is left to the lane that asks: opening the office waits for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kiosk.domain.procedure import Procedure
from kiosk.domain.search_answer import Answer, Hit
from kiosk.services.search import Search


class Finder:
    """The search over the office's procedures; asked in one lane, so one index is built."""

    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self._procedures = tuple(procedures)

    def answer(self, query: str) -> Answer:
        """Return what is to be shown for `query`; a blank one only has the index built."""
        results = self._search.find(query)
        return Answer(query, hits=tuple(Hit(r.code, r.title, r.score) for r in results))

    @cached_property
    def _search(self) -> Search:
        return Search(self._procedures)
