"""The bars of the search, on phrases citizens would use, with and without their own synonyms."""

from __future__ import annotations

from functools import cache

import pytest

from kiosk.services.content import load_procedures
from kiosk.services.lessons import read_lessons
from kiosk.services.search import Search
from kiosk.services.search.evaluation import Figures, Phrase, measure, without_phrases
from kiosk.services.search.topics import shipped_topics
from resources import lesson_files, procedure_files
from tests.support.phrases import AMBIGUOUS, GIVEN, HELD_OUT, phrases_in

SHIPPED = (load_procedures(procedure_files()), shipped_topics())
LESSONS = read_lessons(lesson_files()).lessons


def figures(phrases: tuple[Phrase, ...], *, dropping: bool = False) -> Figures:
    """Return how the search does, once more without the synonyms that equal a phrase."""
    procedures, topics = without_phrases(*SHIPPED, phrases) if dropping else SHIPPED
    return measure(Search(procedures, LESSONS, (), topics).answer, phrases)


@cache
def held_out() -> Figures:
    return figures(phrases_in(HELD_OUT))


def told(found: Figures) -> str:
    return "\n".join(f"{m.phrase.text}: {m.kind} {m.codes}" for m in found.misses)


@pytest.mark.parametrize(("dropping", "first", "three"), [(False, 0.92, 0.98), (True, 0.80, 0.92)])
def test_the_given_phrases(dropping: bool, first: float, three: float) -> None:
    found = figures(phrases_in(GIVEN), dropping=dropping)
    assert found.clear == 160
    assert found.first >= first * found.clear, told(found)
    assert found.among_three >= three * found.clear, told(found)


def test_ambiguous_phrases_are_not_guessed() -> None:
    found = figures(phrases_in(AMBIGUOUS))
    assert found.ambiguous == 19
    assert found.separated >= 0.9 * found.ambiguous, told(found)


def test_the_held_out_phrases_are_many_and_not_the_given_ones() -> None:
    phrases = phrases_in(HELD_OUT)
    given = {phrase.text.lower() for phrase in (*phrases_in(GIVEN), *phrases_in(AMBIGUOUS))}
    assert len(phrases) >= 400
    assert not given & {phrase.text.lower() for phrase in phrases}


def test_the_held_out_phrases() -> None:
    found = held_out()
    assert found.first >= 0.92 * found.clear, told(found)
    assert found.among_three >= 0.98 * found.clear, told(found)


def test_held_out_ambiguous_phrases_are_not_guessed() -> None:
    found = held_out()
    assert found.ambiguous >= 70
    assert found.separated >= 0.9 * found.ambiguous, told(found)
