"""The one font family of all printed papers, and the cleaning of every text that is drawn.

ReportLab draws decomposed Vietnamese with drifting marks, so each text is put into NFC here, at the
edge. A character the font lacks would be an empty box; it is replaced by something readable.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

import resources
from kiosk.domain.errors import BugError
from kiosk.domain.text import nfc

NBSP = "\N{NO-BREAK SPACE}"
_REPLACED = str.maketrans({"→": "–", "✓": "•", "☑": "•", "☎": "", "☐": "", "‑": "-"})
_UNREADABLE = "?"


class Face(StrEnum):
    """A weight of Be Vietnam Pro, by the name ReportLab knows it under."""

    REGULAR = "BeVietnamPro-Regular"
    MEDIUM = "BeVietnamPro-Medium"
    SEMI_BOLD = "BeVietnamPro-SemiBold"
    BOLD = "BeVietnamPro-Bold"


CAP_HEIGHT = 0.74
"""Height of a capital as a share of the font size (from the font's OS/2 table)."""


@cache
def register_fonts() -> None:
    """Make the shipped faces known to ReportLab, once per process.

    Raises BugError when a face is not shipped.
    """
    paths = {path.stem: path for path in resources.font_paths()}
    for face in Face:
        if face.value not in paths:
            raise BugError(f"font is not shipped: {face.value}")
        pdfmetrics.registerFont(TTFont(face.value, str(paths[face.value])))
    pdfmetrics.registerFontFamily(
        "BeVietnamPro",
        normal=Face.REGULAR.value,
        bold=Face.BOLD.value,
        italic=Face.REGULAR.value,
        boldItalic=Face.BOLD.value,
    )


def text_width(text: str, face: Face, size: float) -> float:
    """Return the width of `text` in points."""
    return float(pdfmetrics.stringWidth(text, face.value, size))


def printable(text: str) -> str:
    """Return `text` in NFC, on one line, with only characters the font can draw."""
    known = _known_characters()
    shown = (c for c in nfc(text).translate(_REPLACED) if unicodedata.category(c)[0] != "C")
    return nfc("".join(c if ord(c) in known else _UNREADABLE for c in shown))


def unbroken(text: str) -> str:
    """Return a clean `text` whose words stay on one line, such as a telephone number."""
    return printable(text).replace(" ", NBSP)


@cache
def _known_characters() -> frozenset[int]:
    register_fonts()
    return frozenset(pdfmetrics.getFont(Face.REGULAR.value).face.charToGlyph)
