"""How a Vietnamese syllable is spelt: onset, medial, nucleus, coda, and where its tone is written.

The tables hold the rimes as they are written. From them follow all syllables, what may be the
beginning of one while it is being typed, and which letter carries the tone. The tone stands as in
common use and in official names (“hòa”, “thúy”, “xã Ứng Hòa”), not as in school books (“hoà”).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import product


class Tone(StrEnum):
    """The six tones by their names; the level one has no mark."""

    LEVEL = "ngang"
    ACUTE = "sắc"
    GRAVE = "huyền"
    HOOK = "hỏi"
    TILDE = "ngã"
    DOT = "nặng"


_SIGNS = {
    Tone.ACUTE: "\u0301",
    Tone.GRAVE: "\u0300",
    Tone.HOOK: "\u0309",
    Tone.TILDE: "\u0303",
    Tone.DOT: "\u0323",
}
_TONES = {sign: tone for tone, sign in _SIGNS.items()}

VOWELS = frozenset("aăâeêioôơuưy")
_MARKED = frozenset("ăâêôơư")
_BARE = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d"}

# Nucleus → codas, "-" for none. A glide at the end (i, y, o, u) counts as a coda.
_PLAIN = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- ch m n nh p t u",
    "ia": "-",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- c i m n ng p t",
    "ua": "-",
    "uô": "c i m n ng t",
    "ư": "- c i m n ng t u",
    "ưa": "-",
    "ươ": "c i m n ng p t u",
}
# The same with the medial glide before the nucleus, written o or u.
_ROUNDED = {
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- m n o t",
    "uâ": "n ng t y",
    "uê": "- ch n nh u",
    "uơ": "-",
    "uy": "- ch n nh p t u",
    "uya": "-",
    "uyê": "n t",
}
# After q the glide is always u, and some rimes are found nowhere else (“quốc”, “quên”, “quít”).
_AFTER_Q = {
    "ua": "- c ch i m n ng nh o p t u y",
    "uă": "c m n ng p t",
    "uâ": "n ng t y",
    "ue": "- n o t",
    "uê": "- ch n nh t u",
    "ui": "- n p t",
    "uô": "c",
    "uơ": "-",
    "uy": "- ch n nh p t",
    "uyê": "n t",
}
# With i the onset gi is written g (“gì”, “giếng”), so these stand after g.
_GI_AS_G = {"i": "- m n p t", "iê": "c m n ng p t"}

_LONG_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "th", "tr")
_ONSETS = (*_LONG_ONSETS, *"bcdđghklmnpqrstvx", "")
_BEFORE_FRONT, _NEVER_FRONT = ("gh", "ngh", "k"), ("c", "g", "ng")
_BEFORE_FINAL_Y = ("", "h", "k", "l", "m", "n", "s", "t", "th", "v")
_STOPS = ("c", "ch", "p", "t")
_WITH_STOP = (Tone.ACUTE, Tone.DOT)


def tone_of(text: str) -> Tone:
    """Return the first tone written in `text`."""
    signs = (_TONES.get(char) for char in unicodedata.normalize("NFD", text))
    return next((tone for tone in signs if tone is not None), Tone.LEVEL)


def toneless(text: str) -> str:
    """Return `text` without its tones; its other marks stay: “tiếng” → “tiêng”."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))


def bare(letter: str) -> str:
    """Return one toneless small letter without its mark: “ơ” → “o”, “đ” → “d”."""
    return _BARE.get(letter, letter)


def with_tone(letters: str, tone: Tone) -> str:
    """Return the toneless `letters` with the tone on the letter that carries it."""
    at = _seat(letters.lower())
    if tone is Tone.LEVEL or at is None:
        return letters
    carrier = unicodedata.normalize("NFC", letters[at] + _SIGNS[tone])
    return letters[:at] + carrier + letters[at + 1 :]


def has_vowel(letters: str) -> bool:
    """Return whether a toneless text has a vowel."""
    return not VOWELS.isdisjoint(letters.lower())


def is_whole(letters: str, tone: Tone) -> bool:
    """Return whether the toneless `letters` with `tone` are a syllable of Vietnamese."""
    small = letters.lower()
    spelt = any(rest in _rimes_of(onset) for onset, rest in _splits(small))
    return spelt and (tone in _WITH_STOP or not small.endswith(_STOPS))


def may_begin(letters: str, tone: Tone = Tone.LEVEL) -> bool:
    """Return whether a syllable may grow out of `letters`, some of its marks still to come.

    A tone that is there already must suit the coda; the level one may still be changed.
    """
    small = letters.lower()
    if tone not in (Tone.LEVEL, *_WITH_STOP) and small.endswith(_STOPS) and has_vowel(small):
        return False
    return any(rest in _starts_of(onset) for onset, rest in _splits(small))


def all_syllables() -> Iterator[tuple[str, Tone]]:
    """Yield every syllable the rules allow, as toneless letters and tone, each once."""
    letters = dict.fromkeys(onset + rime for onset in _ONSETS for rime in _rimes_of(onset))
    for spelt, tone in product(letters, Tone):
        if is_whole(spelt, tone):
            yield spelt, tone


def _splits(letters: str) -> Iterator[tuple[str, str]]:
    """Yield each onset that `letters` may begin with, and what follows it."""
    for onset in _ONSETS:
        if letters.startswith(onset):
            yield onset, letters[len(onset) :]


@cache
def _rimes_of(onset: str) -> frozenset[str]:
    """Return the rimes written after `onset`."""
    if onset == "q":
        return _written(_AFTER_Q)
    if onset == "gi":
        return frozenset(rime for rime in _written(_PLAIN) if rime[0] != "i")
    plain = frozenset(rime for rime in _written(_PLAIN) if _suits(onset, rime))
    if onset in _BEFORE_FINAL_Y:
        plain |= {"y"}
    if onset == "":
        plain |= _written({"yê": "m n ng t u"})
    return plain | _rounded_of(onset)


def _suits(onset: str, rime: str) -> bool:
    """Return whether spelling lets a rime without glide stand after `onset`."""
    is_front = rime[0] in "eêi"
    if onset in _BEFORE_FRONT:
        return is_front
    if onset in _NEVER_FRONT:
        return not is_front
    return not (onset == "" and rime.startswith("iê"))


def _rounded_of(onset: str) -> frozenset[str]:
    if onset in ("c", "k", "gh", "ngh"):
        return frozenset()
    if onset == "g":
        return _written(_GI_AS_G) | {"oa"}
    return _written(_ROUNDED)


def _written(rimes: dict[str, str]) -> frozenset[str]:
    return frozenset(
        nucleus + coda.strip("-") for nucleus, codas in rimes.items() for coda in codas.split()
    )


@cache
def _starts_of(onset: str) -> frozenset[str]:
    """Return every beginning of the rimes of `onset`, each mark there or still to come."""
    return frozenset(
        "".join(typed)[:length]
        for rime in _rimes_of(onset)
        for typed in product(*({letter, bare(letter)} for letter in rime))
        for length in range(len(rime) + 1)
    )


def _seat(letters: str) -> int | None:
    """Return the place of the letter that carries the tone, None without a vowel.

    The last marked vowel comes first; of plain ones the last before a consonant (“toàn”), else the
    first of two (“hòa”, “mía”) and the middle one of three (“ngoài”, “khuỷu”).
    """
    start, end = _vowels(letters)
    if start == end:
        return None
    marked = [at for at in range(start, end) if letters[at] in _MARKED]
    if marked:
        return marked[-1]
    if end < len(letters):
        return end - 1
    return start + (1 if end - start > 2 else 0)


def _vowels(letters: str) -> tuple[int, int]:
    """Return where the vowels begin and end; the u of qu and the i of gi belong to the onset."""
    start = next((at for at, letter in enumerate(letters) if letter in VOWELS), len(letters))
    if letters[:2] in ("qu", "gi") and letters[2:3] in VOWELS and letters[2:]:
        start = 2
    end = start
    while end < len(letters) and letters[end] in VOWELS:
        end += 1
    return start, end
