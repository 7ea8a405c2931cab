"""What depends on answers: papers, steps, questions, and being elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.procedure import (
    LIFE_EVENT_CARDS,
    Answers,
    Channel,
    LifeEvent,
    holds,
)
from tests.stories import BIRTH


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, False),
        ({"who": "parent"}, False),
        ({"who": "other"}, False),
        ({"who": "other", "paper": "yes"}, True),
        ({"who": "other", "paper": "no"}, False),
    ],
)
def test_every_question_of_a_condition_must_be_satisfied(answers: Answers, expected: bool) -> None:
    condition = {"who": ("other", "relative"), "paper": ("yes",)}
    assert holds(condition, answers) is expected
    assert holds({}, answers)


def test_papers_questions_and_steps_follow_the_answers() -> None:
    assert [p.id for p in BIRTH.papers_for({})] == ["birth"]
    assert [p.id for p in BIRTH.papers_for({"who": "other", "paper": "yes"})] == ["birth", "proxy"]
    assert [q.id for q in BIRTH.questions_for({})] == ["who"]
    assert [q.id for q in BIRTH.questions_for({"who": "other"})] == ["who", "paper"]
    assert len(BIRTH.steps_for({"who": "parent"})) == 2
    assert len(BIRTH.steps_for({"who": "other"})) == 3


def test_elsewhere_is_offered_only_when_it_applies() -> None:
    assert BIRTH.not_here_for({}) is None
    elsewhere = BIRTH.not_here_for({"paper": "no"})
    assert elsewhere is not None
    assert elsewhere.where == "Công an xã"


def test_a_counter_only_procedure_is_not_guided() -> None:
    counter = replace(BIRTH, channel=Channel.COUNTER)
    assert BIRTH.is_guided
    assert counter.is_counter_only
    assert not counter.is_guided
    assert not replace(BIRTH, steps=()).is_guided


def test_facts_are_checked_only_on_an_official_page() -> None:
    assert BIRTH.facts_checked
    assert not replace(BIRTH, source=replace(BIRTH.source, official=False)).facts_checked


def test_a_step_is_found_whatever_the_answers() -> None:
    step = BIRTH.step("uy-quyen")
    assert step is not None
    assert step.title == "Đính giấy"
    assert BIRTH.step("nothing") is None


def test_home_has_its_eight_tiles_in_order() -> None:
    assert [card.event for card in LIFE_EVENT_CARDS] == list(LifeEvent)
    assert len(LIFE_EVENT_CARDS) == 8
