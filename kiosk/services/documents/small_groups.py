"""Which figures must not be shown so that nobody is found in a table by village or age.

A figure of one to four people points at persons in a village where all know each other. Hiding it
is not enough when the rest and the total give it back, so more is hidden until they do not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

SMALLEST_SHOWN = 5
"""People; a group of fewer is never shown as a figure."""

_Cell = TypeVar("_Cell", bound=Hashable)
_Row = TypeVar("_Row", bound=Hashable)
_Column = TypeVar("_Column", bound=Hashable)


def is_small(people: int) -> bool:
    """Return whether a figure points at persons; an empty group does not."""
    return 0 < people < SMALLEST_SHOWN


def hidden_cells(people: Mapping[_Cell, int]) -> frozenset[_Cell] | None:
    """Return the groups to hide in a table that shows its total.

    First the small ones; then the next smallest, until no small figure follows from total and rest.
    None when even hiding all is not enough: then the table must not be split at all.
    """
    small = {cell for cell, count in people.items() if is_small(count)}
    hidden = set(small)
    others = sorted(
        (cell for cell, count in people.items() if count >= SMALLEST_SHOWN),
        key=lambda cell: (people[cell], str(cell)),
    )
    while not _is_safe(sum(people[cell] for cell in hidden), len(small), len(hidden) - len(small)):
        if not others:
            return None
        hidden.add(others.pop(0))
    return frozenset(hidden)


def _is_safe(total: int, small: int, large: int) -> bool:
    """Return whether hidden figures adding up to `total` leave the small ones open.

    It is known that each of the `small` ones is 1 to 4 and each of the `large` ones at least 5.
    """
    if small == 0:
        return True
    if large == 0:
        return small > 1 and small < total < (SMALLEST_SHOWN - 1) * small
    return total - SMALLEST_SHOWN * large > small


def hidden_pairs(
    people: Mapping[tuple[_Row, _Column], Iterable[str]],
) -> frozenset[tuple[_Row, _Column]]:
    """Return the pairs of which the second half must be hidden, given who is in each pair.

    In every row and every column of the table of pairs, what is hidden adds up to five people or
    more, so that shown totals do not give a small figure back.
    """
    members = {pair: frozenset(names) for pair, names in people.items()}
    hidden = {pair for pair, names in members.items() if is_small(len(names))}
    lines = [[pair for pair in members if pair[0] == row] for row in {pair[0] for pair in members}]
    lines += [
        [pair for pair in members if pair[1] == column] for column in {pair[1] for pair in members}
    ]
    grown = True
    while grown:
        grown = False
        for line in lines:
            more = _next_to_hide(line, members, hidden)
            if more is not None:
                hidden.add(more)
                grown = True
    return frozenset(hidden)


def _next_to_hide(
    line: list[tuple[_Row, _Column]],
    members: Mapping[tuple[_Row, _Column], frozenset[str]],
    hidden: set[tuple[_Row, _Column]],
) -> tuple[_Row, _Column] | None:
    pool = frozenset[str]().union(*(members[pair] for pair in line if pair in hidden))
    shown = [pair for pair in line if pair not in hidden]
    if not is_small(len(pool)) or not shown:
        return None
    return min(shown, key=lambda pair: (len(members[pair]), str(pair)))
