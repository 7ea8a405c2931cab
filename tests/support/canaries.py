"""Looks for words that must not be in any file, however they are written down."""

from __future__ import annotations

import unicodedata
from pathlib import Path


def files_holding(word: str, folder: Path) -> set[str]:
    """Return the names of files that hold `word`, however it is written down."""
    forms = {unicodedata.normalize(form, word) for form in ("NFC", "NFD")}
    cased = {each for form in forms for each in (form, form.lower(), form.upper())}
    needles = [each.encode(code) for each in cased for code in ("utf-8", "utf-16-le")]
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    }


def files_with(mark: bytes, *folders: Path) -> list[Path]:
    """Return the files below `folders` that hold these bytes."""
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in paths if mark in path.read_bytes()]
