"""Who is visited first: a sum of points with its reasons, so that nobody has to believe a number.

The points are those of research into lists of home visits; an office may weigh them otherwise. The
order is: most points, then the earliest promised day, then the oldest promise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.assistance import AgeBand
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.words import N_

OLD_AGE = 75
FAR_KM = 5.0


class TriageReason(StrEnum):
    """Why someone should not wait."""

    FROM_75 = "from_75"
    HARD_TO_MOVE = "hard_to_move"
    LIVES_ALONE = "lives_alone"
    CAME_AGAIN = "came_again"
    NO_PHONE = "no_phone"
    FAR = "far"


TRIAGE_LABELS = {
    TriageReason.FROM_75: N_("từ 75 tuổi"),
    TriageReason.HARD_TO_MOVE: N_("khó đi lại"),
    TriageReason.LIVES_ALONE: N_("ở một mình"),
    TriageReason.CAME_AGAIN: N_("đã đến {count} lần"),
    TriageReason.NO_PHONE: N_("không điện thoại"),
    TriageReason.FAR: N_("xa trên 5 km"),
}


@dataclass(frozen=True, slots=True)
class TriageWeights:
    """Points for each reason; 0 leaves a reason out."""

    from_75: int = 3
    hard_to_move: int = 4
    lives_alone: int = 2
    came_again: int = 3
    no_phone: int = 1
    far: int = 1


USUAL_WEIGHTS = TriageWeights()


@dataclass(frozen=True, slots=True)
class Triage:
    """The reasons that hold, each with its points, in the order of `TriageReason`."""

    points: tuple[tuple[TriageReason, int], ...] = ()
    times_came: int = 1

    @property
    def score(self) -> int:
        """The sum."""
        return sum(points for _, points in self.points)


def triage(
    case: FollowUp, year: int, km: float | None = None, weights: TriageWeights = USUAL_WEIGHTS
) -> Triage:
    """Return why `case` should not wait in `year`; `km` is how far its village lies.

    What is not known counts nothing: no age, no distance, no person.
    """
    person = case.person
    is_old = case.age_band is AgeBand.FROM_75
    if person and person.birth_year:
        is_old = year - person.birth_year >= OLD_AGE
    holds = {
        TriageReason.FROM_75: is_old,
        TriageReason.HARD_TO_MOVE: person is not None and person.hard_to_move,
        TriageReason.LIVES_ALONE: person is not None and person.lives_alone,
        TriageReason.CAME_AGAIN: case.times_came > 1,
        TriageReason.NO_PHONE: person is not None and not person.phone,
        TriageReason.FAR: km is not None and km > FAR_KM,
    }
    points = ((reason, getattr(weights, reason)) for reason, is_so in holds.items() if is_so)
    return Triage(tuple((reason, worth) for reason, worth in points if worth), case.times_came)
