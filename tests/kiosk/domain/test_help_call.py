"""What the waiting page may honestly say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.help_call import (
    WAITING_TITLES,
    CallState,
    HelpCall,
    WaitingStage,
    waiting_stage,
)
from tests.fakes import START

CALL = HelpCall("c1", "v1", "Quầy 1", "1.001193", "dang-nhap", (), CallState.WAITING, START)
RECEIVED = replace(CALL, received_at=START)
TAKEN = replace(RECEIVED, state=CallState.TAKEN, taken_by_name="Nguyễn Thị Hòa")


@pytest.mark.parametrize(
    ("call", "waited", "on_duty", "stage"),
    [
        (CALL, 0, True, WaitingStage.CALLING),
        (CALL, 0, False, WaitingStage.NOBODY),
        (RECEIVED, 5, True, WaitingStage.RECEIVED),
        (RECEIVED, 5, False, WaitingStage.NOBODY),
        (RECEIVED, 59.9, True, WaitingStage.RECEIVED),
        (RECEIVED, 60, True, WaitingStage.REPEATED),
        (CALL, 60, True, WaitingStage.REPEATED),
        (CALL, 60, False, WaitingStage.NOBODY),
        (RECEIVED, 179.9, True, WaitingStage.REPEATED),
        (RECEIVED, 180, True, WaitingStage.WAYS_OUT),
        (CALL, 180, False, WaitingStage.WAYS_OUT),
        (TAKEN, 0, True, WaitingStage.COMING),
        (TAKEN, 500, False, WaitingStage.COMING),
        (None, 0, True, WaitingStage.CALLING),
        (None, 500, False, WaitingStage.NOBODY),
    ],
)
def test_nothing_is_said_that_is_not_known(
    call: HelpCall | None, waited: float, on_duty: bool, stage: WaitingStage
) -> None:
    assert waiting_stage(call, waited, anyone_on_duty=on_duty) is stage


@pytest.mark.parametrize("call", [None, CALL, RECEIVED])
def test_without_the_database_the_page_points_at_the_people(call: HelpCall | None) -> None:
    stage = waiting_stage(call, 500, anyone_on_duty=True, is_reachable=False)
    assert stage is WaitingStage.UNREACHABLE
    coming = waiting_stage(TAKEN, 500, anyone_on_duty=True, is_reachable=False)
    assert coming is WaitingStage.COMING


def test_staff_are_said_to_be_told_only_once_a_console_has_it() -> None:
    told = [stage for stage, words in WAITING_TITLES.items() if "Đã báo cán bộ" in words]
    assert told == [WaitingStage.RECEIVED]
    assert set(WAITING_TITLES) == set(WaitingStage)


@pytest.mark.parametrize(
    ("state", "is_open"),
    [
        (CallState.WAITING, True),
        (CallState.TAKEN, True),
        (CallState.CLOSED, False),
        (CallState.CANCELLED, False),
    ],
)
def test_a_call_is_open_while_someone_waits_or_is_helped(state: CallState, is_open: bool) -> None:
    assert replace(CALL, state=state).is_open is is_open
