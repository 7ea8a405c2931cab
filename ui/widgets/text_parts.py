"""The pure rule of how a text too long for one page is taken apart; knows words, not widgets."""

from __future__ import annotations

import re
from collections.abc import Callable

_MARK = "**"
_AFTER_SENTENCE = re.compile(r"(?<=[.!?;:…”])\s+|\n+")
_BETWEEN_WORDS = re.compile(r"[\s\u200b]+")


def text_parts(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Return the text in as few parts as `fits` allows, none of them empty.

    A part ends with a sentence where it can, else with a word; bold goes on in the next part. A
    single word that does not fit is a part all the same, so that nothing is ever left out.
    """
    parts: list[str] = []
    rest = text.strip()
    while rest and not fits(rest):
        cut = _last_cut(rest, _AFTER_SENTENCE, fits) or _last_cut(rest, _BETWEEN_WORDS, fits)
        cut = cut or _first_cut(rest)
        if cut is None:
            break
        part, rest = _cut(rest, cut)
        parts.append(part)
    return [*parts, rest] if rest else parts


def _last_cut(
    text: str, between: re.Pattern[str], fits: Callable[[str], bool]
) -> re.Match[str] | None:
    """Return the last place of this kind before which the text still fits."""
    last = None
    for place in between.finditer(text):
        if not fits(_cut(text, place)[0]):
            break
        last = place
    return last


def _first_cut(text: str) -> re.Match[str] | None:
    return _BETWEEN_WORDS.search(text)


def _cut(text: str, place: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and after `place`; bold that is cut through is bold in both."""
    before, after = text[: place.start()], text[place.end() :]
    if before.count(_MARK) % 2:
        return before + _MARK, _MARK + after
    return before, after
