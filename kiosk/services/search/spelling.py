"""Vietnamese words taken apart: bare letters, letters with their marks, and the tone.

Searching needs all three. People leave marks out, so words meet by their bare letters; and khai tử
is not khai tự, so among those the marks decide how well two words agree. Where the tone stands
(hoà, hòa) and whether i or y is written (kí, ký) tells nothing and is evened out here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TONES = {"\u0300": 1, "\u0301": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5}
"""Huyền, sắc, hỏi, ngã, nặng."""

_EASILY_CONFUSED_TONES = ({3, 4}, {4, 5})
"""Hỏi and ngã in the South and the Centre, ngã and nặng in the Centre."""

_WORD = re.compile(r"[^\W_]+")
_LONE_Y = re.compile(r"(?<=^[hklmstv])y$|(?<=^qu)y")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")

SAME, TONE_CONFUSED, ONE_MARK_OFF, MARKS_OFF = 1.0, 0.9, 0.65, 0.45
"""How well two words with the same bare letters agree, by what differs between them."""


class Word(NamedTuple):
    """One word: `bare` in a–z and 0–9, `letters` with marks but without the tone (0–5)."""

    bare: str
    letters: str
    tone: int

    @property
    def is_marked(self) -> bool:
        """Tell whether anything beyond plain letters was written."""
        return self.tone > 0 or self.letters != self.bare


def words_of(text: str) -> list[Word]:
    """Return the words of `text`; signs and blanks only part them."""
    return [word_of(part) for part in raw_words(text)]


def is_marked(text: str) -> bool:
    """Tell whether any word of `text` has a mark."""
    return any(word.is_marked for word in words_of(text))


def bare(text: str) -> str:
    """Return the bare words of `text`, one blank between them."""
    return " ".join(word.bare for word in words_of(text))


def raw_words(text: str) -> list[str]:
    """Return the words of `text` in lower case and normal form C, otherwise as they were typed."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=20_000)
def word_of(part: str) -> Word:
    """Return one word taken apart."""
    tone = 0
    kept: list[str] = []
    for sign in unicodedata.normalize("NFD", part):
        tone = _TONES.get(sign, tone)
        if sign not in _TONES:
            kept.append(sign)
    letters = unicodedata.normalize("NFC", "".join(kept))
    bare = "".join(c for c in kept if not unicodedata.combining(c)).replace("đ", "d")
    return Word(_even(bare), _even(letters), tone)


def _even(letters: str) -> str:
    return _LONE_Y.sub("i", _LEADING_ZEROS.sub("", letters))


def agreement(typed: Word, known: Word) -> float:
    """Return in 0–1 how well the marks of two words with the same bare letters agree."""
    if typed.letters == known.letters:
        if typed.tone == known.tone:
            return SAME
        is_confused = any({typed.tone, known.tone} == pair for pair in _EASILY_CONFUSED_TONES)
        return TONE_CONFUSED if is_confused else ONE_MARK_OFF
    return ONE_MARK_OFF if typed.tone == known.tone else MARKS_OFF


_SOUNDS = (
    (re.compile(r"^tr"), "ch"),
    (re.compile(r"^x"), "s"),
    (re.compile(r"^(gi(?=[aeouy])|gi$|r|z)"), "d"),
    (re.compile(r"^n(?![gh])"), "l"),
    (re.compile(r"^(k|q(?=u))"), "c"),
    (re.compile(r"^ngh"), "ng"),
    (re.compile(r"^gh"), "g"),
    (re.compile(r"y"), "i"),
    (re.compile(r"nh$"), "n"),
    (re.compile(r"ng$"), "n"),
    (re.compile(r"(ch|c)$"), "t"),
)
"""Spellings that sound alike somewhere in the country; each is replaced by one of them."""


@lru_cache(maxsize=20_000)
def sound_of(bare: str) -> str:
    """Return bare letters such that words which people confuse by ear become the same."""
    for spelling, one in _SOUNDS:
        bare = spelling.sub(one, bare)
    return bare
