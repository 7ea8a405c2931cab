"""Contrast of every pair of text and ground, and the heights of capitals."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from tests.ui.widgets.kit import contrast
from ui.theme.tokens import (
    HIGH_CONTRAST,
    STANDARD,
    Audience,
    Palette,
    TextRole,
    TextSize,
    Tone,
    cap_height_mm,
    tone_colours,
)
from ui.widgets.button_style import ButtonKind, button_colours


def _ratio(palette: Palette, text: str, ground: str) -> float:
    return contrast(QColor(getattr(palette, text)), QColor(getattr(palette, ground)))


@pytest.mark.parametrize(("palette", "least"), [(STANDARD, 7.0), (HIGH_CONTRAST, 10.0)])
def test_every_listed_pair_reaches_the_contrast(palette: Palette, least: float) -> None:
    weak = {
        pair: round(_ratio(palette, *pair), 2)
        for pair in palette.text_pairs()
        if _ratio(palette, *pair) < least
    }
    assert weak == {}


@pytest.mark.parametrize(("palette", "least"), [(STANDARD, 7.0), (HIGH_CONTRAST, 10.0)])
def test_every_state_of_every_button_reaches_the_contrast(palette: Palette, least: float) -> None:
    for kind in ButtonKind:
        for state in ("pressed", "selected", "enabled", "disabled"):
            colours = button_colours(
                kind,
                pressed=state == "pressed",
                selected=state == "selected",
                enabled=state != "disabled",
            )
            for text in (colours.text, colours.detail):
                assert _ratio(palette, text, colours.ground) >= least, (kind, state, text)


@pytest.mark.parametrize(("palette", "least"), [(STANDARD, 7.0), (HIGH_CONTRAST, 10.0)])
def test_every_tone_reaches_the_contrast(palette: Palette, least: float) -> None:
    for tone in Tone:
        colours = tone_colours(tone)
        for text in ("ink", "muted", colours.text):
            assert _ratio(palette, text, colours.ground) >= least, (tone, text)


@pytest.mark.parametrize(
    ("size", "low", "high"),
    [(TextSize.NORMAL, 4.8, 5.6), (TextSize.LARGE, 6.4, 7.1), (TextSize.LARGEST, 8.3, 9.1)],
)
@pytest.mark.parametrize("role", [TextRole.BODY, TextRole.BUTTON, TextRole.CAPTION, TextRole.LABEL])
def test_citizens_text_has_capitals_of_the_wanted_height(
    role: TextRole, size: TextSize, low: float, high: float
) -> None:
    assert low <= cap_height_mm(role, size, Audience.CITIZEN, compact=False) <= high


@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("audience", Audience)
def test_headings_stand_out_in_order(audience: Audience, size: TextSize, compact: bool) -> None:
    roles = (TextRole.BODY, TextRole.HEADING, TextRole.TITLE, TextRole.DISPLAY)
    heights = [cap_height_mm(role, size, audience, compact=compact) for role in roles]
    assert heights == sorted(heights)
    assert heights[1] > heights[0]
