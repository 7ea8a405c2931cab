"""Skill lessons, "Học kỹ năng số trong 5 phút": a few pages, then three questions.

A lesson is content like a procedure: one TOML file validated straight into these classes. A quiz
never marks anybody: every answer has a kind sentence of its own, and the right one says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LessonPage:
    """One page: a heading, two or three short sentences, and a picture."""

    title: str
    text: tuple[str, ...]
    picture: str
    picture_alt: str


@dataclass(frozen=True, slots=True)
class QuizChoice:
    """One answer; `feedback` is what is said to whoever chose it, right or not."""

    text: str
    feedback: str
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """One question with exactly one right choice."""

    text: str
    choices: tuple[QuizChoice, ...]


@dataclass(frozen=True, slots=True)
class Tip:
    """What the resting screen says on one day: the advice, and a line that gives the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """One skill lesson; `id` is the name of its file, `order` its place in the list."""

    id: str
    order: int
    title: str
    summary: str
    icon: str
    pages: tuple[LessonPage, ...]
    quiz: tuple[QuizQuestion, ...]
    tips: tuple[Tip, ...]


def tip_of_the_day(lessons: Sequence[Lesson], day: date) -> Tip | None:
    """Return the tip of `day`: all lessons take turns, then their next tips; None without any.

    Neighbouring days come from different lessons, and every counter of an office shows the same.
    """
    turns = max((len(lesson.tips) for lesson in lessons), default=0)
    tips = [
        lesson.tips[turn] for turn in range(turns) for lesson in lessons if turn < len(lesson.tips)
    ]
    return tips[day.toordinal() % len(tips)] if tips else None
