"""Hosts in a line of text: they may end a line after each of their dots, and nowhere else."""

from __future__ import annotations

from ui.widgets.text_flow import BREAK


def host_words(text: str) -> str:
    """Return `text` with an invisible place to break after each dot inside a word."""
    words = text.split(" ")
    return " ".join(word.replace(".", f".{BREAK}").removesuffix(BREAK) for word in words)
