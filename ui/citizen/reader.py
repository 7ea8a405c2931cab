"""Reads a page aloud: one sentence after the other, each marked while it is said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.services.ports import Speaker
from ui.widgets.readable import Sentence, sentences_of


class Reader(QObject):
    """Keeps what is still to be said of one page, and forgets it when stopped.

    Signals: `turned` tells whether the page is being read now; `went_on` comes with each sentence.
    """

    turned = Signal(bool)
    went_on = Signal()

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._rest: Iterator[Sentence] = iter(())
        self._marked: Sentence | None = None
        self._tickets = count(1)
        self._ticket = 0

    @property
    def is_reading(self) -> bool:
        """Whether a page is being read."""
        return self._marked is not None

    @property
    def sentence(self) -> Sentence | None:
        """The sentence that is being said."""
        return self._marked

    def read(self, page: QWidget, language: str) -> None:
        """Read `page`, in its `language`, from its beginning."""
        self.stop()
        # What no voice can say is passed over, rather than keep silent about all the rest.
        self._rest = filter(self._can_say, sentences_of(page, language))
        self._say_next()
        if self.is_reading:
            self.turned.emit(True)

    @Slot()
    def stop(self) -> None:
        """Fall silent and forget the page."""
        if self._marked is None:
            return
        self._ticket = 0
        self._rest = iter(())
        self._mark(None)
        self._speaker.stop()
        self.turned.emit(False)

    def _can_say(self, sentence: Sentence) -> bool:
        return self._speaker.can_say(sentence.piece.said, sentence.piece.language)

    def _say_next(self) -> None:
        sentence = next((one for one in self._rest if one.is_shown()), None)
        self._mark(sentence)
        if sentence is None:
            return
        self._ticket = next(self._tickets)
        said = partial(self._on_said, self._ticket)
        self._speaker.say(sentence.piece.said, sentence.piece.language, said)
        self.went_on.emit()

    def _on_said(self, ticket: int, was_said: bool) -> None:
        """Go on with the page, unless it has been stopped or cannot be heard."""
        if ticket != self._ticket or self._marked is None:
            return
        if not was_said:
            self.stop()
            return
        self._say_next()
        if not self.is_reading:
            self.turned.emit(False)

    def _mark(self, sentence: Sentence | None) -> None:
        if self._marked is not None:
            self._marked.set_marked(False)
        self._marked = sentence
        if sentence is not None:
            sentence.set_marked(True)
