"""The recovery sheet's text: the office's secret in groups that can be typed back.

128 bits in eight groups of five characters: four for sixteen bits, and one that depends on the
group and on its place, so that a wrong or a swapped group can be named. The alphabet is the slips':
no input method for Vietnamese turns its letters into marks.
"""

from __future__ import annotations

from kiosk.domain.errors import KnownError
from kiosk.domain.slip_code import ALPHABET
from kiosk.domain.words import N_

SECRET_BYTES = 16
GROUPS = 8
GROUP_LENGTH = 5
_BASE = len(ALPHABET)
_GROUP_VALUES = 2**16
_WEIGHTS = (1, 3, 5, 7)
"""Units of the ring of 22, so that one changed character always moves the check."""

_MISREAD = str.maketrans({"O": "0", "I": "1"})


def recovery_groups(secret: bytes) -> tuple[str, ...]:
    """Return the eight groups that stand for the 16-byte `secret`."""
    values = [int.from_bytes(secret[at : at + 2], "big") for at in range(0, SECRET_BYTES, 2)]
    return tuple(_group(value, place) for place, value in enumerate(values))


def secret_from_recovery(typed: str) -> bytes:
    """Return the secret that `typed` stands for; blanks, dashes and case do not matter.

    Raises KnownError: too few or too many characters, or the number of the first wrong group.
    """
    text = "".join(c for c in typed.upper() if c.isalnum()).translate(_MISREAD)
    if len(text) != GROUPS * GROUP_LENGTH:
        raise KnownError(
            N_("Cần {wanted} ký tự, mới có {count}."),
            N_("Gõ đủ {wanted} ký tự như trên phiếu khôi phục."),
            wanted=GROUPS * GROUP_LENGTH,
            count=len(text),
        )
    starts = range(0, len(text), GROUP_LENGTH)
    groups = [text[start : start + GROUP_LENGTH] for start in starts]
    values = [_value(group, place) for place, group in enumerate(groups)]
    return b"".join(value.to_bytes(2, "big") for value in values)


def _group(value: int, place: int) -> str:
    digits = []
    for _ in _WEIGHTS:
        value, digit = divmod(value, _BASE)
        digits.append(ALPHABET[digit])
    body = "".join(reversed(digits))
    return body + _check(body, place)


def _value(group: str, place: int) -> int:
    body = group[:-1]
    if all(c in ALPHABET for c in group) and _check(body, place) == group[-1]:
        value = 0
        for character in body:
            value = value * _BASE + ALPHABET.index(character)
        if value < _GROUP_VALUES:
            return value
    raise KnownError(
        N_("Nhóm thứ {number} chưa đúng."),
        N_("So lại nhóm này với phiếu khôi phục, rồi gõ lại."),
        number=place + 1,
    )


def _check(body: str, place: int) -> str:
    weighted = zip(_WEIGHTS, body, strict=True)
    total = place + sum(weight * ALPHABET.index(character) for weight, character in weighted)
    return ALPHABET[-total % _BASE]
