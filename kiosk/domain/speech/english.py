"""What is said for an English text: what an English voice would stumble over at this counter.

Such a voice reads numbers and times by itself. Left to do are dates in the Vietnamese order, money
with dots between thousands, codes and telephone numbers, and the names of Vietnamese systems.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.domain.speech.pauses import tidied

Match = re.Match[str]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_SPOKEN = {
    "VNeID": "V N e I D",
    "VssID": "V S S I D",
    "OTP": "O T P",
    "QR": "Q R",
    "PIN": "pin",
    "UBND": "People's Committee",
    "BHYT": "health insurance",
    "BHXH": "social insurance",
    "VND": "dong",
    "VNĐ": "dong",
}


def spoken_english(text: str) -> str:
    """Return what is said for `text`, with the marks a voice takes breath at."""
    said = text.replace("\u00a0", " ")
    for pattern, in_words in _RULES:
        said = pattern.sub(in_words, said)
    return tidied(said)


def _date(match: Match) -> str:
    day, month, year = (int(part) for part in match.group("day", "month", "year"))
    return f"{day} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else match.group()


def _money(match: Match) -> str:
    return f"{match['number'].replace('.', '').replace(',', '')} dong"


def _apart(match: Match) -> str:
    """Return a code or number one character at a time, its groups apart."""
    groups = re.findall(r"[0-9A-ZĐ]+", match.group())
    return ", ".join(" ".join(group) for group in groups)


def _code(match: Match) -> str:
    return " point ".join(" ".join(part) for part in match.group().split("."))


def _known(match: Match) -> str:
    return _SPOKEN[match.group()]


def _pause(_match: Match) -> str:
    return ", "


def _nothing(_match: Match) -> str:
    return ""


_RULES: tuple[tuple[re.Pattern[str], Callable[[Match], str]], ...] = tuple(
    (re.compile(pattern), in_words)
    for pattern, in_words in (
        (r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})\b", _date),
        (r"\b(?P<number>\d[\d.,]*)\s?(?:đồng|đ|₫|VNĐ|VND)(?!\w)", _money),
        (r"\b\d\.\d{6}\b", _code),
        (r"(?<![\w.])(?:\+84|0)\d{1,3}(?:[ .]\d{2,4}){1,3}(?![\w])", _apart),
        (r"(?<![\w.])(?:0\d{8,10}|1[89]00 ?\d{4,6})(?![\w])", _apart),
        (r"\b\d{4}-\d{2}-\d{4}\b|\b\d{5,}\b(?! dong)", _apart),
        (r"\b(?=[\dA-Z-]*\d)(?=[\dA-Z-]*[A-Z])[\dA-Z]+(?:-[\dA-Z]+)*\b", _apart),
        (rf"\b(?:{'|'.join(_SPOKEN)})\b", _known),
        (r"[“”]", _nothing),
        (r"[()\[\]\"‘’·…*|_→]|\s[-–—]\s", _pause),
    )
)
