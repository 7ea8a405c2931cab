"""Translates the Vietnamese msgids where they are shown: stdlib gettext behind one callable.

Vietnamese is the language of the msgids, so it needs no file. The stretched pseudo-language makes
every text longer, and proves that no layout was drawn for one language only.
"""

from __future__ import annotations

import gettext
import logging
import math
import struct
from collections.abc import Callable, Mapping
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


def translated_texts(language: str, locale_dir: Path) -> Mapping[str, str]:
    """Return msgid → text of everything that is translated; that is what citizens can read.

    Raises OSError or struct.error where the compiled catalogue cannot be read. Format: GNU gettext
    manual, "The Format of GNU MO Files": two tables of length and offset.
    """
    data = (locale_dir / f"{language}.mo").read_bytes()
    _magic, _revision, count, originals, translations = struct.unpack_from("<5I", data)

    def text(table: int, index: int) -> str:
        length, offset = struct.unpack_from("<2I", data, table + 8 * index)
        return data[offset : offset + length].decode()

    pairs = ((text(originals, index), text(translations, index)) for index in range(count))
    return {msgid: translation for msgid, translation in pairs if msgid}


def stretched(factor: float = 1.3) -> Translator:
    """Return a pseudo-language whose every line is `factor` times as long; fields stay whole."""

    def stretch_line(line: str) -> str:
        missing = math.ceil(len(line) * (factor - 1))
        words = [_FILLER[: min(len(_FILLER), missing - at)] for at in range(0, missing, 6)]
        return " ".join((line, *words)) if line else line

    def stretch(message: str) -> str:
        return "\n".join(stretch_line(line) for line in message.split("\n"))

    return Translator(STRETCHED_LANGUAGE, stretch)
