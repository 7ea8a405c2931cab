"""The national catalogue: every procedure of the country by name, without a guide.

The office imports it from a table; the search then also finds what has no guide here, and answers
with name, level and official page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.text import shortened

LONGEST_TITLE = 120
"""Letters of a title in lists, on calls and on slips; official names may have hundreds."""


@dataclass(frozen=True, slots=True)
class NationalEntry:
    """One row of the catalogue, in the words of its source; `url` is the official page."""

    code: str
    name: str
    field: str
    level: str
    decision: str
    url: str

    @property
    def title(self) -> str:
        """The name as lists show it, cut behind a word where it is too long."""
        return shortened(self.name, LONGEST_TITLE)


@dataclass(frozen=True, slots=True)
class NationalImport:
    """One import of the catalogue: from which file, how many rows were taken, how many left out.

    `staff_name` is "" when it came from the command line.
    """

    id: str
    at: datetime
    staff_id: str
    staff_name: str
    file: str
    taken: int
    skipped: int
