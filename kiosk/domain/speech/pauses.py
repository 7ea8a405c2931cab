"""The marks a voice takes breath at, brought in order after words took the place of signs."""

from __future__ import annotations

import re


def tidied(said: str) -> str:
    """Return `said` with one blank between words and one mark at each pause."""
    said = re.sub(r"\s*,[\s,]*(?=[.;:?!])|\s+(?=[.;:?!])", "", said)
    said = re.sub(r"\s*,[\s,]*", ", ", said)
    return " ".join(said.split()).strip(" ,")
