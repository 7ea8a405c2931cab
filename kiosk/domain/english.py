"""Content in English, as far as someone has translated it; the rest stays Vietnamese, marked.

Translations are found by the Vietnamese text itself. So what the office corrects is shown in its
new words at once, and a translation of the former ones can never stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kiosk.domain.lesson import Lesson, LessonPage, QuizQuestion
from kiosk.domain.procedure import Fact, NotHere, Procedure, Question, RequiredPaper, Step

Translations = Mapping[str, str]
"""Vietnamese text → English text."""

MARK = " ·\u00a0Vietnamese"
"""Stands after a text that has no English."""


def in_english(procedure: Procedure, shared: Translations) -> Procedure:
    """Return the procedure with its own translations, then those that procedures share."""
    tell = _Teller((procedure.english, shared))
    return replace(
        procedure,
        title=tell.alone(procedure.title),
        summary=tell.alone(procedure.summary),
        source=replace(procedure.source, name=tell.name(procedure.source.name)),
        level=tell.fact(procedure.level),
        time=tell.fact(procedure.time) if procedure.time else None,
        fee=tell.fact(procedure.fee) if procedure.fee else None,
        papers=tuple(map(tell.paper, procedure.papers)),
        questions=tuple(map(tell.question, procedure.questions)),
        steps=tuple(map(tell.step, procedure.steps)),
        not_here=tuple(map(tell.place, procedure.not_here)),
        next_steps=tuple(map(tell.alone, procedure.next_steps)),
    )


def lesson_in_english(lesson: Lesson, shared: Translations) -> Lesson:
    """Return a skill lesson with the translations that all content shares."""
    tell = _Teller((shared,))
    return replace(
        lesson,
        title=tell.alone(lesson.title),
        summary=tell.alone(lesson.summary),
        pages=tuple(map(tell.page, lesson.pages)),
        quiz=tuple(map(tell.quiz, lesson.quiz)),
    )


def text_in_english(text: str, *translations: Translations) -> str:
    """Return one text in English, or itself with the mark."""
    return _Teller(translations).alone(text)


def key_facts(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Yield key and text of what someone must know before they go anywhere."""
    yield "title", procedure.title
    yield "summary", procedure.summary
    facts = {"level": procedure.level, "time": procedure.time, "fee": procedure.fee}
    yield from ((f"{key}.text", fact.text) for key, fact in facts.items() if fact)
    yield from ((f"papers[{n}].title", paper.title) for n, paper in enumerate(procedure.papers))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Translates; what is seen together carries one mark, at its first Vietnamese text."""

    translations: tuple[Translations, ...]

    def name(self, text: str) -> str:
        """Return a name in English where it has one; a name needs no mark."""
        return next((table[text] for table in self.translations if text in table), text)

    def alone(self, text: str) -> str:
        """Return a text that stands by itself."""
        return self._together(text)[0]

    def fact(self, fact: Fact) -> Fact:
        """Return a fact; where it was read is a name."""
        source = fact.source and replace(fact.source, name=self.name(fact.source.name))
        return replace(fact, text=self.alone(fact.text), source=source)

    def paper(self, paper: RequiredPaper) -> RequiredPaper:
        """Return a paper with its note."""
        title, note = self._together(paper.title, paper.note)
        return replace(paper, title=title, note=note)

    def question(self, question: Question) -> Question:
        """Return a question with its choices."""
        text, *choices = self._together(question.text, *(c.text for c in question.choices))
        pairs = zip(question.choices, choices, strict=True)
        return replace(
            question, text=text, choices=tuple(replace(one, text=told) for one, told in pairs)
        )

    def step(self, step: Step) -> Step:
        """Return a step; its first aid stands on a page of its own, a hint at a time."""
        title, expect, caution, *instruction = self._together(
            step.title, step.expect, step.caution, *step.instruction
        )
        return replace(
            step,
            title=title,
            expect=expect,
            caution=caution,
            instruction=tuple(instruction),
            picture_alt=self.name(step.picture_alt),
            first_aid={code: self.alone(hint) for code, hint in step.first_aid.items()},
        )

    def place(self, place: NotHere) -> NotHere:
        """Return where to go instead."""
        where, *say = self._together(place.where, *place.say)
        return replace(place, where=where, say=tuple(say))

    def page(self, page: LessonPage) -> LessonPage:
        """Return one page of a lesson."""
        title, *text = self._together(page.title, *page.text)
        return replace(page, title=title, text=tuple(text), picture_alt=self.name(page.picture_alt))

    def quiz(self, question: QuizQuestion) -> QuizQuestion:
        """Return a question with its choices; what is said of one stands on a page of its own."""
        text, *choices = self._together(question.text, *(c.text for c in question.choices))
        pairs = zip(question.choices, choices, strict=True)
        told = (replace(c, text=said, feedback=self.alone(c.feedback)) for c, said in pairs)
        return replace(question, text=text, choices=tuple(told))

    def _together(self, *texts: str) -> list[str]:
        """Return texts that are seen at once."""
        told: list[str] = []
        is_marked = False
        for text in texts:
            needs_mark = bool(text) and not (is_marked or self._has(text))
            told.append(f"{text}{MARK}" if needs_mark else self.name(text))
            is_marked = is_marked or needs_mark
        return told

    def _has(self, text: str) -> bool:
        return any(text in table for table in self.translations)
