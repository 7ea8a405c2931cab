"""The figures of the table: samples, their median and 95th percentile, and the limit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_HEADS = ("what", "median", "p95", "n", "limit", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `judged` is the figure the limit is for. A row without a limit only informs."""

    what: str
    samples: tuple[float, ...]
    unit: str = "ms"
    limit: float | None = None
    judged: str = "p95"

    @property
    def median(self) -> float:
        """The middle sample."""
        return median(self.samples)

    @property
    def p95(self) -> float:
        """The sample that 95 of 100 do not exceed (nearest rank)."""
        return percentile(self.samples, 0.95)

    @property
    def verdict(self) -> str:
        """PASS, OVER, or nothing where there is no limit."""
        if self.limit is None:
            return ""
        figure = self.p95 if self.judged == "p95" else self.median
        return "PASS" if figure <= self.limit else "OVER"

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line."""
        limit = "" if self.limit is None else f"{self.judged} ≤ {self.limit:g} {self.unit}"
        return (
            self.what,
            f"{_figure(self.median)} {self.unit}",
            f"{_figure(self.p95)} {self.unit}",
            str(len(self.samples)),
            limit,
            self.verdict,
        )


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that at least `share` of all do not exceed."""
    ordered = sorted(samples)
    return ordered[math.ceil(share * len(ordered)) - 1]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as aligned columns."""
    lines = [_HEADS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADS))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    what, *figures = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
    return "  ".join([what, *figures]).rstrip()


def _figure(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"
