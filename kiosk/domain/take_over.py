"""Staff work on the citizen's own screen for a while, and give it back.

Nobody takes over unseen: it needs a PIN, a frame shows it all the time, and both ends are logged
with who and when. What the citizen's visit keeps of it is anonymous: that, and for how long.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.staff import Staff
from kiosk.domain.visit import VisitEvent, VisitEventKind
from kiosk.domain.words import N_

TAKEN_OVER_TOLD = N_("Cán bộ {name} đang làm giúp ông/bà.")
"""Said once and shown all the time."""


class HandBack(StrEnum):
    """How the screen came back: given, left alone for too long, or the visit ended."""

    GIVEN = "given"
    LEFT_ALONE = "left_alone"
    VISIT_ENDED = "visit_ended"


@dataclass(frozen=True, slots=True)
class TakeOver:
    """`staff` has the screen of a visit; `since` is on the monotonic clock, in seconds."""

    staff: Staff
    visit_id: str
    began_at: datetime
    since: float


def seconds_taken_over(marks: Iterable[VisitEvent]) -> int:
    """Return how long staff had the screen in one visit, as far as it was given back."""
    return sum(mark.value or 0 for mark in marks if mark.kind is VisitEventKind.HANDED_BACK)
