"""The words inside the pictures: contrast on painted pixels, and size on the real panels."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import resources
from tests.ui.citizen.hands import Citizen
from tests.ui.states_citizen import citizen_states
from tests.ui.widgets.kit import contrast
from ui.theme.fonts import cap_ratio, load_family
from ui.theme.tokens import HIGH_CONTRAST, STANDARD, Palette
from ui.widgets.picture import Picture, in_colours_of

_TEXT = re.compile(r"<text [^>]*>[^<]*</text>")
_PALETTES = [pytest.param(STANDARD, 7.0, id="usual"), pytest.param(HIGH_CONTRAST, 10.0, id="high")]
_CANVAS = 480
_SMALLEST_WORDS = 20
"""Font size in units of the canvas; the shape of the files is tested with the resources."""

_READABLE_MM = 2.3
"""A capital letter that spans 20 minutes of arc at 40 cm: the height ergonomists ask for."""

Pixels = npt.NDArray[np.uint32]


def _painted(svg: str) -> Pixels:
    """Return the drawing on white at twice the size of its canvas, one 0xffRRGGBB per pixel."""
    image = QImage(2 * _CANVAS, 640, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    return np.array(image.constBits(), dtype=np.uint8).view(np.uint32)


def _least_contrast(svg: str, text: re.Match[str]) -> float:
    """Return the contrast of one text with what lies under its strokes, where it is least."""
    (colour,) = re.findall(r'fill="(#[0-9A-F]{6})"', text.group())
    with_words = _painted(svg)
    without = _painted(svg[: text.start()] + svg[text.end() :])
    fill = QColor(colour)
    strokes = (with_words == fill.rgb()) & (without != with_words)
    assert np.count_nonzero(strokes) > 100, "hidden words"
    grounds, counts = np.unique(without[strokes], return_counts=True)
    wide = grounds[counts > counts.sum() * 0.02]
    return min(contrast(fill, QColor.fromRgb(int(ground))) for ground in wide)


@pytest.mark.parametrize(("palette", "least"), _PALETTES)
@pytest.mark.parametrize("name", resources.picture_names())
def test_words_stand_out_in_both_contrasts(
    qtbot: QtBot, name: str, palette: Palette, least: float
) -> None:
    load_family()
    svg = in_colours_of(palette, resources.picture_svg(name))
    words = list(_TEXT.finditer(svg))
    assert [t.group() for t in words if _least_contrast(svg, t) < least] == []


def test_high_contrast_changes_every_colour_of_the_palette_at_once() -> None:
    svg = in_colours_of(HIGH_CONTRAST, 'fill="#504A44" stroke="#1D1B19" fill="#F0C39B"')
    assert svg == 'fill="#1D1B19" stroke="#000000" fill="#F0C39B"'


@pytest.mark.parametrize("panel", ["large", "small", "portrait"])
@pytest.mark.parametrize("size", range(3))
def test_the_smallest_words_of_a_step_are_read_at_40_cm(
    qtbot: QtBot, panel: str, size: int
) -> None:
    citizen = Citizen(qtbot, panel, size)
    (step,) = (state for state in citizen_states(citizen.kit) if state.id == "step")
    screen = citizen.show(step.name, step.model)
    (picture,) = screen.findChildren(Picture)
    width = min(picture.width(), picture.height() * 1.5)
    capital = cap_ratio() * _SMALLEST_WORDS / _CANVAS
    assert citizen.kit.theme.metrics.to_mm(width) * capital >= _READABLE_MM
