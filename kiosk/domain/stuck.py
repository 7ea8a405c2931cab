"""Noticing that somebody may be stuck before they ask: from the marks of their visit alone.

Four signs, all about the step in front: silence, going back and forth, "Không giống" again, the
page read aloud again and again. What follows is quiet: one sentence on the citizen's page and a
yellow mark at staff, once for each step, never a sound (research/product 3, idea 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.visit import VisitEvent, VisitEventKind

StepKey = tuple[str, str]
"""Code of the procedure and id of the step."""

QUIET_TIMES = 3.0
QUIET_FLOOR_SECONDS = 45.0
BEFORE_WARNING_SECONDS = 30.0
"""Help is offered this long before the idle warning asks whether anybody is there at all."""
RETURNS = 3
DIFFERENCES = 2
READINGS = 3


class StuckSign(StrEnum):
    """What made us think that help may be welcome."""

    QUIET = "quiet"
    BACK_AND_FORTH = "back_and_forth"
    DIFFERENT = "different"
    READ_AGAIN = "read_again"


@dataclass(frozen=True, slots=True)
class StuckPolicy:
    """How much of each sign it takes; `quiet_times` multiplies the step's usual time."""

    quiet_times: float = QUIET_TIMES
    quiet_floor_seconds: float = QUIET_FLOOR_SECONDS
    returns: int = RETURNS
    differences: int = DIFFERENCES
    readings: int = READINGS

    def quiet_limit(self, usual_seconds: float, idle_warning_seconds: float) -> float:
        """Return the seconds of silence that are a sign at a step of `usual_seconds`.

        Most steps are done on the portal and take minutes. The idle warning comes before three
        times that, so the sign comes before the warning.
        """
        wanted = max(self.quiet_floor_seconds, self.quiet_times * usual_seconds)
        latest = max(self.quiet_floor_seconds, idle_warning_seconds - BEFORE_WARNING_SECONDS)
        return min(wanted, latest)


@dataclass(frozen=True, slots=True)
class QuietSign:
    """Somebody who may be stuck, as staff see it: where, and since when; nothing of who."""

    visit_id: str
    counter: str
    procedure_code: str
    step_id: str
    sign: StuckSign
    since: datetime


def step_in_front(marks: Iterable[VisitEvent]) -> StepKey | None:
    """Return the step shown last, None before the first one."""
    shown = _steps_shown(marks)
    return shown[-1] if shown else None


def stuck_sign(
    marks: Sequence[VisitEvent], quiet_seconds: float, quiet_limit: float, policy: StuckPolicy
) -> StuckSign | None:
    """Return the sign that the step in front gives, None while all is well.

    `marks` are those of one visit in their order; `quiet_seconds` have passed since the last touch.
    """
    shown = _steps_shown(marks)
    if not shown:
        return None
    here = shown[-1]
    if _count(marks, here, VisitEventKind.STEP_DIFFERENT) >= policy.differences:
        return StuckSign.DIFFERENT
    if _count(marks, here, VisitEventKind.READ_ALOUD) >= policy.readings:
        return StuckSign.READ_AGAIN
    if returns_since_progress(shown) >= policy.returns:
        return StuckSign.BACK_AND_FORTH
    return StuckSign.QUIET if quiet_seconds >= quiet_limit else None


def returns_since_progress(shown: Sequence[StepKey]) -> int:
    """Return how often one went back to an earlier step since the last new step was reached.

    A, B, A, B, A is two returns; C after that is progress, and the count begins anew.
    """
    first_seen: dict[StepKey, int] = {}
    returns, before = 0, -1
    for key in shown:
        if key not in first_seen:
            first_seen[key] = len(first_seen)
            returns = 0
        elif first_seen[key] < before:
            returns += 1
        before = first_seen[key]
    return returns


def _steps_shown(marks: Iterable[VisitEvent]) -> list[StepKey]:
    return [
        (mark.procedure_code, mark.step_id)
        for mark in marks
        if mark.kind is VisitEventKind.STEP_SHOWN
    ]


def _count(marks: Iterable[VisitEvent], here: StepKey, kind: VisitEventKind) -> int:
    return sum(mark.kind is kind and (mark.procedure_code, mark.step_id) == here for mark in marks)
