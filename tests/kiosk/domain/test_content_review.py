"""What holds of a fact, worked out from its history: states, undoing, what citizens are told."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.content_review import (
    FactCheck,
    FactState,
    Plain,
    Verdict,
    standing_entry,
    standing_of,
)
from tests.support.review import word

OLD: Plain = {"text": "5.000 đồng"}
NEW: Plain = {"text": "8.000 đồng"}
OWN: Plain = {"text": "Không thu"}
RIGHT = word("fee", Verdict.RIGHT, OLD)
CORRECTED = word("fee", Verdict.CORRECTED, OLD, OWN, number=2)
UNSURE = word("fee", Verdict.UNSURE, OLD, number=3)


def undone(number: int) -> object:
    return word("fee", Verdict.UNDONE, OLD, number=number)


def test_nothing_said_leaves_the_shipped_fact_unchecked() -> None:
    standing = standing_of("fee", OLD, None)

    assert (standing.state, standing.value, standing.check) == (FactState.UNCHECKED, OLD, None)
    assert not standing.is_done
    assert not standing.is_open


@pytest.mark.parametrize(
    ("entry", "state", "value"),
    [
        (RIGHT, FactState.RIGHT, OLD),
        (CORRECTED, FactState.CORRECTED, OWN),
        (UNSURE, FactState.UNSURE, OLD),
    ],
)
def test_the_last_word_decides(entry: object, state: FactState, value: Plain) -> None:
    standing = standing_of("fee", OLD, entry)  # type: ignore[arg-type]

    assert (standing.state, standing.value) == (state, value)


@pytest.mark.parametrize(("entry", "value"), [(RIGHT, NEW), (CORRECTED, OWN), (UNSURE, NEW)])
def test_a_shipped_fact_that_changed_is_looked_at_again(entry: object, value: Plain) -> None:
    """The office's own value still wins, but nobody vouches for it any more."""
    standing = standing_of("fee", NEW, entry)  # type: ignore[arg-type]

    assert (standing.state, standing.value) == (FactState.CHANGED, value)
    assert standing.is_open
    assert not standing.is_done


def test_a_release_that_says_what_the_office_said_changes_nothing() -> None:
    assert standing_of("fee", OWN, CORRECTED).state is FactState.CORRECTED


def test_citizens_are_told_the_day_at_the_office() -> None:
    """01:00 UTC on the 22nd is 08:00 in Hanoi."""
    check = standing_of("fee", OLD, RIGHT).check

    assert check == FactCheck(date(2026, 11, 22), is_sure=True)


def test_citizens_are_told_of_a_doubt_even_when_the_shipped_fact_changed() -> None:
    for shipped in (OLD, NEW):
        check = standing_of("fee", shipped, UNSURE).check
        assert check is not None
        assert not check.is_sure


def test_citizens_are_not_told_of_a_check_that_a_change_has_overtaken() -> None:
    assert standing_of("fee", NEW, RIGHT).check is None
    assert standing_of("fee", NEW, CORRECTED).check is None


def test_undoing_brings_back_the_word_before() -> None:
    history = [RIGHT, CORRECTED, undone(4)]

    assert standing_entry(history) == RIGHT  # type: ignore[arg-type]


def test_undoing_twice_goes_back_two_words() -> None:
    history = [RIGHT, CORRECTED, undone(4), undone(5)]

    assert standing_entry(history) is None  # type: ignore[arg-type]


def test_a_word_after_undoing_stands_and_can_be_undone_alone() -> None:
    again = word("fee", Verdict.CORRECTED, OLD, NEW, number=6)

    assert standing_entry([RIGHT, undone(4), again]) == again  # type: ignore[list-item]
    assert standing_entry([RIGHT, again, undone(7)]) == RIGHT  # type: ignore[list-item]


def test_undoing_nothing_does_nothing() -> None:
    assert standing_entry([undone(1), RIGHT]) == RIGHT  # type: ignore[list-item]
