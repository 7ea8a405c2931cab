"""Whom a plan proposes, what it takes along, and what it warns of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.procedure import Need, RequiredPaper
from kiosk.domain.round import Round, RoundState
from kiosk.domain.triage import Triage, TriageReason
from kiosk.services.mobile_list import Case
from kiosk.services.round_plan import (
    RoundDraft,
    available,
    first_draft,
    kit_of,
    proposed,
    warnings,
)
from tests.db.samples import FOLLOW_UP, NOW
from tests.stories import BIRTH

TRIP = Round(
    "r1", date(2026, 11, 26), HalfDay.MORNING, (), ("lan",), "", 5, RoundState.PLANNED, NOW, "Lan"
)
NAMES = {"lan": "Lan", "tuan": "Tuấn"}


def case(number: int, village: str, score: int = 0, trip: Round | None = None) -> Case:
    follow_up: FollowUp = replace(FOLLOW_UP, id=f"f{number}", village_id=village)
    points = ((TriageReason.HARD_TO_MOVE, score),) if score else ()
    return Case(follow_up, 0, Triage(points), trip)


def test_the_first_plan_is_for_the_village_with_the_most_urgent_case() -> None:
    cases = [case(1, "a", 9), case(2, "b", 8), case(3, "a", 3)]
    draft = first_draft(cases)
    assert (draft.village_ids, draft.follow_up_ids) == (("a",), ("f1", "f3"))
    assert (draft.day, draft.half_day, draft.team_ids) == (None, None, ())


def test_an_empty_list_gives_an_empty_plan() -> None:
    assert first_draft([]) == RoundDraft()


def test_the_plan_takes_no_more_than_the_team_can_visit() -> None:
    cases = [case(number, "a", 9 - number) for number in range(8)]
    assert proposed(RoundDraft(capacity=3), cases).follow_up_ids == ("f0", "f1", "f2")


def test_villages_decide_who_may_be_chosen_and_none_means_all() -> None:
    cases = [case(1, "a"), case(2, "b"), case(3, "")]
    assert available(cases, RoundDraft()) == tuple(cases)
    assert [c.follow_up.id for c in available(cases, RoundDraft(village_ids=("b",)))] == ["f2"]


def test_whoever_is_on_another_trip_is_not_offered_but_on_this_one_is() -> None:
    cases = [case(1, "a", 9, TRIP), case(2, "a")]
    assert [c.follow_up.id for c in available(cases, RoundDraft())] == ["f2"]
    assert len(available(cases, RoundDraft(round_id="r1"))) == 2


def test_the_kit_counts_the_forms_of_the_cases() -> None:
    form = RequiredPaper("form", "Tờ khai đăng ký khai sinh", is_form=True)
    birth = replace(BIRTH, papers=(*BIRTH.papers, form), needs=(Need.SIGNATURE, Need.CIVIL_STATUS))
    cases = [case(1, "a"), case(2, "a"), Case(replace(FOLLOW_UP, procedure_code="9"), 0)]
    kit = kit_of(cases, {birth.code: birth}.get)
    assert [(f.title, f.count) for f in kit.forms] == [("Tờ khai đăng ký khai sinh", 2)]
    assert kit.partners == ("Cán bộ hộ tịch",)
    assert kit.equipment == (
        "Máy tính, mạng di động",
        "Bút, hộp mực điểm chỉ",
        "Sổ và biểu mẫu hộ tịch",
    )


def told(draft: RoundDraft, *rounds: Round) -> list[str]:
    return [w.message.format(**w.fields) for w in warnings(draft, rounds, NAMES)]


def test_a_feast_and_a_weekend_are_told() -> None:
    assert told(RoundDraft(date(2027, 1, 1))) == ["Ngày này là ngày nghỉ lễ: Tết Dương lịch."]
    assert told(RoundDraft(date(2026, 11, 28))) == ["Ngày này là Thứ Bảy."]
    assert told(RoundDraft(date(2026, 11, 26))) == []


@pytest.mark.parametrize(
    ("half_day", "team", "expected"),
    [
        (HalfDay.MORNING, ("lan", "tuan"), ["Lan đã có đợt khác trong buổi này."]),
        (HalfDay.AFTERNOON, ("lan",), []),
        (HalfDay.MORNING, ("tuan",), []),
        (None, ("lan",), []),
    ],
)
def test_nobody_goes_twice_in_the_same_half_day(
    half_day: HalfDay | None, team: tuple[str, ...], expected: list[str]
) -> None:
    draft = RoundDraft(TRIP.day, half_day, team_ids=team)
    assert told(draft, TRIP) == expected
    assert told(draft, replace(TRIP, state=RoundState.CANCELLED)) == []
    assert told(replace(draft, round_id="r1"), TRIP) == []


def test_more_people_than_can_be_visited_are_told() -> None:
    draft = RoundDraft(capacity=2, follow_up_ids=("f1", "f2", "f3"))
    assert told(draft) == ["Đã chọn 3 người, sức làm khoảng 2."]
