"""What a table shows, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its title; `share` is its part of the width relative to the others."""

    title: str
    share: float = 1.0


class CellMark(Enum):
    """What a cell is drawn as: text, a number on a disc, or the box of a row that is ticked."""

    NONE = auto()
    DISC = auto()
    BOX = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """One text of a row, which wraps; `tone` colours it, `strong` makes it bold.

    `detail` stands below it in quieter letters.
    """

    text: str
    icon: str = ""
    tone: Tone | None = None
    strong: bool = False
    detail: str = ""
    mark: CellMark = CellMark.NONE

    @property
    def words(self) -> str:
        """What is read out of the cell."""
        return ", ".join(part for part in (self.text, self.detail) if part)


def spoken_row(cells: Sequence[Cell]) -> str:
    """Return what is read out of a row."""
    return ", ".join(cell.words for cell in cells if cell.words)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, in the order of the columns, and what a tap on it hands over."""

    cells: tuple[Cell | str, ...]
    payload: object = None
    selected: bool = False
