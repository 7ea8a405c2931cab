"""The national catalogue: every procedure of the country by name, without a guide.

The office imports it from a table; the search then also finds what has no guide here, and answers
with name, level and official page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NationalEntry:
    """One row of the catalogue, in the words of its source; `url` is the official page."""

    code: str
    name: str
    field: str
    level: str
    decision: str
    url: str
