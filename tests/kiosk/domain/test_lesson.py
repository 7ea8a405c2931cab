"""The tip of the day: which one, and that lessons take turns."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from kiosk.domain.lesson import Lesson, Tip, tip_of_the_day

DAY = date(2026, 11, 23)


def lesson(name: str, tips: int) -> Lesson:
    told = tuple(Tip(f"{name}{number}", "") for number in range(tips))
    return Lesson(name, 1, name, name, "book-open", (), (), told)


def texts(*lessons: Lesson, days: int) -> list[str]:
    shown = (tip_of_the_day(lessons, DAY + timedelta(days=number)) for number in range(days))
    return [tip.text for tip in shown if tip]


def test_without_tips_there_is_none() -> None:
    assert tip_of_the_day((), DAY) is None
    assert tip_of_the_day((lesson("a", 0),), DAY) is None


def test_every_tip_has_its_day_and_the_same_day_the_same_tip() -> None:
    lessons = lesson("a", 2), lesson("b", 1), lesson("c", 2)
    assert sorted(texts(*lessons, days=5)) == ["a0", "a1", "b0", "c0", "c1"]
    assert tip_of_the_day(lessons, DAY) == tip_of_the_day(lessons, DAY + timedelta(days=5))


def test_neighbouring_days_come_from_different_lessons() -> None:
    shown = texts(lesson("a", 3), lesson("b", 3), days=12)
    assert all(one[0] != other[0] for one, other in pairwise(shown))
