"""The citizen's shell, as far as finding goes: what was typed, its answer, and nothing kept of it.

Every key asks anew, in a lane of its own and one question at a time: while one is being answered
only the newest text waits, and an answer to an older text is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.procedure import LIFE_EVENT_CARDS
from kiosk.domain.search_answer import Answer, AnswerKind
from kiosk.domain.speech.sentences import VIETNAMESE
from kiosk.domain.text import shortened
from ui.citizen import wishes as w
from ui.citizen.models import FoundCard, ListedModel, SearchModel
from ui.lanes import Lane

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell

_ICONS = {card.event: card.icon for card in LIFE_EVENT_CARDS}
_LISTED_ICON = "file-text"
_LONGEST_NAME = 90
"""Characters of an official name that a tile shows; its page has the whole of it."""


class SearchSide(QObject):
    """The search of one visit."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._text = ""
        self._asked: str | None = None
        self._answer: Answer | None = None

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.OpenSearch: self._on_open,
            w.SearchFor: self._on_search_for,
            w.OpenListed: self._on_listed,
        }

    @Slot()
    def warm_up(self) -> None:
        """Have the index built before anybody types, and anew for other content."""
        desk = self._shell.desk
        desk.lanes.run(Lane.SEARCH, partial(desk.find, ""))

    def forget(self) -> None:
        """Let go of what was typed and found; an answer on its way is dropped with the visit."""
        self._text, self._asked, self._answer = "", None, None

    def model(self) -> SearchModel:
        """Return what was typed and what is known about it."""
        answer = self._answer
        if answer is None:
            return SearchModel(self._text)
        catalogue = self._shell.desk.catalogue
        lessons = {lesson.id: lesson for lesson in self._shell.desk.lessons}
        lesson = lessons.get(answer.lesson_id)
        return SearchModel(
            text=self._text,
            kind=answer.kind,
            question=self._told(answer.question),
            say=tuple(map(self._told, answer.say)),
            cards=tuple(self._cards(answer)),
            lesson=catalogue.lesson_told(lesson, self._language) if lesson else None,
        )

    def listed_model(self, place: Place) -> ListedModel:
        """Return the entry of the national catalogue that `place` is about."""
        entry = self._shell.desk.catalogue.national_by_code(place.procedure_code)
        if entry is None:
            raise BugError(f"no entry {place.procedure_code} in the national catalogue")
        return ListedModel(replace(entry, name=self._told(entry.name)))

    @property
    def _language(self) -> str:
        return self._shell.looks.language

    def _told(self, text: str) -> str:
        """Return a text that belongs to no procedure in the citizen's language."""
        return self._shell.desk.catalogue.told(text, "", self._language)

    def _cards(self, answer: Answer) -> Iterator[FoundCard]:
        """Yield a tile for everything that can be opened."""
        if answer.kind is AnswerKind.ASK:
            found = [(t.code, self._told(t.text), self._told(t.detail)) for t in answer.tiles]
        else:
            # What was found has its own translation, if it is not read in Vietnamese anyway.
            is_vietnamese = self._language == VIETNAMESE
            found = [(hit.code, hit.title if is_vietnamese else "", "") for hit in answer.hits]
        catalogue = self._shell.builder.catalogue
        for code, text, detail in found:
            procedure = catalogue.by_code(code)
            entry = catalogue.national_by_code(code)
            if procedure is not None:
                icon = _ICONS[procedure.life_events[0]]
                yield FoundCard(code, text or procedure.title, detail or procedure.summary, icon)
            elif entry is not None:
                name = self._told(shortened(text or entry.name, _LONGEST_NAME))
                yield FoundCard(code, name, entry.level, _LISTED_ICON, is_ours=False)

    def _on_open(self, _wish: w.OpenSearch) -> None:
        self._shell.present()
        self.forget()
        self._shell.go(Place(ScreenName.SEARCH))

    def _on_search_for(self, wish: w.SearchFor) -> None:
        self._text = wish.text
        if wish.text.strip():
            self._ask()
        else:
            self._answer = None
            self._show()

    def _on_listed(self, wish: w.OpenListed) -> None:
        self._shell.go(Place(ScreenName.LISTED, procedure_code=wish.code))

    def _ask(self) -> None:
        """Ask for what stands in the field, unless a question is still being answered."""
        if self._asked is not None:
            return
        text = self._asked = self._text
        desk, visit = self._shell.desk, self._shell.present()
        desk.lanes.run(
            Lane.SEARCH,
            partial(desk.find, text),
            partial(self._on_answer, text),
            partial(self._on_failed, text),
            visit=visit.number,
        )

    def _on_answer(self, text: str, answer: Answer) -> None:
        """Show the answer to `text`, or ask again when more was typed meanwhile."""
        if text == self._asked:
            self._asked = None
        if text == self._text:
            self._answer = answer
            self._show()
        elif self._text.strip():
            self._ask()

    def _on_failed(self, text: str, _error: KnownError | BugError) -> None:
        """Say that nothing was found, which is true, and leave the yellow button."""
        self._on_answer(text, Answer(text))

    def _show(self) -> None:
        if self._shell.flow.current.screen is ScreenName.SEARCH:
            self._shell.show()
