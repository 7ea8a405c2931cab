"""Lengths and fonts of the theme on the three panels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import PANELS, ink_rows, make_theme
from ui.theme.theme import Theme
from ui.theme.tokens import HIGH_CONTRAST, TextRole, TextSize

_LEAST_BODY = {TextSize.NORMAL: 4.8, TextSize.LARGE: 6.4, TextSize.LARGEST: 8.3}
_LEAST_SOURCE = {TextSize.NORMAL: 4.0, TextSize.LARGE: 5.0, TextSize.LARGEST: 6.4}


def _drawn_capital_mm(theme: Theme, role: TextRole) -> float:
    """Draw an H and measure it."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(theme.font(role))
    painter.setPen(QColor("black"))
    painter.drawText(QPointF(20, 150), "H")
    painter.end()
    return theme.metrics.to_mm(len(ink_rows(image)))


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("panel", PANELS)
def test_a_drawn_capital_has_its_height_in_millimetres(
    qtbot: QtBot, panel: str, size: TextSize
) -> None:
    theme = make_theme(panel, size)
    pixel = theme.metrics.to_mm(1)
    for role in (TextRole.BODY, TextRole.BUTTON, TextRole.CAPTION):
        drawn = _drawn_capital_mm(theme, role)
        assert _LEAST_BODY[size] - 0.02 <= drawn <= _LEAST_BODY[size] * 1.13 + pixel, role
    assert _drawn_capital_mm(theme, TextRole.SOURCE) >= _LEAST_SOURCE[size] - 0.02


@pytest.mark.parametrize("panel", ["large", "small"])
def test_staff_text_has_capitals_of_at_least_2_8_mm(qtbot: QtBot, panel: str) -> None:
    theme = make_theme(panel, staff=True)
    for role in TextRole:
        assert _drawn_capital_mm(theme, role) >= 2.8 - 0.02


@pytest.mark.parametrize("panel", PANELS)
def test_gaps_and_margins_keep_their_least(panel: str) -> None:
    theme = make_theme(panel)
    assert theme.metrics.to_mm(theme.gap) >= 3.0
    assert theme.metrics.to_mm(theme.margin) >= 5.0
    assert (theme.main_button_mm, theme.button_mm) == (20.0, 16.0)
    staff = make_theme(panel, staff=True)
    assert (staff.main_button_mm, staff.button_mm) == (14.0, 12.0)


def test_the_only_font_is_be_vietnam_pro_in_the_right_weight(qtbot: QtBot) -> None:
    theme = make_theme()
    for role, style in (
        (TextRole.BODY, "Regular"),
        (TextRole.BUTTON, "SemiBold"),
        (TextRole.TITLE, "Bold"),
    ):
        info = QFontInfo(theme.font(role))
        assert info.family().startswith("Be Vietnam Pro")
        assert info.styleName() == style
    assert theme.font(TextRole.BODY) is theme.font(TextRole.BODY)


def test_lines_stand_at_least_1_4_font_sizes_apart(qtbot: QtBot) -> None:
    theme = make_theme()
    for role in TextRole:
        assert theme.line_px(role) >= 1.4 * theme.font(role).pixelSize()


def test_high_contrast_draws_stronger_borders() -> None:
    plain, strong = make_theme(), make_theme(palette=HIGH_CONTRAST)
    assert strong.edge_width > plain.edge_width
    assert strong.line_width > plain.line_width
