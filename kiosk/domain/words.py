"""Marks user-facing Vietnamese strings in layers that do not translate.

Domain and services hold labels as data. They are marked here so that Babel finds them, and are
translated where they are shown, because two windows of one process may speak two languages.
"""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools know
    """Return `message` unchanged; only marks it for extraction."""
    return message
