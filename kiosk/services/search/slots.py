"""One typed word and what it may stand for: the unit in which a query is read."""

from __future__ import annotations

from dataclasses import dataclass

Readings = dict[int, float]
"""Number of a word → 0–1, how well it agrees with what was typed."""


@dataclass(slots=True)
class Slot:
    """`readings` of one typed word; `typed` is empty where a saying was replaced by its meaning."""

    readings: Readings
    typed: str = ""
    is_filler: bool = False
