"""One citizen's use of the kiosk, from first touch to wipe; anonymous throughout.

`Visit` is what the kiosk remembers while the person is there. `VisitEvent` is what stays
afterwards: which step, when, how long, and coded barriers. Neither has room for a name, a number or
free text, and a test holds the fields to that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.domain.words import N_


class VisitEnd(StrEnum):
    """How a visit ended."""

    DONE = "done"
    NOT_HERE = "not_here"
    FOLLOW_UP = "follow_up"
    FINISHED = "finished"
    IDLE = "idle"
    INTERRUPTED = "interrupted"


class VisitEventKind(StrEnum):
    """What happened, as one anonymous mark."""

    STARTED = "started"
    PROCEDURE_OPENED = "procedure_opened"
    STEP_SHOWN = "step_shown"
    STEP_CONFIRMED = "step_confirmed"
    STEP_DIFFERENT = "step_different"
    READ_ALOUD = "read_aloud"
    HELP_OFFERED = "help_offered"
    STUCK = "stuck"
    BARRIER_TAPPED = "barrier_tapped"
    HELP_CALLED = "help_called"
    PHONE_HANDOVER = "phone_handover"
    PLACE_FOUND = "place_found"
    TAKEN_OVER = "taken_over"
    HANDED_BACK = "handed_back"
    SLIP_PRINTED = "slip_printed"
    RATED = "rated"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class VisitEvent:
    """One mark in a visit. `elapsed_ms` runs from the visit's start on a monotonic clock."""

    visit_id: str
    seq: int
    at: datetime
    elapsed_ms: int
    kind: VisitEventKind
    procedure_code: str = ""
    step_id: str = ""
    barrier: str = ""
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What the kiosk knows of the person in front of it, until the wipe.

    `number` counts visits since start-up: a late result carries it, so that nothing meant for an
    earlier person reaches the next one.
    """

    id: str
    number: int
    started_at: datetime
    procedure_code: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    ticked_papers: frozenset[str] = frozenset()
    tapped_barriers: tuple[str, ...] = ()
    call_id: str = ""


EASE_LABELS = (N_("Rất khó"), N_("Khó"), N_("Được"), N_("Dễ"), N_("Rất dễ"))
"""The five faces of "Hôm nay có dễ làm không?", 1 to 5; reported as "Dễ làm"."""
