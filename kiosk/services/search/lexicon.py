"""The words the search reads as others: fillers, abbreviations, dialect, equal meanings.

They are data (resources/search/words.toml), because whoever hears citizens speak should be able to
add one without knowing the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pydantic import ConfigDict, TypeAdapter

from kiosk.services.content import shaped, toml_table
from resources import read_text

FILE = "words.toml"

Meanings = dict[str, tuple[str, ...]]
"""What is meant → the ways to say it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of words.toml, as written."""

    fillers: tuple[str, ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    abbreviations: Meanings = field(default_factory=dict)
    dialect: Meanings = field(default_factory=dict)
    same: Meanings = field(default_factory=dict)

    @property
    def meanings(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every entry of the three tables."""
        for table in (self.abbreviations, self.dialect, self.same):
            yield from table.items()


_ADAPTER = TypeAdapter(tuple[Lexicon], config=ConfigDict(extra="forbid"))


def shipped_lexicon() -> Lexicon:
    """Return resources/search/words.toml; raises ContentError."""
    return parse_lexicon(read_text(f"search/{FILE}"))


def parse_lexicon(text: str, file: str = FILE) -> Lexicon:
    """Return the words written in `text`; raises ContentError."""
    return shaped(_ADAPTER, toml_table(text, file), file)
