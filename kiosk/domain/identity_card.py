"""The QR of an identity card: read tolerantly, checked for consistency, and then let go.

A reading lives as long as a form is open; number and raw text are never stored and never logged, so
nothing of a reading shows in its `repr`. The layout is that of research on cards in use: at least
six fields between bars, number first, date of birth fourth; whatever follows is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.domain.text import fold, nfc
from kiosk.domain.words import N_

NUMBER_LENGTH = 12
_FEWEST_FIELDS, _MOST_FIELDS = 6, 15
_LONGEST_NAME = 60
_DATE = re.compile(r"(?<!\d)\d{8}(?!\d)")
_OLD_NUMBER = re.compile(r"\D?(\d{9})(?!\d)")
_STRAY = re.compile(r"[\x00-\x1f\x7f\ufeff]")

_NO_PROVINCES = frozenset(
    {0, 3, 5, 7, 9, 13, 16, 18, 21, 23, 28, 29, 32, 39, 41, 43, 47, 50, 53, 55, 57, 59, 61, 63, 65}
    | {69, 71, 73, 76, 78, 81, 85, 88, 90}
)
"""Gaps in the list of the 63 former provinces, 001 Hà Nội to 096 Cà Mau.

Codes above belong to countries: somebody may have been born abroad.
"""


class Sex(StrEnum):
    """What the card says; only compared with the number, never stored."""

    MALE = "male"
    FEMALE = "female"


_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}


@dataclass(frozen=True, slots=True)
class CardReading:
    """What one card said. `name` and `address` are "" where their letters cannot be trusted."""

    number: str = field(repr=False)
    born_on: date = field(repr=False)
    name: str = field(default="", repr=False)
    sex: Sex | None = field(default=None, repr=False)
    address: str = field(default="", repr=False)
    issued_on: date | None = field(default=None, repr=False)
    old_number: str = field(default="", repr=False)

    @property
    def masked_number(self) -> str:
        """The number as it may be shown: "001•••••1234"."""
        return f"{self.number[:3]}•••••{self.number[-4:]}"


def parse_card(text: str) -> CardReading | None:
    """Return what the QR of a card says, or None when `text` is no card's.

    For scanners that hand over the text as it is (serial port, camera).
    """
    fields = _fields(text)
    return _reading(fields) if fields else None


def parse_typed_card(text: str) -> CardReading | None:
    """Return what a scanner typed of a card like a keyboard, or None when it is no card's.

    An input method, a foreign layout or lost marks change letters and bars, seldom digits. So
    number and dates are taken wherever they stand; name and address only when the typed text itself
    shows that all its letters came through.
    """
    fields = _fields(text)
    reading = _reading(fields) if fields else None
    if reading is None:
        return _reading_of_digits(text)
    if _letters_came_through(fields):
        return reading
    return replace(reading, name="", address="")


def begins_like_card(typed: str) -> bool:
    """Return whether a burst of keys can only be the beginning of a card: twelve digits."""
    head = typed[:NUMBER_LENGTH]
    return len(head) == NUMBER_LENGTH and _is_digits(head)


def card_warnings(reading: CardReading) -> tuple[str, ...]:
    """Return what does not fit together, as msgids; numbers can be cancelled, so nothing refuses.

    The number is province 3, century and sex 1, year 2, random 6; there is no check digit.
    """
    return tuple(_warnings(reading))


def _warnings(reading: CardReading) -> Iterator[str]:
    number, born_on = reading.number, reading.born_on
    if int(number[:3]) in _NO_PROVINCES:
        yield N_("Ba số đầu của thẻ không phải mã tỉnh.")
    century, is_female = divmod(int(number[3]), 2)
    if 1900 + 100 * century + int(number[4:6]) != born_on.year:
        yield N_("Số thẻ và năm sinh không khớp nhau.")
    if reading.sex is not None and (reading.sex is Sex.FEMALE) != bool(is_female):
        yield N_("Số thẻ và giới tính không khớp nhau.")


def _fields(text: str) -> list[str]:
    """Return the fields between bars, or nothing when there are too few or too many."""
    fields = [nfc(part) for part in _STRAY.sub("", text).split("|")]
    return fields if _FEWEST_FIELDS <= len(fields) <= _MOST_FIELDS else []


def _reading(fields: list[str]) -> CardReading | None:
    number, born_on = fields[0], _date(fields[3])
    if len(number) != NUMBER_LENGTH or not _is_digits(number) or born_on is None:
        return None
    return CardReading(
        number=number,
        born_on=born_on,
        name=_name(fields[2]),
        sex=_SEXES.get(fold(fields[4])),
        address=fields[5] if "\ufffd" not in fields[5] else "",
        issued_on=_date(fields[6]) if len(fields) > 6 else None,
        old_number=fields[1] if len(fields[1]) == 9 and _is_digits(fields[1]) else "",
    )


def _reading_of_digits(text: str) -> CardReading | None:
    """Return number and dates of a text that lost its bars; the first date is that of birth."""
    typed = _STRAY.sub("", text).strip()
    if not begins_like_card(typed):
        return None
    number, rest = typed[:NUMBER_LENGTH], typed[NUMBER_LENGTH:]
    old_number = _OLD_NUMBER.match(rest)
    dates = [day for found in _DATE.findall(rest) if (day := _date(found))]
    if not dates:
        return None
    return CardReading(
        number,
        dates[0],
        issued_on=dates[-1] if len(dates) > 1 else None,
        old_number=old_number.group(1) if old_number else "",
    )


def _name(text: str) -> str:
    """Return a name in usual capitals, or "" when it holds what no name does."""
    if not text or len(text) > _LONGEST_NAME:
        return ""
    if not all(c.isalpha() or c in " .-'’" for c in text):
        return ""
    return " ".join(map(_capitalised, text.split())) if text.isupper() else text


def _capitalised(word: str) -> str:
    return word[0] + word[1:].lower()


def _letters_came_through(fields: list[str]) -> bool:
    """Return whether a typed card shows its letters whole.

    Scanners lose the letters with two marks first (ộ, ữ; all of U+1EA0–1EF9), and an input method
    eats vowels. So one such letter must be there, "Nam" or "Nữ" unharmed, and a vowel in each word.
    """
    letters = "".join(fields)
    has_stacked = any("\u1ea0" <= c <= "\u1ef9" for c in letters)
    is_plain = all(c.isascii() or c.isalpha() for c in letters)
    words = fields[2].split()
    return has_stacked and is_plain and fields[4] in ("Nam", "Nữ") and all(map(_has_vowel, words))


def _has_vowel(word: str) -> bool:
    return any(c in "aeiouy" for c in fold(word))


def _date(ddmmyyyy: str) -> date | None:
    if len(ddmmyyyy) != 8 or not _is_digits(ddmmyyyy):
        return None
    try:
        return date(int(ddmmyyyy[4:]), int(ddmmyyyy[2:4]), int(ddmmyyyy[:2]))
    except ValueError:
        return None


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
