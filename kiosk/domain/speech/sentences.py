"""Takes a shown text apart into what is said and marked at a time, and tells its language.

A piece ends where a reader takes breath: after a sentence, a colon, a semicolon, a middle dot and
at a line end. So a text put together on a page ("Lệ phí: …") is said in the same pieces as its
parts, and a recording of a part serves wherever the part is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.speech.english import spoken_english
from kiosk.domain.speech.vietnamese import spoken_vietnamese

VIETNAMESE, ENGLISH = "vi", "en"

# "TP. Hà Nội" goes on after its dot, and so does "1. Mở máy ảnh".
_NOT_AN_END = r"(?<!\b[A-ZĐ]\.)(?<!\b[A-ZĐ]{2}\.)(?<!^\d\.)"
_BREATH = re.compile(
    rf"{_NOT_AN_END}(?:(?<=[.!?…])|(?<=[.!?…][”)]))(?P<after_sentence>\s+)"
    r"|(?<=[:;])\s+|\s*\n\s*|\s+·\s+",
    re.MULTILINE,
)
_SAYS_SOMETHING = re.compile(r"\w")
_QUOTED = re.compile(r"“[^”]*”")
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE_LETTER = re.compile("[À-ỹ]")
_SHARE = 1 / 3
"""How many of its words show that a sentence is Vietnamese; a name alone does not."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said at a time: its place in the shown text, its language, and the words to say."""

    start: int
    end: int
    language: str
    said: str


def pieces(text: str, page: str) -> tuple[Piece, ...]:
    """Return what is said for `text` on a page in the language `page`, one after the other."""
    found = []
    for start, end in _places(text):
        language = language_of(text[start:end], page)
        found.append(Piece(start, end, language, spoken(text[start:end], language)))
    return tuple(piece for piece in found if piece.said)


def spoken(text: str, language: str) -> str:
    """Return the words a voice of that language says for `text`."""
    return (spoken_vietnamese if language == VIETNAMESE else spoken_english)(text)


def _places(text: str) -> list[tuple[int, int]]:
    """Return where each piece begins and ends; signs alone are no piece."""
    places = []
    start = 0
    for pause in (*filter(_is_breath, _BREATH.finditer(text)), None):
        end = pause.start() if pause else len(text)
        if _SAYS_SOMETHING.search(text, start, end):
            places.append((start, end))
        start = pause.end() if pause else end
    return places


def _is_breath(pause: re.Match[str]) -> bool:
    """Tell whether the text begins anew: a dot inside a sentence is followed by a small letter."""
    return not (pause["after_sentence"] and pause.string[pause.end() :][:1].islower())


def language_of(text: str, page: str) -> str:
    """Return the language `text` is read in on a page in the language `page`.

    On an English page a sentence without a translation stands in Vietnamese, which its letters
    show. What is quoted does not count: an English sentence names Vietnamese buttons in quotes.
    """
    if page != ENGLISH:
        return VIETNAMESE
    words = _WORD.findall(_QUOTED.sub(" ", text)) or _WORD.findall(text)
    marked = sum(bool(_VIETNAMESE_LETTER.search(word)) for word in words)
    return VIETNAMESE if words and marked / len(words) >= _SHARE else page
