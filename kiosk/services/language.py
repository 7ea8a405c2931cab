"""Translates the Vietnamese msgids where they are shown: stdlib gettext behind one callable.

Vietnamese is the language of the msgids, so it needs no file. The stretched pseudo-language makes
every text longer, and proves that no layout was drawn for one language only.
"""

from __future__ import annotations

import gettext
import logging
import math
from collections.abc import Callable
from pathlib import Path

logger = logging.getLogger(__name__)

SOURCE_LANGUAGE = "vi"
STRETCHED_LANGUAGE = "x-stretched"
DOMAIN = "dong-hanh-so"

_FILLER = "ẾỘẶỮỹ"
"""The tallest and deepest Vietnamese letters, so that a clipped mark shows."""


class Translator:
    """A callable: msgid and named fields in, text to show out; knows its language."""

    def __init__(self, language: str, look_up: Callable[[str], str]) -> None:
        self.language = language
        self._look_up = look_up

    def __call__(self, message: str, **fields: object) -> str:
        """Return `message` in this language with its `{fields}` filled in."""
        if not message:
            return ""
        text = self._look_up(message)
        return text.format(**fields) if fields else text


def _unchanged(message: str) -> str:
    return message


def load_translator(language: str, locale_dir: Path) -> Translator:
    """Return the translator of `language`, read from its compiled catalogue below `locale_dir`.

    The file is `<language>.mo`, or where gettext's own tools put it. A language without a file
    shows the Vietnamese text: the kiosk must start all the same.
    """
    if language == SOURCE_LANGUAGE:
        return Translator(language, _unchanged)
    nested = locale_dir / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    flat = locale_dir / f"{language}.mo"
    try:
        with (nested if nested.is_file() else flat).open("rb") as file:
            return Translator(language, gettext.GNUTranslations(file).gettext)
    except (OSError, ValueError) as error:
        logger.warning("language %s cannot be read: %s", language, error)
        return Translator(SOURCE_LANGUAGE, _unchanged)


def stretched(factor: float = 1.3) -> Translator:
    """Return a pseudo-language whose every line is `factor` times as long; fields stay whole."""

    def stretch_line(line: str) -> str:
        missing = math.ceil(len(line) * (factor - 1))
        words = [_FILLER[: min(len(_FILLER), missing - at)] for at in range(0, missing, 6)]
        return " ".join((line, *words)) if line else line

    def stretch(message: str) -> str:
        return "\n".join(stretch_line(line) for line in message.split("\n"))

    return Translator(STRETCHED_LANGUAGE, stretch)
