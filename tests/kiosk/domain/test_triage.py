"""The points that say who is visited first, each with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.assistance import AgeBand
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.person import Person
from kiosk.domain.triage import TRIAGE_LABELS, TriageReason, TriageWeights, triage
from tests.db.samples import FOLLOW_UP

ANYBODY = Person("p", "Nguyễn Văn A", "v", birth_year=1990, phone="0912345678")
CASE = replace(FOLLOW_UP, person=ANYBODY)


def with_person(**changes: object) -> FollowUp:
    return replace(CASE, person=replace(ANYBODY, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("case", "km", "reason", "points"),
    [
        (with_person(birth_year=1951), None, TriageReason.FROM_75, 3),
        (with_person(hard_to_move=True), None, TriageReason.HARD_TO_MOVE, 4),
        (with_person(lives_alone=True), None, TriageReason.LIVES_ALONE, 2),
        (replace(CASE, times_came=2), None, TriageReason.CAME_AGAIN, 3),
        (with_person(phone=""), None, TriageReason.NO_PHONE, 1),
        (CASE, 5.1, TriageReason.FAR, 1),
    ],
)
def test_each_reason_counts_by_itself(
    case: FollowUp, km: float | None, reason: TriageReason, points: int
) -> None:
    found = triage(case, 2026, km)
    assert found.points == ((reason, points),)
    assert found.score == points


def test_whoever_has_no_reason_has_no_points() -> None:
    assert triage(CASE, 2026, 5.0).points == ()
    assert triage(with_person(birth_year=1952), 2026).score == 0


def test_reasons_add_up_and_a_person_who_is_not_known_has_only_the_distance() -> None:
    all_of_them = with_person(birth_year=1940, hard_to_move=True, lives_alone=True, phone="")
    found = triage(replace(all_of_them, times_came=3), 2026, 9.0)
    assert [reason for reason, _ in found.points] == list(TriageReason)
    assert (found.score, found.times_came) == (14, 3)
    assert triage(replace(CASE, person=None), 2026, 9.0).score == 1


def test_an_age_band_stands_in_for_a_birth_year_that_is_not_known() -> None:
    old = replace(CASE, age_band=AgeBand.FROM_75)
    assert triage(replace(old, person=replace(ANYBODY, birth_year=None)), 2026).score == 3
    assert triage(old, 2026).score == 0


def test_a_reason_that_weighs_nothing_is_left_out() -> None:
    case = with_person(hard_to_move=True, lives_alone=True)
    found = triage(case, 2026, weights=TriageWeights(hard_to_move=0, lives_alone=9))
    assert found.points == ((TriageReason.LIVES_ALONE, 9),)


def test_every_reason_has_its_words_and_its_weight() -> None:
    assert set(TRIAGE_LABELS) == set(TriageReason)
    assert all(getattr(TriageWeights(), reason) >= 0 for reason in TriageReason)
