"""A place somebody keeps to go on another day: procedure, step, answers and the papers at hand.

It is carried by a signed code (`kiosk.domain.place_code`) and read against the content of the day
it comes back. Answers and ticks are places in the lists of questions and papers, so a mark of those
lists goes with them: when they have changed, nothing is ticked that somebody did not tick.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

from kiosk.domain.errors import BugError
from kiosk.domain.place_code import (
    DAY_BITS,
    PAPERS_MARK_BITS,
    STATE_BITS,
    STEP_BITS,
    STEP_MARK_BITS,
    PlaceMark,
)
from kiosk.domain.procedure import Answers, Procedure, RequiredPaper
from kiosk.domain.words import N_

VALID_DAYS = 14
"""How long a kept place holds at any counter of the office."""

_DAY_ONE = date(2026, 1, 1)
_DAYS = 2**DAY_BITS
_NO_STEP = 2**STEP_BITS - 1
_CODE = re.compile(r"\d\.\d{6}")


class PlaceProblem(Enum):
    """Why a place is not found as it was left."""

    EXPIRED = auto()
    PROCEDURE_GONE = auto()
    PAPERS_CHANGED = auto()
    STEP_GONE = auto()


PLACE_TOLD = {
    PlaceProblem.EXPIRED: N_("Phiếu giữ chỗ đã hết hạn. Ông/bà làm lại từ đây."),
    PlaceProblem.PROCEDURE_GONE: N_("Máy không còn việc ghi trên phiếu này."),
    PlaceProblem.PAPERS_CHANGED: N_("Giấy tờ cần mang đã thay đổi. Ông/bà xem lại."),
    PlaceProblem.STEP_GONE: N_("Các bước đã thay đổi. Ông/bà làm lại từ đây."),
}
"""What is said of a kept place that is not found as it was left."""


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """Where somebody stood; `step_id` is empty before the first step."""

    procedure_code: str
    step_id: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    ticked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place as far as it can be gone back to, its last day, and what stands in the way.

    Of an expired place, and of one whose papers have changed, only the procedure is left; of one
    whose step is gone everything but the step.
    """

    place: HeldPlace
    last_day: date
    problem: PlaceProblem | None = None


def can_be_held(procedure: Procedure) -> bool:
    """Return whether a code can carry places of `procedure`: those that have a guide."""
    return procedure.is_guided and _CODE.fullmatch(procedure.code) is not None


def mark_of(code: str, place: HeldPlace, procedure: Procedure, last_day: date) -> PlaceMark:
    """Return the numbers that stand for `place` on the slip with this typed code."""
    if not can_be_held(procedure):
        raise BugError(f"no place of {procedure.code} can be kept")
    ids = [step.id for step in procedure.steps]
    step = ids.index(place.step_id) if place.step_id else _NO_STEP
    return PlaceMark(
        code,
        procedure=int(procedure.code.replace(".", "")),
        last_day=(last_day - _DAY_ONE).days % _DAYS,
        step=step,
        step_mark=_mark((place.step_id,), STEP_MARK_BITS),
        papers_mark=_papers_mark(procedure),
        state=_state(place, procedure),
    )


def procedure_code_of(mark: PlaceMark) -> str:
    """Return the code of the procedure a mark is about."""
    return f"{mark.procedure // 10**6}.{mark.procedure % 10**6:06d}"


def find_place(mark: PlaceMark, procedure: Procedure | None, today: date) -> FoundPlace:
    """Return the place a mark stands for in the content of `today`."""
    ahead = (mark.last_day - (today - _DAY_ONE).days) % _DAYS
    is_expired = ahead > VALID_DAYS
    last_day = today + timedelta(ahead - _DAYS if is_expired else ahead)
    bare = HeldPlace(procedure.code if procedure else procedure_code_of(mark))
    if procedure is None or not procedure.is_guided:
        return FoundPlace(bare, last_day, PlaceProblem.PROCEDURE_GONE)
    if is_expired:
        return FoundPlace(bare, last_day, PlaceProblem.EXPIRED)
    if mark.papers_mark != _papers_mark(procedure):
        return FoundPlace(bare, last_day, PlaceProblem.PAPERS_CHANGED)
    answers, ticks = _read_state(mark.state, procedure)
    papers = _papers_in_code(procedure, answers)
    ticked = frozenset(paper.id for n, paper in enumerate(papers) if ticks >> n & 1)
    step_id = _step_id(mark, procedure, answers)
    problem = PlaceProblem.STEP_GONE if step_id is None else None
    return FoundPlace(HeldPlace(procedure.code, step_id or "", answers, ticked), last_day, problem)


def _step_id(mark: PlaceMark, procedure: Procedure, answers: Answers) -> str | None:
    """Return the step a mark names, "" for none, or None when the guide has changed there."""
    if mark.step == _NO_STEP:
        return ""
    step = procedure.steps[mark.step] if mark.step < len(procedure.steps) else None
    if step is None or _mark((step.id,), STEP_MARK_BITS) != mark.step_mark:
        return None
    return step.id if step in procedure.steps_for(answers) else None


def _state(place: HeldPlace, procedure: Procedure) -> int:
    """Return answers and ticks as one number: the answers as digits, above them a bit a paper."""
    number = 0
    for question in reversed(procedure.questions):
        ids = [choice.id for choice in question.choices]
        answer = place.answers.get(question.id)
        digit = ids.index(answer) + 1 if answer in ids else 0
        number = number * (len(ids) + 1) + digit
    papers = _papers_in_code(procedure, place.answers)
    ticks = sum(1 << n for n, paper in enumerate(papers) if paper.id in place.ticked)
    return ticks * _ways_to_answer(procedure) + number


def _read_state(state: int, procedure: Procedure) -> tuple[dict[str, str], int]:
    """Return the answers, and the ticks as bits."""
    ticks, number = divmod(state, _ways_to_answer(procedure))
    answers = {}
    for question in procedure.questions:
        number, digit = divmod(number, len(question.choices) + 1)
        if digit:
            answers[question.id] = question.choices[digit - 1].id
    return answers, ticks


def _ways_to_answer(procedure: Procedure) -> int:
    ways = 1
    for question in procedure.questions:
        ways *= len(question.choices) + 1
    if ways > 2**STATE_BITS:
        raise BugError(f"{procedure.code} asks more than a code can carry")
    return ways


def _papers_in_code(procedure: Procedure, answers: Answers) -> tuple[RequiredPaper, ...]:
    """Return the papers that apply, as many as there are bits for; longer lists lose their end."""
    room = (2**STATE_BITS // _ways_to_answer(procedure)).bit_length() - 1
    return procedure.papers_for(answers)[:room]


def _papers_mark(procedure: Procedure) -> int:
    """Return the mark of all that answers and ticks lean on."""
    questions = (f"{q.id}:{','.join(c.id for c in q.choices)}" for q in procedure.questions)
    papers = (f"{p.id}:{sorted(p.when.items())}" for p in procedure.papers)
    return _mark((*questions, "", *papers), PAPERS_MARK_BITS)


def _mark(parts: Iterable[str], bits: int) -> int:
    digest = hashlib.sha256("\n".join(parts).encode()).digest()
    return int.from_bytes(digest[:4], "big") & (1 << bits) - 1
