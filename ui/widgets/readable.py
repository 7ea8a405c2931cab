"""What a page says in words, sentence by sentence, taken from the texts its widgets paint.

No page has a list of its own for reading aloud: whatever stands on it in words is read where it
stands, and nothing is read that is not to be seen. What somebody types is painted by Qt and not by
a text of ours, so it is never among these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.domain.speech.sentences import Piece, pieces
from ui.widgets.reading_order import in_reading_order
from ui.widgets.text_flow import TextFlow

_SILENT = "silent"


@runtime_checkable
class Readable(Protocol):
    """A widget that paints words."""

    def flows(self) -> Sequence[TextFlow]:
        """Return the texts it paints now, in the order they are read in."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence where it stands."""

    widget: QWidget
    flow: TextFlow
    piece: Piece

    @property
    def shown(self) -> str:
        """The words as they stand on the page."""
        return self.flow.plain[self.piece.start : self.piece.end]

    def is_shown(self) -> bool:
        """Return whether it still stands where it was found."""
        if not isValid(self.widget) or not self.widget.isVisible():
            return False
        return isinstance(self.widget, Readable) and self.flow in self.widget.flows()

    def set_marked(self, marked: bool) -> None:
        """Mark the sentence as the one being read, or no longer."""
        self.flow.mark = (self.piece.start, self.piece.end) if marked else None
        if isValid(self.widget):
            self.widget.update()


def sentences_of(page: QWidget, language: str) -> list[Sentence]:
    """Return what `page`, in its `language`, says now, in the order of reading."""
    return [
        Sentence(widget, flow, piece)
        for widget in (page, *in_reading_order(page, but=_is_silent))
        if isinstance(widget, Readable)
        for flow in widget.flows()
        for piece in pieces(flow.plain, language)
    ]


def texts_of(widget: QWidget) -> list[str]:
    """Return every text of `widget` and its parts, also while it stands on another page."""
    parts = (widget, *(part for part in widget.findChildren(QWidget) if not part.isHidden()))
    flows = (flow for part in parts if isinstance(part, Readable) for flow in part.flows())
    return [flow.plain for flow in flows if flow.plain]


def keep_silent(widget: QWidget) -> None:
    """Never read `widget` and what stands in it aloud: keys, or what a person has entered."""
    widget.setProperty(_SILENT, True)


def keeps_silent(widget: QWidget) -> bool:
    """Return whether `widget` stands in a part that is never read aloud."""
    parent = widget.parentWidget()
    return _is_silent(widget) or (parent is not None and keeps_silent(parent))


def _is_silent(widget: QWidget) -> bool:
    return bool(widget.property(_SILENT))
