"""A promise is overdue only while it is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import (
    NEEDS_PERSON,
    FollowUp,
    FollowUpKind,
    FollowUpState,
)
from tests.fakes import START

PROMISE = FollowUp(
    id="f1",
    assistance_id="a1",
    kind=FollowUpKind.HOME_VISIT,
    procedure_code="1.001193",
    step_id="dien-to-khai",
    due=date(2026, 11, 26),
    half_day=HalfDay.MORNING,
    bring=(),
    state=FollowUpState.OPEN,
    promised_at=START,
    promised_by_name="Nguyễn Thị Hòa",
)


def test_an_open_promise_is_overdue_from_the_day_after() -> None:
    assert PROMISE.days_overdue(date(2026, 11, 26)) == 0
    assert PROMISE.days_overdue(date(2026, 11, 29)) == 3


def test_a_closed_promise_is_never_overdue() -> None:
    for state in (FollowUpState.DONE, FollowUpState.WITHDRAWN):
        assert replace(PROMISE, state=state).days_overdue(date(2030, 1, 1)) == 0


def test_whoever_is_visited_or_called_must_be_known() -> None:
    assert {FollowUpKind.HOME_VISIT, FollowUpKind.PHONE_CALL} == NEEDS_PERSON
