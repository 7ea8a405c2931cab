"""Raw Telex and VNI made readable: "ddawng kys", "d9a8ng ky1" → "đăng ký".

People type so when the input method is off. The reader is tolerant about where the keys stand in
the word and answers only what can be a Vietnamese syllable; whether it is a word that anybody
means is for the search to tell.
"""

from __future__ import annotations

import re
import unicodedata

_VOWELS = "aeiouy"
_HAT, _HORN, _BREVE = "\u0302", "\u031b", "\u0306"
_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_MARKS = {"6": (_HAT, "aeo"), "7": (_HORN, "ou"), "8": (_BREVE, "a")}
_SYLLABLE = re.compile(
    r"^(ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdhklmnprstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?$"
)
_VNI_SHAPE = re.compile(r"^[a-z]+(?=.*\d)[a-z0-9]*$")


def decode(typed: str) -> str | None:
    """Return what was meant by raw Telex or VNI keys, in normal form C; None if it is neither."""
    if not (typed.isascii() and typed.isalnum()):
        return None
    read = _read_vni(typed) if _VNI_SHAPE.match(typed) else _read_telex(typed)
    return read if read != typed else None


class _Syllable:
    """Letters with marks of their own, and one tone for all of them."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.marks: dict[int, str] = {}
        self.tone = ""

    @property
    def has_vowel(self) -> bool:
        return any(letter in _VOWELS for letter in self.letters)

    def find(self, among: str) -> int | None:
        """Return the place of the last letter out of `among` without a mark."""
        places = (i for i in reversed(range(len(self.letters))) if i not in self.marks)
        return next((i for i in places if self.letters[i] in among), None)

    def bar(self) -> bool:
        """Make a d at the beginning a đ."""
        is_plain_d = self.letters[:1] == ["d"]
        if is_plain_d:
            self.letters[0] = "đ"
        return is_plain_d

    def mark(self, mark: str, among: str) -> bool:
        """Put `mark` on the last letter out of `among`; ươ takes the horn on both."""
        place = self.find(among)
        if place is None:
            return False
        self.marks[place] = mark
        if mark == _HORN and place and self.letters[place - 1] == "u" and self.letters[0] != "q":
            self.marks[place - 1] = mark
        return True

    def text(self) -> str | None:
        bare = "".join(self.letters).replace("đ", "d")
        if not _SYLLABLE.match(bare):
            return None
        marked = "".join(letter + self.marks.get(i, "") for i, letter in enumerate(self.letters))
        # Where the tone stands does not matter to the search: on the last vowel it is.
        place = max(i for i, sign in enumerate(marked) if sign in _VOWELS)
        while place + 1 < len(marked) and unicodedata.combining(marked[place + 1]):
            place += 1
        whole = marked[: place + 1] + self.tone + marked[place + 1 :]
        return unicodedata.normalize("NFC", whole)


def _read_telex(typed: str) -> str | None:
    syllable = _Syllable()
    for key in typed:
        if not _take_telex(syllable, key):
            syllable.letters.append(key)
    return syllable.text()


def _take_telex(syllable: _Syllable, key: str) -> bool:
    """Tell whether `key` changed what stands already, instead of being a letter of its own."""
    if key in _TELEX_TONES and syllable.has_vowel:
        syllable.tone = _TELEX_TONES[key]
        return True
    if key == "d" and syllable.letters:
        return syllable.bar()
    if key in "aeo" and key in syllable.letters:
        return syllable.mark(_HAT, key)
    if key == "w":
        place = syllable.find("aou")
        if place is None:
            return False
        is_a = syllable.letters[place] == "a"
        return syllable.mark(_BREVE if is_a else _HORN, syllable.letters[place])
    return False


def _read_vni(typed: str) -> str | None:
    syllable = _Syllable()
    for key in typed:
        if key.isalpha():
            syllable.letters.append(key)
        elif not _take_vni(syllable, key):
            return None
    return syllable.text()


def _take_vni(syllable: _Syllable, key: str) -> bool:
    if key in _VNI_TONES:
        syllable.tone = _VNI_TONES[key]
        return syllable.has_vowel
    if key in _VNI_MARKS:
        return syllable.mark(*_VNI_MARKS[key])
    return key == "9" and syllable.bar()
