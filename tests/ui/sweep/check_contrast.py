"""Contrast of every painted text, measured on the pixels of the finished window.

Ground is the colour that fills most of the text's rectangle; the letters are the pixels that differ
from it most. Source of formula: WCAG 2.2, relative luminance and contrast ratio.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF

from tests.ui.sweep.view import Pixels, Problem, View
from ui.theme.tokens import HIGH_CONTRAST

_LEAST, _LEAST_HIGH = 7.0, 10.0
_SHARE_OF_LETTERS = 0.01
_TOLERANCE = 0.05


def contrast(view: View) -> Iterator[Problem]:
    """Every text stands out from its ground."""
    corner = view.rect(view.area).topLeft()
    least = _LEAST_HIGH if view.theme.palette is HIGH_CONTRAST else _LEAST
    for text in view.texts:
        ratio = _measured(view, (text.ink & text.clip).translated(-corner))
        if ratio < least - _TOLERANCE:
            words = text.shown.strip()[:40]
            yield "contrast", text.widget, f"“{words}” has {ratio:.1f}:1, below {least:g}:1"


def _measured(view: View, rect: QRectF) -> float:
    """Return the contrast in `rect`, which counts from the corner of the view's area."""
    scale = view.window.devicePixelRatioF()
    left, top = (max(0, round(value * scale) - 1) for value in (rect.left(), rect.top()))
    right, bottom = (round(value * scale) + 1 for value in (rect.right(), rect.bottom()))
    return contrast_of(view.pixels[top:bottom, left:right])


def contrast_of(pixels: Pixels) -> float:
    """Return the contrast between the ground of a piece of picture and the letters on it."""
    if not pixels.size:
        return 1.0
    colours, counts = np.unique(pixels, return_counts=True)
    light = _luminance(colours)
    ground = light[np.argmax(counts)]
    ratios = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    strongest = np.argsort(-ratios)
    enough = np.cumsum(counts[strongest]) >= max(2.0, _SHARE_OF_LETTERS * pixels.size)
    return float(ratios[strongest][np.argmax(enough)])


def _luminance(colours: Pixels) -> npt.NDArray[np.float64]:
    parts = [(colours >> shift & 0xFF) / 255.0 for shift in (16, 8, 0)]
    red, green, blue = (
        np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4) for part in parts
    )
    light: npt.NDArray[np.float64] = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return light
