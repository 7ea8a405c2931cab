"""What is answered otherwise than with a procedure: questions to ask, lessons, places elsewhere.

They are data (resources/search/topics.toml). An `ask` separates what the same words may mean, a
`help` leads to a lesson, an `out_of_scope` says where to go with what no commune does. Each is
found by its phrases, as a procedure is by its synonyms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ConfigDict, TypeAdapter

from kiosk.domain.search_answer import Tile
from kiosk.services.content import shaped, toml_table
from resources import read_text

FILE = "topics.toml"
FEWEST_TILES, MOST_TILES = 2, 4


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
    return shaped(_ADAPTER, toml_table(text, file), file)
