"""Shows in the page what is to be pressed, and hears whether it is there: a step's id, or nothing.

Each search has a number, so that an answer of a page that has gone is not taken for one of the page
that came.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtCore import QObject, Signal, Slot

from ui.portal.models import Search

Run = Callable[[str, Callable[[object], None]], None]
"""Runs a script in the world of ours and hands its result over."""


class PageHints(QObject):
    """The page's side of following.

    Signals: `found` carries the number of a search and the id of the step that was found, "" for
    none; it comes at least once for each search, and whenever the page changes so that it differs.
    """

    found = Signal(int, str)

    def __init__(self, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run

    def seek(self, search: Search | None) -> None:
        """Look for something from now on, or for nothing any more."""
        wanted = json.dumps(None if search is None else asdict(search), ensure_ascii=True)
        self._run(f"globalThis.dongHanhSo?.seek({wanted})", _nothing)

    @Slot(int, str)
    def spotted(self, number: int, step_id: str) -> None:
        """Take what the script tells; it can tell nothing else."""
        self.found.emit(number, step_id)


def _nothing(_answer: object) -> None:
    """Take no answer: what was found comes over the channel."""
