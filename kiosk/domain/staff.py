"""Staff accounts: roles, the rules of a PIN, and lock-out that survives restart and clock change.

A self-chosen PIN has six digits and no repeats, runs or dates (design: trust). Lock-out counts
failures per account and per device, in the database, and the waiting time doubles.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kiosk.domain.words import N_

PIN_LENGTH = 6
FREE_FAILURES = 5
FIRST_WAIT_SECONDS = 60
LONGEST_WAIT_SECONDS = 3600


class Role(StrEnum):
    """What an account may do."""

    SUPPORTER = "supporter"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Staff:
    """One account; `name` is how citizens are told who is coming."""

    id: str
    name: str
    role: Role
    pin_hash: str
    is_blocked: bool = False
    must_change_pin: bool = False


class PinProblem(StrEnum):
    """Why a self-chosen PIN is refused."""

    LENGTH = "length"
    REPEATS = "repeats"
    RUN = "run"
    DATE = "date"


PIN_PROBLEM_LABELS = {
    PinProblem.LENGTH: N_("Mã PIN cần đủ 6 chữ số."),
    PinProblem.REPEATS: N_("Chọn mã khác: số lặp lại quá nhiều."),
    PinProblem.RUN: N_("Chọn mã khác: các số đi liền nhau."),
    PinProblem.DATE: N_("Chọn mã khác: trông giống ngày sinh."),
}


def pin_problem(pin: str) -> PinProblem | None:
    """Return why a self-chosen `pin` is too easy to guess, or None when it will do."""
    if len(pin) != PIN_LENGTH or not (pin.isascii() and pin.isdigit()):
        return PinProblem.LENGTH
    if _repeats(pin):
        return PinProblem.REPEATS
    if len({(int(b) - int(a)) % 10 for a, b in pairwise(pin)}) == 1:
        return PinProblem.RUN
    return PinProblem.DATE if _looks_like_date(pin) else None


def _repeats(pin: str) -> bool:
    """Return whether half of the digits or fewer say it all: 123123, 121212, 112233, 123321."""
    in_parts = pin[:3] == pin[3:] or pin[:2] == pin[2:4] == pin[4:]
    in_pairs_or_mirrored = pin[::2] == pin[1::2] or pin == pin[::-1]
    return len(set(pin)) <= 2 or in_parts or in_pairs_or_mirrored


def _looks_like_date(pin: str) -> bool:
    """Return whether six digits read as ddmmyy, yymmdd, or a month and a year in either order."""
    first, middle, last = (int(pin[i : i + 2]) for i in (0, 2, 4))
    day_month_year = 1 <= first <= 31 and 1 <= middle <= 12
    year_month_day = 1 <= middle <= 12 and 1 <= last <= 31
    month_year = 1 <= first <= 12 and 1900 <= int(pin[2:]) <= 2099
    year_month = 1900 <= int(pin[:4]) <= 2099 and 1 <= last <= 12
    return day_month_year or year_month_day or month_year or year_month


@dataclass(frozen=True, slots=True)
class LockOut:
    """Failures in a row of one account or one device, as stored.

    The wait is served on a monotonic clock, and served anew after a restart: so neither a restart
    nor a changed clock shortens it.
    """

    failures: int = 0

    @property
    def wait_seconds(self) -> float:
        """How long no PIN is accepted after the last failure: doubling from one minute to sixty."""
        if self.failures < FREE_FAILURES:
            return 0.0
        doubled = FIRST_WAIT_SECONDS * 2 ** min(self.failures - FREE_FAILURES, 10)
        return float(min(doubled, LONGEST_WAIT_SECONDS))

    def wait_left(self, served_seconds: float) -> float:
        """Return the seconds still to wait after `served_seconds` on a monotonic clock."""
        return max(0.0, self.wait_seconds - served_seconds)
