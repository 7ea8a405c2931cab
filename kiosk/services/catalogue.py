"""What this office has to offer, in memory: procedures by code or life event, the national list.

Shipped content is laid out at start; what the office has edited is taken up then and whenever it
changes. All of it is exchanged at once, so that a reader in any thread sees one state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.domain.content_review import FactCheck
from kiosk.domain.english import (
    Translations,
    in_english,
    lesson_in_english,
    text_in_english,
)
from kiosk.domain.lesson import Lesson
from kiosk.domain.national import NationalEntry
from kiosk.domain.procedure import LIFE_EVENT_CARDS, LifeEvent, Procedure
from kiosk.domain.speech.sentences import ENGLISH

_LEADING = {card.event: card.leading for card in LIFE_EVENT_CARDS}

Checks = Mapping[str, FactCheck]
"""Path of a fact → the office's word on it."""


@dataclass(frozen=True, slots=True)
class OfficeContent:
    """Procedures with the office's edits, its word on their facts by code, the national list."""

    procedures: tuple[Procedure, ...]
    checks: Mapping[str, Checks] = field(default_factory=dict)
    national: tuple[NationalEntry, ...] = ()


class Catalogue:
    """All procedures of the office, in the order they were given."""

    def __init__(
        self, procedures: Iterable[Procedure], english: Translations = MappingProxyType({})
    ) -> None:
        self._english = english
        self.take(OfficeContent(tuple(procedures)))

    def take(self, content: OfficeContent) -> None:
        """Offer this content from now on."""
        self._shelf = _Shelf(content)

    def in_language(self, language: str) -> Catalogue:
        """Return it as citizens read it in a language: in English, what is translated.

        Codes, questions and steps are the same, so whatever was chosen holds in both.
        """
        if language != ENGLISH:
            return self
        shelf = self._shelf
        if shelf.in_english is None:
            told = tuple(in_english(one, self._english) for one in shelf.content.procedures)
            shelf.in_english = Catalogue(())
            shelf.in_english.take(replace(shelf.content, procedures=told))
        return shelf.in_english

    def told(self, text: str, code: str, language: str) -> str:
        """Return a text that was stored about a procedure as citizens read it in a language."""
        procedure = self.by_code(code)
        if language != ENGLISH or not text:
            return text
        return text_in_english(text, procedure.english if procedure else {}, self._english)

    def lesson_told(self, lesson: Lesson, language: str) -> Lesson:
        """Return a skill lesson as citizens read it in a language."""
        return lesson_in_english(lesson, self._english) if language == ENGLISH else lesson

    @property
    def content(self) -> OfficeContent:
        """All of it, in one state."""
        return self._shelf.content

    @property
    def all(self) -> tuple[Procedure, ...]:
        """Every procedure."""
        return self._shelf.content.procedures

    @property
    def national(self) -> tuple[NationalEntry, ...]:
        """The imported national catalogue, by code; empty until the office has imported one."""
        return self._shelf.content.national

    def by_code(self, code: str) -> Procedure | None:
        """Return the procedure of that code or superseded code, or None."""
        return self._shelf.by_code.get(code)

    def national_by_code(self, code: str) -> NationalEntry | None:
        """Return the national catalogue's entry of that code, or None."""
        return self._shelf.national_by_code.get(code)

    @property
    def known(self) -> Mapping[str, Procedure]:
        """Every procedure by its code, and by the codes it had before."""
        return self._shelf.by_code

    @property
    def other_titles(self) -> Mapping[str, str]:
        """What codes are called that are none of `all`: former ones, the national catalogue's."""
        return self._shelf.other_titles

    def title_of(self, code: str) -> str:
        """Return what a code is called, in our words or the national catalogue's; "" if unknown."""
        procedure = self.by_code(code)
        return procedure.title if procedure else self.other_titles.get(code, "")

    def checks(self, code: str) -> Checks:
        """Return the office's word on the facts of a procedure; empty where it has none."""
        return self._shelf.content.checks.get(code, {})

    def of_event(self, event: LifeEvent) -> tuple[Procedure, ...]:
        """Return the procedures under one home tile: those asked for most, then its own, then all.

        So registering a death stands above the same done at home, which few people need.
        """
        leading = _LEADING[event]

        def place(procedure: Procedure) -> tuple[int, bool]:
            code = procedure.code
            is_borrowed = procedure.life_events[0] is not event
            return (leading.index(code) if code in leading else len(leading), is_borrowed)

        return tuple(sorted((p for p in self.all if event in p.life_events), key=place))

    def counts(self) -> Mapping[LifeEvent, int]:
        """Return how many procedures each life event has, none left out."""
        return {event: len(self.of_event(event)) for event in LifeEvent}


class _Shelf:
    """One state of the content, with what finds things in it."""

    def __init__(self, content: OfficeContent) -> None:
        self.content = content
        self.in_english: Catalogue | None = None
        procedures = content.procedures
        old = {code: p for p in procedures for code in p.other_codes}
        # A code in use always wins over the same code as somebody's former one.
        self.by_code: Mapping[str, Procedure] = old | {p.code: p for p in procedures}
        self.national_by_code = {entry.code: entry for entry in content.national}
        listed = {entry.code: entry.title for entry in content.national}
        former = {code: procedure.title for code, procedure in old.items()}
        self.other_titles: Mapping[str, str] = listed | former
