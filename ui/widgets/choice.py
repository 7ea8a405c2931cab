"""One thing to choose, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A value with the words, and perhaps the icon, it is offered with."""

    value: object
    text: str
    icon: str = ""
    detail: str = ""
