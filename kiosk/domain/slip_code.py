"""The signed payload of a slip's QR and the short code a person can type.

The alphabet survives a keyboard-wedge scanner under Telex and VNI: no vowel, and none of the
letters those input methods turn into marks. Every payload is one number, from the most significant
bit: format 4, office tag 16, slip key 36, what the format adds, HMAC-SHA256 cut to 80 (design:
trust). A slip adds its version (8 bits), a kept place what `kiosk.domain.place_code` says. A check
character tells a damaged code from a forged one.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum

ALPHABET = "0123456789BCGHKLMNPQTV"
BASE = len(ALPHABET)
CODE_LENGTH = 8
"""Characters of a typed code before its check character; 22**8 < 2**36."""

_FORMAT_BITS, _OFFICE_BITS, _KEY_BITS, _VERSION_BITS, _MAC_BITS = 4, 16, 36, 8, 80
_LENGTHS = (34, 48)
"""Characters of the payloads there are; what is nearly as long may be one of them, damaged."""

_SHORTEST_SCAN = 20
"""Characters from which on a scan may be a slip of which some were lost."""

MAX_VERSION = 2**_VERSION_BITS - 1


class CodeProblem(StrEnum):
    """Why a scanned or typed code is not taken."""

    DAMAGED = "damaged"
    FOREIGN = "foreign"
    FORGED = "forged"


class CodeRefused(ValueError):
    """A code that does not stand; `problem` says which way."""

    def __init__(self, problem: CodeProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def is_like_payload(text: str) -> bool:
    """Return whether a scan has a slip's letters alone, and enough; no card does, by its name.

    A slip may begin with as many digits as a card has; at most offices none does, at some many.
    """
    plain = plain_payload(text)
    return len(plain) >= _SHORTEST_SCAN and all(character in ALPHABET for character in plain)


@dataclass(frozen=True, slots=True)
class SlipMark:
    """What a valid payload says: which slip, which version of it."""

    code: str
    version: int


def new_code() -> str:
    """Return a random typed code: 8 characters and their check character."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return body + _check_character(body)


def normal_code(typed: str) -> str | None:
    """Return the typed code without blanks and dashes, or None when its check fails."""
    code = "".join(typed.upper().split()).replace("-", "")
    is_whole = len(code) == CODE_LENGTH + 1 and all(c in ALPHABET for c in code)
    return code if is_whole and _check_character(code[:-1]) == code[-1] else None


def grouped(code: str) -> str:
    """Return a typed code in groups of three, as it is printed."""
    return "-".join(code[start : start + 3] for start in range(0, len(code), 3))


def plain_payload(payload: str) -> str:
    """Return a payload as it was printed: scanners may add blanks or change capitals."""
    return "".join(payload.upper().split())


@dataclass(frozen=True, slots=True)
class PayloadForm:
    """One format of payload: its number, how many bits it adds, and its length in characters."""

    number: int
    added_bits: int
    length: int

    def sign(self, code: str, added: int, office_tag: int, key: bytes) -> str:
        """Return the payload of the slip with this typed code, signed with the office's key."""
        head = self.number
        for value, bits in (
            (office_tag, _OFFICE_BITS),
            (_to_int(code[:CODE_LENGTH]), _KEY_BITS),
            (added, self.added_bits),
        ):
            head = head << bits | value
        mac = self._mac(head, key)
        body = _to_text(head << _MAC_BITS | mac, self.length - 1)
        return body + _check_character(body)

    def read(self, payload: str, office_tag: int, key: bytes) -> tuple[str, int]:
        """Return the typed code and what the format adds.

        Raises CodeRefused: damaged (characters lost or changed), foreign (another office's, or no
        slip at all), forged (well formed but not signed by this office).
        """
        text = plain_payload(payload)
        if len(text) != self.length or any(c not in ALPHABET for c in text):
            raise CodeRefused(_outsider_or_damaged(text))
        if _check_character(text[:-1]) != text[-1]:
            raise CodeRefused(CodeProblem.DAMAGED)
        number = _to_int(text[:-1])
        head, mac = number >> _MAC_BITS, _field(number, 0, _MAC_BITS)
        origin = head >> self.added_bits + _KEY_BITS
        if origin != self.number << _OFFICE_BITS | office_tag:
            raise CodeRefused(CodeProblem.FOREIGN)
        if not hmac.compare_digest(_bytes(mac), _bytes(self._mac(head, key))):
            raise CodeRefused(CodeProblem.FORGED)
        body = _to_text(_field(head, self.added_bits, _KEY_BITS), CODE_LENGTH)
        return body + _check_character(body), _field(head, 0, self.added_bits)

    def _mac(self, head: int, key: bytes) -> int:
        bits = _FORMAT_BITS + _OFFICE_BITS + _KEY_BITS + self.added_bits
        digest = hmac.digest(key, head.to_bytes(bits // 8 + 1, "big"), "sha256")
        return int.from_bytes(digest[: _MAC_BITS // 8], "big")


_SLIP = PayloadForm(1, _VERSION_BITS, _LENGTHS[0])


def sign(mark: SlipMark, office_tag: int, key: bytes) -> str:
    """Return the payload of at most 48 characters for `mark`, signed with the office's key."""
    return _SLIP.sign(mark.code, mark.version, office_tag, key)


def read(payload: str, office_tag: int, key: bytes) -> SlipMark:
    """Return what a scanned payload says; raises CodeRefused (see `PayloadForm.read`)."""
    return SlipMark(*_SLIP.read(payload, office_tag, key))


def _outsider_or_damaged(text: str) -> CodeProblem:
    """A web address or a card is another matter than a slip with a few characters lost."""
    stray = sum(c not in ALPHABET for c in text)
    close = any(abs(len(text) - length) <= 6 for length in _LENGTHS)
    return CodeProblem.DAMAGED if close and stray <= 3 else CodeProblem.FOREIGN


def _field(number: int, shift: int, bits: int) -> int:
    return number >> shift & (1 << bits) - 1


def _bytes(mac: int) -> bytes:
    return mac.to_bytes(_MAC_BITS // 8, "big")


def _to_int(text: str) -> int:
    number = 0
    for character in text:
        number = number * BASE + ALPHABET.index(character)
    return number


def _to_text(number: int, length: int) -> str:
    characters = []
    for _ in range(length):
        number, digit = divmod(number, BASE)
        characters.append(ALPHABET[digit])
    return "".join(reversed(characters))


def _check_character(body: str) -> str:
    """Return a weighted check character: it finds every wrong character and most swaps.

    The weights are the units of the ring of 22 elements, so a changed character always moves the
    sum; neighbours swapped go unseen only where their values differ by eleven.
    """
    weights = (1, 3, 5, 7, 9, 13, 15, 17, 19, 21)
    total = sum(
        weights[place % len(weights)] * ALPHABET.index(character)
        for place, character in enumerate(body)
    )
    return ALPHABET[-total % BASE]
