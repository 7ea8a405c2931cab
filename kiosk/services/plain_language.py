"""The measurable half of plain Vietnamese: sentence length, words to avoid, codes.

Sentences for citizens have at most twelve syllables and never blame. A quoted label or a proper
name counts as one syllable, since it is recognised as a whole; a semicolon or a colon ends a
sentence, because a reader takes breath there.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

MAX_SYLLABLES = 12
MAX_LABEL_SYLLABLES = 6
"""What fits a barrier's button."""

FORBIDDEN = ("lỗi", "không hợp lệ", "xin lỗi")

PROPER_NAMES = (
    "Cổng Dịch vụ công quốc gia",
    "Ủy ban nhân dân xã",
    "Bộ phận Một cửa",
    "Hội đồng nhân dân tỉnh",
    "Công an xã",
)
"""Names of several words of which only some are capitals, longest first where one holds another."""

# A dot or colon between digits belongs to the figure: 8.000 đồng, 15:30.
_SENTENCE = re.compile(r"(?:“[^”]*”|(?<=\d)[.:](?=\d)|[^;:.!?“]|“)+")
_LABEL = re.compile(r"“[^”]*”")
_NAME = re.compile("|".join(map(re.escape, PROPER_NAMES)))
_SYLLABLE = re.compile(r"\d+(?:[./:,-]\d+)*|[^\W\d_]+")
_FORBIDDEN = re.compile(rf"\b(?:{'|'.join(FORBIDDEN)})\b", re.IGNORECASE)
_CODE = re.compile(r"\b\d\.\d{6}\b|\b(?=\w*[A-ZĐ]{2})(?=\w*\d)\w+\b")
_ONE = " một "


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`, without the marks that end them."""
    parts = (match.group().strip() for match in _SENTENCE.finditer(text))
    return tuple(part for part in parts if part)


def syllables(sentence: str) -> int:
    """Return how many syllables `sentence` has; labels, names and figures count as one each."""
    whole = unicodedata.normalize("NFC", sentence)
    shortened = _NAME.sub(_ONE, _LABEL.sub(_ONE, whole))
    words: list[str] = _SYLLABLE.findall(shortened)
    # Two capitals in a row are one name: "Hà Nội". The first word is a capital anyway.
    inside_name = (a[0].isupper() and b[0].isupper() for a, b in pairwise(words[1:]))
    return len(words) - sum(inside_name)


def long_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` that have more than twelve syllables."""
    return tuple(one for one in sentences(text) if syllables(one) > MAX_SYLLABLES)


def forbidden_words(text: str) -> tuple[str, ...]:
    """Return the words in `text` that blame or apologise, in lower case."""
    whole = unicodedata.normalize("NFC", text)
    return tuple(match.group().lower() for match in _FORBIDDEN.finditer(whole))


def codes(text: str) -> tuple[str, ...]:
    """Return form and procedure codes in `text`, such as CT01: they tell a citizen nothing."""
    return tuple(match.group() for match in _CODE.finditer(text))


def spelling_fault(text: str) -> str | None:
    """Return what is wrong with the characters of `text`, or None."""
    if not unicodedata.is_normalized("NFC", text):
        return "not in Unicode normal form C"
    if any(unicodedata.category(character) in {"Cf", "Cc"} for character in text):
        return "holds an invisible character"
    if text != " ".join(text.split()):
        return "has stray blanks"
    return None
