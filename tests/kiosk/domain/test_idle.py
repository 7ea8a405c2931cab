"""When silence is warned about, and when it wipes."""

from __future__ import annotations

import pytest

from kiosk.domain.idle import COUNTDOWN_SECONDS, HOLD_SECONDS, IdlePolicy, IdleStage

ACTIVE, WARNING, EXPIRED = IdleStage


@pytest.mark.parametrize(
    ("quiet", "stage"),
    [
        (0, ACTIVE),
        (179.9, ACTIVE),
        (180, WARNING),
        (224.9, WARNING),
        (225, EXPIRED),
        (9999, EXPIRED),
    ],
)
def test_a_warning_then_a_countdown_then_the_wipe(quiet: float, stage: IdleStage) -> None:
    assert IdlePolicy().stage(quiet) is stage
    assert IdlePolicy().stage(quiet, call_open=True) is ACTIVE


def test_the_setting_moves_the_warning_only() -> None:
    patient = IdlePolicy(warn_after=300)
    assert patient.stage(299) is ACTIVE
    assert patient.stage(300 + COUNTDOWN_SECONDS) is EXPIRED


def test_the_countdown_shows_whole_seconds_and_ends_at_nought() -> None:
    shown = [IdlePolicy().seconds_left(quiet) for quiet in (180, 180.4, 200, 224.9, 225, 300)]
    assert shown == [45, 45, 25, 0, 0, 0]


def test_a_place_is_held_for_a_quarter_of_an_hour() -> None:
    holding = IdlePolicy(warn_after=HOLD_SECONDS)
    assert holding.stage(14 * 60) is ACTIVE
    assert holding.stage(15 * 60) is WARNING
