"""Checks the words and topics of the search for what their shape cannot say.

Codes that no procedure has, lessons and barriers that do not exist, a way to say something that
stands for two things, and the wording of what citizens read. Every finding is one line with file
and key path, as for procedures.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.text import fold
from kiosk.services.content import ContentError
from kiosk.services.content_check import Finding, citizen_faults
from kiosk.services.plain_language import spelling_fault
from kiosk.services.search.lexicon import FILE as WORDS_FILE
from kiosk.services.search.lexicon import Lexicon, shipped_lexicon
from kiosk.services.search.topics import (
    FEWEST_TILES,
    MOST_TILES,
    AskTopic,
    HelpTopic,
    OutOfScopeTopic,
    Topic,
    Topics,
    shipped_topics,
)
from kiosk.services.search.topics import FILE as TOPICS_FILE

MOST_SENTENCES = 3

Text = tuple[str, str]
"""Key path and what is written, or what is wrong, there."""

T = TypeVar("T")


def check_search(codes: Collection[str], lessons: Collection[str]) -> list[Finding]:
    """Return all that is to be mended in the shipped words and topics; empty when all is well.

    `codes` are those of all procedures, former ones included, `lessons` the ids of all lessons.
    """
    return [
        *_checked(shipped_lexicon, check_lexicon),
        *_checked(shipped_topics, lambda topics: check_topics(topics, codes, lessons)),
    ]


def _checked(read: Callable[[], T], check: Callable[[T], list[Finding]]) -> list[Finding]:
    try:
        return check(read())
    except ContentError as problem:
        return [Finding(problem.file, problem.key or "file", problem.reason)]


def check_topics(topics: Topics, codes: Collection[str], lessons: Collection[str]) -> list[Finding]:
    """Return all that is to be mended: wording, sizes, codes and lessons that do not exist."""
    faults = [*_twice_used_phrases(topics)]
    for key, topic in topics.all:
        inside = (*_wording(topic), *_sizes(topic), *_dead_references(topic, codes, lessons))
        faults += [(f"{key}.{part}", what) for part, what in inside]
    return [Finding(TOPICS_FILE, key, what) for key, what in faults]


def check_lexicon(lexicon: Lexicon) -> list[Finding]:
    """Return what is to be mended in the words: one way to say it that stands for two things."""
    faults: list[Text] = []
    meant_by: dict[str, str] = {}
    for key, said, meant in _sayings(lexicon):
        fault = spelling_fault(said) if said else "says nothing"
        if fault:
            faults.append((key, fault))
        if meant_by.setdefault(said, meant) != meant:
            faults.append((key, f"“{said}” already means “{meant_by[said]}”"))
    for i, filler in enumerate(lexicon.fillers):
        if " " in filler:
            faults.append((f"fillers[{i}]", "not a single word"))
    return [Finding(WORDS_FILE, key, what) for key, what in faults]


def _sayings(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    tables = {
        "abbreviations": lexicon.abbreviations,
        "dialect": lexicon.dialect,
        "same": lexicon.same,
    }
    for table, meanings in tables.items():
        for meant, ways in meanings.items():
            yield from ((f"{table}.{meant}[{i}]", said, meant) for i, said in enumerate(ways))


def citizen_texts(topic: Topic) -> Iterator[Text]:
    """Yield what a citizen reads in sentences."""
    if isinstance(topic, AskTopic):
        yield "question", topic.question
        for i, tile in enumerate(topic.tiles):
            yield f"tiles[{i}].text", tile.text
            yield f"tiles[{i}].detail", tile.detail
    elif isinstance(topic, OutOfScopeTopic):
        yield from ((f"say[{i}]", text) for i, text in enumerate(topic.say))


def _wording(topic: Topic) -> Iterator[Text]:
    for key, text in citizen_texts(topic):
        yield from ((key, fault) for fault in citizen_faults(text))
    phrases = ((f"phrases[{i}]", phrase) for i, phrase in enumerate(topic.phrases))
    for key, text in (*citizen_texts(topic), *phrases):
        if fault := spelling_fault(text):
            yield key, fault


def _sizes(topic: Topic) -> Iterator[Text]:
    if not topic.phrases:
        yield "phrases", "none"
    if isinstance(topic, AskTopic) and not FEWEST_TILES <= len(topic.tiles) <= MOST_TILES:
        yield "tiles", f"not {FEWEST_TILES} to {MOST_TILES} tiles"
    if isinstance(topic, OutOfScopeTopic) and not 1 <= len(topic.say) <= MOST_SENTENCES:
        yield "say", f"not 1 to {MOST_SENTENCES} sentences"


def _dead_references(
    topic: Topic, codes: Collection[str], lessons: Collection[str]
) -> Iterator[Text]:
    if isinstance(topic, AskTopic):
        wanted = ((f"tiles[{i}].code", tile.code) for i, tile in enumerate(topic.tiles))
        yield from _dead_codes(wanted, codes)
    if isinstance(topic, HelpTopic):
        yield from _dead_codes(((f"codes[{i}]", c) for i, c in enumerate(topic.codes)), codes)
        if topic.lesson not in lessons:
            yield "lesson", f"there is no lesson {topic.lesson!r}"
        for i, barrier in enumerate(topic.barriers):
            if barrier not in BARRIER_BY_CODE:
                yield f"barriers[{i}]", f"there is no barrier {barrier!r}"


def _dead_codes(wanted: Iterable[Text], codes: Collection[str]) -> Iterator[Text]:
    return ((key, f"there is no procedure {code}") for key, code in wanted if code not in codes)


def _twice_used_phrases(topics: Topics) -> Iterator[Text]:
    owners: dict[str, str] = {}
    for key, topic in topics.all:
        for i, phrase in enumerate(topic.phrases):
            owner = owners.setdefault(fold(phrase), key)
            if owner != key:
                yield f"{key}.phrases[{i}]", f"“{phrase}” is already a phrase of {owner}"
