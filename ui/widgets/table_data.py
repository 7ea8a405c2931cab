"""What a table shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its title; `share` is its part of the width relative to the others."""

    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One text of a row, which wraps; `tone` colours it, `strong` makes it bold."""

    text: str
    icon: str = ""
    tone: Tone | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, in the order of the columns, and what a tap on it hands over."""

    cells: tuple[Cell | str, ...]
    payload: object = None
    selected: bool = False
