"""The signed payload of a place that is kept ("giữ chỗ"): it tells where somebody stood by itself.

Any counter of the office can read it without a row, and it holds nothing of a person. What it adds
to every payload's head, from the most significant bit: procedure 24, last day 10, step 5, mark of
the step 7, mark of the papers 8, answers and ticks 19. With that it is just 48 characters long
(design: trust); `kiosk.domain.held_place` gives the numbers their meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.slip_code import PayloadForm, plain_payload

PROCEDURE_BITS, DAY_BITS, STEP_BITS, STEP_MARK_BITS, PAPERS_MARK_BITS, STATE_BITS = (
    24,
    10,
    5,
    7,
    8,
    19,
)
_WIDTHS = (PROCEDURE_BITS, DAY_BITS, STEP_BITS, STEP_MARK_BITS, PAPERS_MARK_BITS, STATE_BITS)
_LENGTH = 48
_PLACE = PayloadForm(2, sum(_WIDTHS), _LENGTH)


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """What a valid payload says, in numbers; `code` is the slip's typed code."""

    code: str
    procedure: int
    last_day: int
    step: int
    step_mark: int
    papers_mark: int
    state: int


def is_place_code(payload: str) -> bool:
    """Return whether a payload can only be that of a held place; its length tells."""
    return len(plain_payload(payload)) == _LENGTH


def sign_place(mark: PlaceMark, office_tag: int, key: bytes) -> str:
    """Return the payload for `mark`, signed with the office's key."""
    numbers = (
        mark.procedure,
        mark.last_day,
        mark.step,
        mark.step_mark,
        mark.papers_mark,
        mark.state,
    )
    added = 0
    for number, width in zip(numbers, _WIDTHS, strict=True):
        added = added << width | number
    return _PLACE.sign(mark.code, added, office_tag, key)


def read_place(payload: str, office_tag: int, key: bytes) -> PlaceMark:
    """Return what a scanned payload says; raises CodeRefused (see `PayloadForm.read`)."""
    code, added = _PLACE.read(payload, office_tag, key)
    numbers = []
    for width in reversed(_WIDTHS):
        numbers.append(added & (1 << width) - 1)
        added >>= width
    return PlaceMark(code, *reversed(numbers))
