"""What is answered otherwise than with a procedure: questions to ask, lessons, places elsewhere.

They are data (resources/search/topics.toml). An `ask` separates what the same words may mean, a
`help` leads to a lesson, an `out_of_scope` says where to go with what no commune does. Each is
found by its phrases, as a procedure is by its synonyms.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pydantic import ConfigDict, TypeAdapter, ValidationError

from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.search_answer import Tile
from kiosk.domain.text import fold
from kiosk.services.content import ContentError, as_content_error
from kiosk.services.content_check import Finding, citizen_faults
from kiosk.services.plain_language import spelling_fault
from kiosk.services.search.lexicon import FILE as LEXICON_FILE
from kiosk.services.search.lexicon import Lexicon
from resources import read_text

FILE = "topics.toml"
FEWEST_TILES, MOST_TILES = 2, 4
MOST_SENTENCES = 3

Text = tuple[str, str]
"""Key path and what is written, or what is wrong, there."""


@dataclass(frozen=True, slots=True)
class AskTopic:
    """Words that mean several things: the question, and a tile for each meaning."""

    phrases: tuple[str, ...]
    question: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """What a lesson helps with; `barriers` add their labels to the phrases, `codes` come along."""

    lesson: str
    phrases: tuple[str, ...]
    barriers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutOfScopeTopic:
    """What no commune does; `say` are short sentences: where to go."""

    phrases: tuple[str, ...]
    say: tuple[str, ...]


Topic = AskTopic | HelpTopic | OutOfScopeTopic


@dataclass(frozen=True, slots=True)
class Topics:
    """The tables of topics.toml, as written."""

    ask: tuple[AskTopic, ...] = ()
    help: tuple[HelpTopic, ...] = ()
    out_of_scope: tuple[OutOfScopeTopic, ...] = ()

    @property
    def all(self) -> Iterator[tuple[str, Topic]]:
        """Every topic with its key path."""
        yield from ((f"ask[{i}]", one) for i, one in enumerate(self.ask))
        yield from ((f"help[{i}]", one) for i, one in enumerate(self.help))
        yield from ((f"out_of_scope[{i}]", one) for i, one in enumerate(self.out_of_scope))


_ADAPTER = TypeAdapter(tuple[Topics], config=ConfigDict(extra="forbid"))


def shipped_topics() -> Topics:
    """Return resources/search/topics.toml; raises ContentError."""
    return parse_topics(read_text(f"search/{FILE}"))


def parse_topics(text: str, file: str = FILE) -> Topics:
    """Return the topics written in `text`; raises ContentError."""
    try:
        return _ADAPTER.validate_python((tomllib.loads(text),))[0]
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "", f"not valid TOML ({error})") from error
    except ValidationError as error:
        raise as_content_error(file, error) from error


# ---------------------------------------------------------------- what the shape cannot say


def check_topics(topics: Topics, codes: Collection[str], lessons: Collection[str]) -> list[Finding]:
    """Return all that is to be mended: wording, sizes, codes and lessons that do not exist."""
    faults = [*_twice_used_phrases(topics)]
    for key, topic in topics.all:
        inside = (*_wording(topic), *_sizes(topic), *_dead_references(topic, codes, lessons))
        faults += [(f"{key}.{part}", what) for part, what in inside]
    return [Finding(FILE, key, what) for key, what in faults]


def check_lexicon(lexicon: Lexicon) -> list[Finding]:
    """Return what is to be mended in the words: one way to say it that stands for two things."""
    faults: list[Text] = []
    meant_by: dict[str, str] = {}
    for key, said, meant in _sayings(lexicon):
        if fault := spelling_fault(said):
            faults.append((key, fault))
        if meant_by.setdefault(said, meant) != meant:
            faults.append((key, f"“{said}” already means “{meant_by[said]}”"))
    for i, filler in enumerate(lexicon.fillers):
        if " " in filler:
            faults.append((f"fillers[{i}]", "not a single word"))
    return [Finding(LEXICON_FILE, key, what) for key, what in faults]


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
