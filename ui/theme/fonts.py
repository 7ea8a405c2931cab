"""Loads Be Vietnam Pro once per process and measures its capitals.

Sizes are given as capital heights, so the ratio of a capital to the font's pixel size is read from
the font itself instead of being assumed.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

import resources
from kiosk.domain.errors import BugError

_MEASURED_AT_PX = 1000.0


@cache
def load_family() -> str:
    """Register the shipped fonts with Qt and return their family name.

    Needs a QGuiApplication. Raises BugError when a shipped font cannot be read.
    """
    families: list[str] = []
    for path in resources.font_paths():
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise BugError(f"font cannot be loaded: {path.name}")
        families.append(QFontDatabase.applicationFontFamilies(number)[0])
    return min(families, key=len)


@cache
def cap_ratio() -> float:
    """Return the height of a capital letter as a share of the font's pixel size."""
    font = QFont(load_family())
    font.setPixelSize(round(_MEASURED_AT_PX))
    outline = QRawFont.fromFont(font)
    glyph = outline.glyphIndexesForString("H")[0]
    return outline.pathForGlyph(glyph).boundingRect().height() / _MEASURED_AT_PX
