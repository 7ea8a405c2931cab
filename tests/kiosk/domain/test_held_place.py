"""A kept place: what its code carries, and what becomes of it when the content has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from kiosk.app import load_catalogue
from kiosk.domain.errors import BugError
from kiosk.domain.held_place import (
    VALID_DAYS,
    HeldPlace,
    PlaceProblem,
    can_be_held,
    find_place,
    mark_of,
    procedure_code_of,
)
from kiosk.domain.place_code import (
    STATE_BITS,
    PlaceMark,
    is_place_code,
    read_place,
    sign_place,
)
from kiosk.domain.procedure import Choice, Procedure, Question, RequiredPaper
from kiosk.domain.slip_code import (
    ALPHABET,
    CodeProblem,
    CodeRefused,
    SlipMark,
    new_code,
    read,
    sign,
)
from tests.stories import BIRTH

TAG, KEY = 0xA5C3, b"k" * 32
TODAY = date(2026, 11, 23)
LAST = TODAY + timedelta(VALID_DAYS)
CODE = "4K7T20BH6"
PROXY = HeldPlace(
    BIRTH.code,
    "uy-quyen",
    {"who": "other", "paper": "yes"},
    frozenset({"proxy"}),
)


def mark(place: HeldPlace = PROXY, procedure: Procedure = BIRTH, last: date = LAST) -> PlaceMark:
    return mark_of(new_code(), place, procedure, last)


def problem(payload: str, tag: int = TAG, key: bytes = KEY) -> CodeProblem:
    with pytest.raises(CodeRefused) as refused:
        read_place(payload, tag, key)
    return refused.value.problem


# The payload


def test_what_was_signed_is_read_back_and_is_no_longer_than_the_rule() -> None:
    for one in (mark(), mark(HeldPlace(BIRTH.code))):
        payload = sign_place(one, TAG, KEY)
        assert read_place(f" {payload.lower()}\r\n", TAG, KEY) == one
        assert len(payload) == 48
        assert set(payload) <= set(ALPHABET)
        assert is_place_code(payload)


def test_it_is_told_from_a_slip_and_neither_is_taken_for_the_other() -> None:
    slip = sign(SlipMark(new_code(), 1), TAG, KEY)
    payload = sign_place(mark(), TAG, KEY)
    assert not is_place_code(slip)
    assert problem(slip) is CodeProblem.DAMAGED
    with pytest.raises(CodeRefused, match="damaged"):
        read(payload, TAG, KEY)


def test_slips_printed_before_places_could_be_kept_are_still_read() -> None:
    old = "05GG6N2VM07M234BQ803247L3156PVG4BH"
    assert sign(SlipMark("4K7T20BH6", 3), TAG, KEY) == old
    assert read(old, TAG, KEY) == SlipMark("4K7T20BH6", 3)


def test_damage_forgery_and_strangers_are_told_apart() -> None:
    one = mark()
    payload = sign_place(one, TAG, KEY)
    assert problem(sign_place(one, TAG ^ 1, KEY)) is CodeProblem.FOREIGN
    assert problem(sign_place(one, TAG, b"x" * 32)) is CodeProblem.FORGED
    for at, right in enumerate(payload):
        wrong = ALPHABET[(ALPHABET.index(right) + 5) % len(ALPHABET)]
        assert problem(payload[:at] + wrong + payload[at + 1 :]) is CodeProblem.DAMAGED
        assert problem(payload[:at] + payload[at + 1 :]) is CodeProblem.DAMAGED
        with pytest.raises(CodeRefused, match="damaged"):
            read(payload[:at] + payload[at + 1 :], TAG, KEY)


# The place


@pytest.mark.parametrize(
    "place",
    [
        PROXY,
        HeldPlace(BIRTH.code),
        HeldPlace(BIRTH.code, "dang-nhap"),
        HeldPlace(BIRTH.code, "dien-to-khai", {"who": "parent"}, frozenset({"birth"})),
        HeldPlace(BIRTH.code, "", {"who": "other", "paper": "yes"}, frozenset({"birth", "proxy"})),
    ],
)
def test_the_same_place_is_found_until_its_last_day(place: HeldPlace) -> None:
    for days in (0, 1, VALID_DAYS):
        found = find_place(mark(place), BIRTH, TODAY + timedelta(days))
        assert (found.place, found.last_day, found.problem) == (place, LAST, None)


@pytest.mark.parametrize("days", [1, 30, 400, 1000])
def test_afterwards_only_the_procedure_is_found(days: int) -> None:
    found = find_place(mark(), BIRTH, LAST + timedelta(days))
    assert found.problem is PlaceProblem.EXPIRED
    assert found.place == HeldPlace(BIRTH.code)
    assert found.last_day == LAST


def test_a_guide_that_changed_loses_the_step_and_keeps_the_papers() -> None:
    login, form, proxy = BIRTH.steps
    gone = replace(BIRTH, steps=(login, form))
    moved = replace(BIRTH, steps=(login, proxy, form))
    narrower = replace(BIRTH, steps=(login, form, replace(proxy, when={"who": ("parent",)})))
    for procedure in (gone, moved, narrower):
        found = find_place(mark(), procedure, TODAY)
        assert found.problem is PlaceProblem.STEP_GONE
        assert found.place == replace(PROXY, step_id="")


def test_words_may_be_corrected_without_losing_the_place() -> None:
    papers = tuple(replace(paper, title=f"{paper.title} mới") for paper in BIRTH.papers)
    steps = tuple(replace(step, title=f"{step.title} mới") for step in BIRTH.steps)
    found = find_place(mark(), replace(BIRTH, papers=papers, steps=steps), TODAY)
    assert (found.place, found.problem) == (PROXY, None)


@pytest.mark.parametrize(
    "procedure",
    [
        replace(BIRTH, papers=BIRTH.papers[1:]),
        replace(BIRTH, papers=(*BIRTH.papers, RequiredPaper("photo", "Ảnh"))),
        replace(
            BIRTH, papers=(replace(BIRTH.papers[0], when={"who": ("other",)}), BIRTH.papers[1])
        ),
        replace(BIRTH, questions=BIRTH.questions[:1]),
    ],
)
def test_nothing_is_ticked_that_nobody_ticked(procedure: Procedure) -> None:
    found = find_place(mark(), procedure, TODAY)
    assert found.problem is PlaceProblem.PAPERS_CHANGED
    assert found.place == HeldPlace(BIRTH.code)


def test_a_procedure_that_is_gone_is_named_by_its_code() -> None:
    for procedure in (None, replace(BIRTH, steps=())):
        found = find_place(mark(), procedure, TODAY)
        assert found.problem is PlaceProblem.PROCEDURE_GONE
        assert found.place.procedure_code == procedure_code_of(mark()) == BIRTH.code


def test_only_a_guided_procedure_with_a_national_code_can_be_held() -> None:
    assert can_be_held(BIRTH)
    for other in (replace(BIRTH, steps=()), replace(BIRTH, code="1.001193.H26")):
        assert not can_be_held(other)
        with pytest.raises(BugError):
            mark_of(CODE, HeldPlace(other.code), other, LAST)


def test_of_too_many_papers_the_last_are_not_carried_and_no_others_are_ticked() -> None:
    papers = tuple(RequiredPaper(f"p{n}", "Giấy") for n in range(30))
    many = replace(BIRTH, papers=papers)
    place = HeldPlace(BIRTH.code, "dang-nhap", {}, frozenset(p.id for p in papers))
    found = find_place(mark(place, many), many, TODAY)
    assert found.problem is None
    assert found.place.ticked < place.ticked
    assert len(found.place.ticked) >= STATE_BITS - 4


def test_more_answers_than_a_code_carries_are_our_own_fault() -> None:
    asks = tuple(
        Question(f"q{n}", "?", tuple(Choice(f"c{m}", "") for m in range(3))) for n in range(10)
    )
    with pytest.raises(BugError, match="asks more"):
        mark(procedure=replace(BIRTH, questions=asks))


# Every shipped procedure


def stands(procedure: Procedure) -> Iterator[HeldPlace]:
    """Yield a place under every way to answer, with all its papers ticked."""
    choices = [[None, *(c.id for c in q.choices)] for q in procedure.questions]
    for chosen in product(*choices):
        pairs = zip(procedure.questions, chosen, strict=True)
        answers = {question.id: choice for question, choice in pairs if choice}
        papers = frozenset(paper.id for paper in procedure.papers_for(answers))
        steps = procedure.steps_for(answers)
        yield HeldPlace(procedure.code, steps[-1].id if steps else "", answers, papers)


def test_every_place_of_every_shipped_guide_is_carried_whole() -> None:
    guided = [procedure for procedure in load_catalogue().all if procedure.is_guided]
    assert len(guided) > 30
    for procedure in guided:
        assert can_be_held(procedure)
        for place in stands(procedure):
            found = find_place(mark(place, procedure), procedure, TODAY)
            assert (found.place, found.problem) == (place, None)
