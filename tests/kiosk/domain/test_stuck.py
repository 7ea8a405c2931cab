"""Somebody may be stuck: judged on streams recorded from the running windows.

Each stream in `streams/` is one visit as the kiosk kept it, a mark a line; "touch" lines are the
touches that left no mark. They were recorded by `tests/ui/shells/test_quiet_signs.py`, which plays
them again and compares.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.stuck import (
    StuckPolicy,
    StuckSign,
    returns_since_progress,
    step_in_front,
    stuck_sign,
)
from kiosk.domain.visit import VisitEvent, VisitEventKind
from tests.fakes import START
from tests.support.streams import Noticed, noticed, read_stream

POLICY = StuckPolicy()
SHOWN, DIFFERENT = VisitEventKind.STEP_SHOWN, VisitEventKind.STEP_DIFFERENT
READ = VisitEventKind.READ_ALOUD


def marks(*told: tuple[VisitEventKind, str]) -> list[VisitEvent]:
    """Return a visit's marks, a second apart."""
    return [
        VisitEvent("v1", seq, START, seq * 1000, kind, "1.001193", step)
        for seq, (kind, step) in enumerate(told)
    ]


def shown(steps: str) -> list[VisitEvent]:
    return marks(*((SHOWN, step) for step in steps))


# Recorded visits


@pytest.mark.parametrize(
    ("stream", "usual_seconds", "expected"),
    [
        ("quiet", 15, [Noticed(StuckSign.QUIET, 45)]),
        ("quiet", 20, [Noticed(StuckSign.QUIET, 60)]),
        ("different", 600, [Noticed(StuckSign.DIFFERENT, 29)]),
        ("back-and-forth", 600, [Noticed(StuckSign.BACK_AND_FORTH, 60)]),
        ("read-again", 600, [Noticed(StuckSign.READ_AGAIN, 30)]),
        ("smooth", 60, []),
    ],
)
def test_what_is_noticed_in_a_recorded_visit(
    stream: str, usual_seconds: float, expected: list[Noticed]
) -> None:
    """The seconds run from the visit's first mark."""
    assert noticed(read_stream(stream), usual_seconds, POLICY) == expected


# The four signs


def test_silence_counts_from_the_last_touch_and_never_below_the_floor() -> None:
    visit = shown("a")
    assert stuck_sign(visit, 44.9, 45, POLICY) is None
    assert stuck_sign(visit, 45, 45, POLICY) is StuckSign.QUIET
    assert POLICY.quiet_limit(5, 180) == 45
    assert POLICY.quiet_limit(15, 180) == 45
    assert POLICY.quiet_limit(20, 180) == 60


def test_help_is_offered_before_anybody_is_asked_whether_they_are_there() -> None:
    assert POLICY.quiet_limit(60, 180) == 150
    assert POLICY.quiet_limit(600, 300) == 270
    assert POLICY.quiet_limit(600, 60) == 45


@pytest.mark.parametrize(
    ("steps", "returns"),
    [
        ("", 0),
        ("abc", 0),
        ("aba", 1),
        ("ababa", 2),
        ("abababa", 3),
        ("abcba", 2),
        ("abababc", 0),
        ("ababcbcb", 2),
        ("aab", 0),
    ],
)
def test_going_back_counts_until_a_new_step_is_reached(steps: str, returns: int) -> None:
    assert returns_since_progress([("1.001193", step) for step in steps]) == returns


def test_back_and_forth_is_a_sign_the_third_time() -> None:
    assert stuck_sign(shown("ababa"), 0, 45, POLICY) is None
    assert stuck_sign(shown("abababa"), 0, 45, POLICY) is StuckSign.BACK_AND_FORTH


def test_the_same_step_must_look_different_twice() -> None:
    once = marks((SHOWN, "a"), (DIFFERENT, "a"), (SHOWN, "b"), (DIFFERENT, "b"))
    assert stuck_sign(once, 0, 45, POLICY) is None
    twice = [*once, *marks((DIFFERENT, "b"))]
    assert stuck_sign(twice, 0, 45, POLICY) is StuckSign.DIFFERENT


def test_reading_aloud_counts_for_the_step_that_is_read() -> None:
    read = marks((SHOWN, "a"), (READ, "a"), (READ, "a"), (SHOWN, "b"), (READ, "b"))
    assert stuck_sign(read, 0, 45, POLICY) is None
    assert stuck_sign([*read, *marks((READ, "b"), (READ, "b"))], 0, 45, POLICY) is (
        StuckSign.READ_AGAIN
    )


def test_without_a_step_in_front_nothing_is_noticed() -> None:
    home = marks((VisitEventKind.STARTED, ""), (VisitEventKind.PROCEDURE_OPENED, ""))
    assert step_in_front(home) is None
    assert stuck_sign(home, 1000, 45, POLICY) is None


def test_an_office_may_want_more_or_less_of_each() -> None:
    eager = replace(POLICY, differences=1, quiet_times=1, quiet_floor_seconds=10)
    assert stuck_sign(marks((SHOWN, "a"), (DIFFERENT, "a")), 0, 45, eager) is StuckSign.DIFFERENT
    assert eager.quiet_limit(30, 180) == 30
