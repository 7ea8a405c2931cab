"""The spelling of syllables, held against the words that stand in the project's own content."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

import resources
from kiosk.domain.syllable import (
    Tone,
    all_syllables,
    has_vowel,
    is_whole,
    may_begin,
    tone_of,
    toneless,
)
from kiosk.domain.syllable import with_tone as write

SYLLABLES = tuple(all_syllables())
_WORD = re.compile(r"[^\W\d_]+")


def content_words() -> Iterator[str]:
    """Yield the words of the shipped procedures and lessons that carry Vietnamese letters.

    Abbreviations (“QĐ”, “đkkd”) are no words, and synonyms hold citizens' slips of spelling.
    """
    for path in (*resources.procedure_files(), *resources.lesson_files()):
        table = tomllib.loads(path.read_text("utf-8"))
        table.pop("synonyms", None)
        words = (word for word in _WORD.findall(str(table)) if not word.isupper())
        yield from (w.lower() for w in words if not w.isascii() and has_vowel(toneless(w)))


def test_every_word_of_the_content_is_a_syllable_with_its_tone_in_place() -> None:
    """Official names keep the other way of placing a tone; nothing else is strange to the rules."""
    known = {write(letters, tone) for letters, tone in SYLLABLES}
    unknown = {word for word in content_words() if word not in known}
    school_style = {word for word in unknown if write(toneless(word), tone_of(word)) in known}
    assert len(known & set(content_words())) > 500
    assert unknown - school_style == set()
    assert all(re.search("o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]", word) for word in school_style)


def test_the_rules_make_no_syllable_twice() -> None:
    written = [write(letters, tone) for letters, tone in SYLLABLES]
    assert len(written) > 15_000
    assert len(set(written)) == len(written)
    assert all(is_whole(letters, tone) for letters, tone in SYLLABLES)


def test_a_syllable_may_begin_with_each_of_its_own_beginnings() -> None:
    refused = {
        (letters[:length], tone)
        for letters, tone in SYLLABLES
        for length in range(1, len(letters) + 1)
        if not may_begin(letters[:length], tone if length == len(letters) else Tone.LEVEL)
    }
    assert refused == set()


@pytest.mark.parametrize(
    "word",
    [
        *("hòa", "thúy", "khỏe", "mía", "mùa", "mưa", "chào", "khuấy", "thuở", "huế", "tuần"),
        *("toàn", "huỳnh", "ngoài", "xoáy", "khuỷu", "ngoéo", "yếu", "rượu", "người", "chuối"),
        *("quà", "quý", "quạu", "quốc", "quỳnh", "già", "giặt", "giếng", "gì", "gìn", "giữa"),
        *("goòng", "xoong", "khuya", "chuyện", "nghiêng", "ỷ", "ưng", "ướt", "yên", "oái"),
    ],
)
def test_the_tone_stands_where_people_put_it(word: str) -> None:
    assert write(toneless(word), tone_of(word)) == word
    assert is_whole(toneless(word), tone_of(word))


@pytest.mark.parametrize(
    "word",
    [
        *("window", "facebook", "za", "ka", "kung", "cinh", "nginh", "gha", "qa", "giinh"),
        *("uơn", "ươ", "iên", "tâ", "oă", "ing", "cach", "toap", "đk", "h", ""),
    ],
)
def test_what_is_spelt_otherwise_is_no_syllable(word: str) -> None:
    assert not is_whole(word, Tone.LEVEL)


def test_before_a_stop_only_two_tones_are_spoken() -> None:
    tones = {tone for letters, tone in SYLLABLES if letters == "cach"}
    assert tones == {Tone.ACUTE, Tone.DOT}
    assert may_begin("cach")
    assert not may_begin("cach", Tone.GRAVE)
