"""Which cases wait in a trip, and who cannot be in two places at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import AttemptResult
from kiosk.domain.round import (
    ANSWER_LABELS,
    SHEET_ANSWERS,
    Round,
    RoundState,
    RoundStop,
    StopAnswer,
    answer_of,
    awaiting,
    twice_booked,
)

DAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
STOPS = (RoundStop("met", 1, answer=StopAnswer.DONE), RoundStop("waits", 2))
TRIP = Round(
    "r1",
    DAY,
    HalfDay.MORNING,
    ("v1",),
    ("lan", "ha"),
    "",
    5,
    RoundState.PLANNED,
    NOW,
    "Lan",
    stops=STOPS,
)


def test_a_case_waits_in_a_planned_trip_until_its_row_has_an_answer() -> None:
    assert awaiting((TRIP,)) == {"waits": TRIP}
    assert TRIP.unanswered == STOPS[1:]


@pytest.mark.parametrize("state", [RoundState.CLOSED, RoundState.CANCELLED])
def test_nobody_waits_in_a_trip_that_is_over(state: RoundState) -> None:
    assert awaiting((replace(TRIP, state=state),)) == {}


@pytest.mark.parametrize(
    ("day", "half_day", "state", "busy"),
    [
        (DAY, HalfDay.MORNING, RoundState.PLANNED, ("ha",)),
        (DAY, HalfDay.AFTERNOON, RoundState.PLANNED, ()),
        (date(2026, 11, 27), HalfDay.MORNING, RoundState.PLANNED, ()),
        (DAY, HalfDay.MORNING, RoundState.CANCELLED, ()),
        (DAY, HalfDay.MORNING, RoundState.CLOSED, ()),
    ],
)
def test_a_member_is_booked_twice_only_in_the_same_half_of_the_same_day(
    day: date, half_day: HalfDay, state: RoundState, busy: tuple[str, ...]
) -> None:
    assert twice_booked(day, half_day, ("nam", "ha"), (replace(TRIP, state=state),)) == busy


def test_every_result_of_an_attempt_is_an_answer_with_words() -> None:
    answers = {answer_of(result) for result in AttemptResult}
    assert set(StopAnswer) - answers == {StopAnswer.ANOTHER_DAY, StopAnswer.WITHDRAWN}
    assert set(ANSWER_LABELS) == set(StopAnswer)
    assert set(SHEET_ANSWERS) == {*answers, StopAnswer.WITHDRAWN}


def test_a_row_is_found_by_its_case() -> None:
    assert TRIP.stop("met") == STOPS[0]
    assert TRIP.stop("nobody") is None
