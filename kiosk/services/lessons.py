"""Reads the skill lessons and checks what their shape cannot say.

The same two rules as for procedures: a problem is one line with file and key path, and one broken
file never takes the others with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter

from kiosk.domain.lesson import Lesson
from kiosk.services.content import ContentError, shaped
from kiosk.services.content_check import Finding, citizen_faults
from kiosk.services.plain_language import spelling_fault

FEWEST_PAGES, MOST_PAGES = 4, 6
QUESTIONS = 3
FEWEST_CHOICES, MOST_CHOICES = 2, 3
MOST_SENTENCES = 3

Text = tuple[str, str]
"""Key path and what is written, or what is wrong, there."""

_ADAPTER = TypeAdapter(tuple[Lesson], config=ConfigDict(extra="forbid"))


@dataclass(frozen=True, slots=True)
class Lessons:
    """What could be read, in the order of the list, and what could not."""

    lessons: tuple[Lesson, ...]
    problems: tuple[ContentError, ...] = ()


def read_lessons(files: Iterable[Path]) -> Lessons:
    """Read every file; what is broken is told in `problems` and does not stop the rest."""
    lessons: list[Lesson] = []
    problems: list[ContentError] = []
    for path in files:
        try:
            lessons.append(load_lesson(path))
        except ContentError as problem:
            problems.append(problem)
    return Lessons(tuple(sorted(lessons, key=lambda one: (one.order, one.id))), tuple(problems))


def load_lesson(path: Path) -> Lesson:
    """Return the lesson of one file; raises ContentError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(path.name, "", f"cannot be read as TOML ({error})") from error
    lesson = shaped(_ADAPTER, table, path.name)
    if lesson.id != path.stem:
        raise ContentError(path.name, "id", f"the file must be named {lesson.id}.toml")
    if not lesson.pages:
        raise ContentError(path.name, "pages", "a lesson without pages cannot be opened")
    return lesson


def check_lessons(
    lessons: Lessons, pictures: Collection[str], icons: Collection[str]
) -> list[Finding]:
    """Return all that is to be mended, file by file; empty when all is well."""
    findings = [Finding(p.file, p.key or "file", p.reason) for p in lessons.problems]
    for lesson in lessons.lessons:
        faults = (*_wording(lesson), *_sizes(lesson), *_dead_references(lesson, pictures, icons))
        findings += [Finding(f"{lesson.id}.toml", key, what) for key, what in faults]
    return findings


def lesson_texts(lesson: Lesson) -> Iterator[Text]:
    """Yield every text that a citizen reads, with its key path."""
    yield "title", lesson.title
    yield "summary", lesson.summary
    for i, page in enumerate(lesson.pages):
        yield f"pages[{i}].title", page.title
        yield from ((f"pages[{i}].text[{j}]", text) for j, text in enumerate(page.text))
        yield f"pages[{i}].picture_alt", page.picture_alt
    for i, question in enumerate(lesson.quiz):
        yield f"quiz[{i}].text", question.text
        for j, choice in enumerate(question.choices):
            yield f"quiz[{i}].choices[{j}].text", choice.text
            yield f"quiz[{i}].choices[{j}].feedback", choice.feedback
    for i, tip in enumerate(lesson.tips):
        yield f"tips[{i}].text", tip.text
        yield f"tips[{i}].reason", tip.reason


def _wording(lesson: Lesson) -> Iterator[Text]:
    for key, text in lesson_texts(lesson):
        yield from ((key, fault) for fault in citizen_faults(text))
        if fault := spelling_fault(text):
            yield key, fault


def _sizes(lesson: Lesson) -> Iterator[Text]:
    if not FEWEST_PAGES <= len(lesson.pages) <= MOST_PAGES:
        yield "pages", f"not {FEWEST_PAGES} to {MOST_PAGES} pages"
    for i, page in enumerate(lesson.pages):
        if not 1 <= len(page.text) <= MOST_SENTENCES:
            yield f"pages[{i}].text", f"not 1 to {MOST_SENTENCES} sentences"
    if len(lesson.quiz) != QUESTIONS:
        yield "quiz", f"not {QUESTIONS} questions"
    for i, question in enumerate(lesson.quiz):
        if not FEWEST_CHOICES <= len(question.choices) <= MOST_CHOICES:
            yield f"quiz[{i}].choices", f"not {FEWEST_CHOICES} to {MOST_CHOICES} choices"
        if sum(choice.is_right for choice in question.choices) != 1:
            yield f"quiz[{i}].choices", "not exactly one right choice"
    if not lesson.tips:
        yield "tips", "no tip for the resting screen"


def _dead_references(
    lesson: Lesson, pictures: Collection[str], icons: Collection[str]
) -> Iterator[Text]:
    if lesson.icon not in icons:
        yield "icon", f"there is no icon {lesson.icon!r}"
    for i, page in enumerate(lesson.pages):
        if page.picture not in pictures:
            yield f"pages[{i}].picture", f"there is no picture {page.picture!r}"
