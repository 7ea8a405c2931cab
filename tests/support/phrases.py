"""Phrases with the codes that answer them, as citizens would ask: where they lie, and reading them.

`GIVEN` and `AMBIGUOUS` were there first. `HELD_OUT` was written while the search was built, in the
voices of villagers, hurried typists and people from other parts of the country, each part of it
before anybody saw how the search did on it.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.services.search.evaluation import Phrase, read_phrases

_FOLDER = Path(__file__).parents[1] / "kiosk/services/search"

GIVEN = _FOLDER / "phrasings.tsv"
AMBIGUOUS = _FOLDER / "phrasings_ambiguous.tsv"
HELD_OUT = _FOLDER / "held_out.tsv"


def phrases_in(file: Path) -> tuple[Phrase, ...]:
    """Return the phrases of one of the files."""
    return read_phrases(file)
