"""PIN rules and the waits of a lock-out."""

from __future__ import annotations

import pytest

from kiosk.domain.staff import PIN_PROBLEM_LABELS, LockOut, PinProblem, pin_problem

LENGTH, REPEATS, RUN, DATE = PinProblem


@pytest.mark.parametrize(
    ("pin", "problem"),
    [
        ("", LENGTH),
        ("12345", LENGTH),
        ("1234567", LENGTH),
        ("48291a", LENGTH),
        ("٤٨٢٩١٣", LENGTH),
        ("48 913", LENGTH),
        ("000000", REPEATS),
        ("484844", REPEATS),
        ("482482", REPEATS),
        ("484848", REPEATS),
        ("448822", REPEATS),
        ("482284", REPEATS),
        ("123456", RUN),
        ("987654", RUN),
        ("789012", RUN),
        ("246802", RUN),
        ("050254", DATE),
        ("540205", DATE),
        ("311299", DATE),
        ("021954", DATE),
        ("195402", DATE),
        ("482913", None),
        ("730584", None),
        ("905716", None),
    ],
)
def test_a_chosen_pin_must_be_hard_to_guess(pin: str, problem: PinProblem | None) -> None:
    assert pin_problem(pin) is problem


def test_most_pins_are_allowed() -> None:
    """A rule that left few PINs would help whoever guesses."""
    allowed = sum(pin_problem(f"{n:06d}") is None for n in range(0, 1_000_000, 7))
    assert allowed / (1_000_000 / 7) > 0.9


def test_every_problem_is_told() -> None:
    assert set(PIN_PROBLEM_LABELS) == set(PinProblem)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 60), (6, 120), (7, 240), (10, 1920), (11, 3600), (99, 3600)],
)
def test_the_wait_doubles_from_a_minute_to_an_hour(failures: int, seconds: float) -> None:
    assert LockOut(failures).wait_seconds == seconds


def test_the_wait_is_served_and_never_negative() -> None:
    assert LockOut(5).wait_left(0) == 60
    assert LockOut(5).wait_left(59.5) == 0.5
    assert LockOut(5).wait_left(1e9) == 0
    assert LockOut(0).wait_left(0) == 0
