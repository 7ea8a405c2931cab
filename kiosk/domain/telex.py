"""Telex: plain keys that write Vietnamese, one word at a time, without a window.

A word is a fold over its keys: each key changes a letter, sets the tone, or is a letter itself.
What cannot become a Vietnamese syllable is shown as it was typed, so “window” and “facebook” stay
whole. A key pressed again takes back what it did and is a letter then (“tesst” → “test”).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.domain.syllable import (
    Tone,
    bare,
    has_vowel,
    is_whole,
    may_begin,
    tone_of,
    toneless,
    with_tone,
)

TONE_KEYS = {
    "s": Tone.ACUTE,
    "f": Tone.GRAVE,
    "r": Tone.HOOK,
    "x": Tone.TILDE,
    "j": Tone.DOT,
    "z": Tone.LEVEL,
}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_LAST_WORD = re.compile(r"[^\W_]*$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word while it is typed.

    `keys` are what was pressed, `letters` what that wrote, without the tone. A free word is none of
    Vietnamese and takes every further key as it is; then `letters` is all of its text. `is_undone`
    says that a key was pressed again on purpose: the word is not put back to its keys any more.
    """

    keys: str = ""
    letters: str = ""
    tone: Tone = Tone.LEVEL
    is_free: bool = False
    is_undone: bool = False

    @property
    def text(self) -> str:
        """The word as it is shown."""
        return self.letters if self.is_free else with_tone(self.letters, self.tone)


def word_before(text: str) -> str:
    """Return the word that `text` ends with, "" after a blank or a sign."""
    found = _LAST_WORD.search(text)
    return found.group() if found else ""


def taken_up(text: str) -> Word:
    """Return a word that is there already, to be typed on."""
    text = unicodedata.normalize("NFC", text)
    letters, tone = toneless(text), tone_of(text)
    if with_tone(letters, tone) == text and may_begin(letters, tone):
        return Word(text, letters, tone)
    return Word(text, text, is_free=True)


def compose(keys: str) -> Word:
    """Return the word that a row of keys writes."""
    word = Word()
    for key in keys:
        word = press(word, key)
    return word


def press(word: Word, key: str) -> Word:
    """Return the word after one more key: a plain one, or a letter with its marks."""
    if word.is_free:
        return replace(word, keys=word.keys + key, letters=word.letters + key)
    changed = _toned(word, key) or _marked(word, key) or _grown(word, key)
    if changed is None:
        return _freed(word, key)
    return replace(changed, keys=word.keys + key)


def erase(word: Word) -> Word:
    """Return the word without its last letter; what its last key has spoilt is right again."""
    if word.is_free and not word.is_undone:
        return compose(word.keys[:-1])
    return taken_up(word.text[:-1])


def finished(word: Word) -> str:
    """Return the text of a word that is over: the bare keys when no syllable came of them."""
    keeps = word.is_free or word.is_undone or not has_vowel(word.letters)
    return word.text if keeps or is_whole(word.letters, word.tone) else word.keys


def with_letter(word: Word, letter: str) -> Word:
    """Return the word after a key of the row “ă â đ ê ô ơ ư”.

    The letter is put at the end, or, where nothing can come of that, takes the place of the plain
    one it is made from: “tieng” and “ê” make “tiêng”.
    """
    grown = None if word.is_free else _grown(word, letter)
    if grown is None and not word.is_free:
        for at in _places_of(word.letters, bare(letter)):
            swapped = _swap(word.letters, at, letter)
            if swapped != word.letters and may_begin(swapped, word.tone):
                grown = replace(word, letters=swapped)
                break
    return taken_up(grown.text if grown is not None else word.text + letter)


def with_tone_key(word: Word, tone: Tone) -> Word:
    """Return the word after a tone key: it sets the tone, and a second time takes it away."""
    letters, former = toneless(word.text), tone_of(word.text)
    wanted = Tone.LEVEL if former is tone else tone
    return taken_up(with_tone(letters, wanted)) if letters.isalpha() else word


def _fits(word: Word, letters: str) -> Word | None:
    return replace(word, letters=letters) if may_begin(letters, word.tone) else None


def _grown(word: Word, key: str) -> Word | None:
    """Return the word with `key` at its end as a letter, if a syllable can come of that."""
    if not key.isalpha():
        return None
    letters, tone = word.letters + toneless(key), tone_of(key)
    if tone is not Tone.LEVEL:
        word = replace(word, tone=tone)
    return _fits(word, _with_whole_horns(letters))


def _with_whole_horns(letters: str) -> str:
    """Return the letters with both horns on “uơ” and “ưo”: before anything else they are “ươ”."""
    small = letters.lower()
    at = max(small.find("uơ"), small.find("ưo"))
    return _both_horns(letters, at) if 0 <= at < len(letters) - 2 else letters


def _toned(word: Word, key: str) -> Word | None:
    tone = TONE_KEYS.get(key.lower())
    if tone is None or not has_vowel(word.letters):
        return None
    if tone is Tone.LEVEL:
        return replace(word, tone=tone) if word.tone is not Tone.LEVEL else None
    if tone is word.tone:
        return Word(letters=word.letters + key, is_free=True, is_undone=True)
    return replace(word, tone=tone) if may_begin(word.letters, tone) else None


def _marked(word: Word, key: str) -> Word | None:
    small = key.lower()
    if small in _HATS:
        return _hatted(word, key)
    if small == "w":
        return _horned(word, key)
    if small == "d" and word.letters[:1].lower() in ("d", "đ"):
        return _stroked(word, key)
    return None


def _hatted(word: Word, key: str) -> Word | None:
    """Return the word with â, ê or ô; typed far from its letter the key may be a letter itself."""
    at = next(_places_of(word.letters, key.lower()), None)
    if at is None:
        return None
    hat = _HATS[key.lower()]
    if word.letters[at].lower() == hat:
        return _taken_back(word, _swap(word.letters, at, key.lower()) + key)
    is_apart = at < len(word.letters) - 1
    if is_apart and may_begin(word.letters + key, word.tone):
        return None
    return _fits(word, _swap(word.letters, at, hat))


def _horned(word: Word, key: str) -> Word | None:
    """Return the word with ươ, ơ, ư or ă; where there is no vowel yet, w is ư itself."""
    if not has_vowel(word.letters):
        return _fits(word, word.letters + _as_case("ư", key))
    candidates = (_fits(word, letters) for letters in _horn_candidates(word.letters))
    found = next((fitting for fitting in candidates if fitting is not None), None)
    return found or _unhorned(word, key)


def _horn_candidates(letters: str) -> Iterator[str]:
    small = letters.lower()
    at = max(small.find("uo"), small.find("uô"))
    # Open, “uơ” is whole (“thuở”); before anything else it is half of “ươ”.
    if 0 <= at < len(letters) - 2:
        yield _both_horns(letters, at)
    if "uơ" in small:
        return
    for place in range(len(letters) - 1, -1, -1):
        horn = _HORNS.get(bare(small[place]))
        if horn is not None and small[place] != horn:
            yield _swap(letters, place, horn)


def _unhorned(word: Word, key: str) -> Word | None:
    """Return the word with its horns and breves taken back, None when there are none."""
    horned = [at for at, letter in enumerate(word.letters.lower()) if letter in _HORNS.values()]
    if not horned:
        return None
    is_key_alone = len(word.keys) == len(word.letters) and horned[-1] == len(word.letters) - 1
    if is_key_alone and word.keys[-1:].lower() == "w":
        return _taken_back(word, word.letters[:-1] + key)
    letters = word.letters
    for at in horned:
        letters = _swap(letters, at, bare(letters[at].lower()))
    return _taken_back(word, letters + key)


def _stroked(word: Word, key: str) -> Word | None:
    if word.letters[0].lower() == "đ":
        return _taken_back(word, _swap(word.letters, 0, "d") + key)
    return _fits(word, _swap(word.letters, 0, "đ"))


def _taken_back(word: Word, letters: str) -> Word:
    """Return the word after a key was pressed again: its mark is gone, and the key is a letter."""
    if may_begin(letters, word.tone):
        return replace(word, letters=letters, is_undone=True)
    return Word(letters=with_tone(letters, word.tone), is_free=True, is_undone=True)


def _freed(word: Word, key: str) -> Word:
    """Return the word as typed, now that nothing Vietnamese can come of it.

    What is without a vowel (“đk”, “đt”) is an abbreviation and keeps its đ.
    """
    keeps = word.is_undone or not has_vowel(word.letters)
    text = (word.text if keeps else word.keys) + key
    return Word(word.keys + key, text, is_free=True, is_undone=keeps)


def _places_of(letters: str, plain: str) -> Iterator[int]:
    """Yield the places of a plain letter in any of its forms, the last one first."""
    small = letters.lower()
    return (at for at in range(len(small) - 1, -1, -1) if bare(small[at]) == plain)


def _both_horns(letters: str, at: int) -> str:
    return _swap(_swap(letters, at, "ư"), at + 1, "ơ")


def _swap(letters: str, at: int, letter: str) -> str:
    return letters[:at] + _as_case(letter, letters[at]) + letters[at + 1 :]


def _as_case(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter
