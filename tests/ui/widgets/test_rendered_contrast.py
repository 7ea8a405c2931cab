"""Contrast measured on the pixels that widgets really paint."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import make_theme, picture, text_contrast
from ui.theme.theme import Theme
from ui.theme.tokens import HIGH_CONTRAST, STANDARD, Palette, TextRole, Tone
from ui.widgets.button_style import ButtonKind
from ui.widgets.chip import Chip
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import TouchButton

_PALETTES = [pytest.param(STANDARD, 7.0, id="usual"), pytest.param(HIGH_CONTRAST, 10.0, id="high")]


def _seen(qtbot: QtBot, theme: Theme, widget: QWidget) -> float:
    """Put the widget on paper and measure what it paints, less its borders."""
    page = QWidget()
    qtbot.addWidget(page)
    colours = QPalette(theme.qt_palette())
    page.setPalette(colours)
    column = QVBoxLayout(page)
    column.addWidget(widget)
    page.resize(column.sizeHint())
    page.show()
    edge = theme.mm(1.5)
    image = picture(page).copy(widget.geometry().adjusted(edge, edge, -edge, -edge))
    return text_contrast(image)


@pytest.mark.parametrize(("palette", "least"), _PALETTES)
@pytest.mark.parametrize("state", ["plain", "checked", "pressed", "disabled"])
@pytest.mark.parametrize("kind", ButtonKind)
def test_text_of_a_button(
    qtbot: QtBot, kind: ButtonKind, state: str, palette: Palette, least: float
) -> None:
    theme = make_theme("small", palette=palette)
    button = TouchButton(theme, "Bấm HHH", kind=kind, checkable=True)
    button.setChecked(state == "checked")
    button.setDown(state == "pressed")
    button.setEnabled(state != "disabled")
    assert _seen(qtbot, theme, button) >= least


@pytest.mark.parametrize(("palette", "least"), _PALETTES)
@pytest.mark.parametrize("role", TextRole)
def test_text_on_paper(qtbot: QtBot, role: TextRole, palette: Palette, least: float) -> None:
    theme = make_theme("small", palette=palette)
    assert _seen(qtbot, theme, TextBlock(theme, "HHH HHH HHH", role)) >= least


@pytest.mark.parametrize(("palette", "least"), _PALETTES)
@pytest.mark.parametrize("tone", Tone)
def test_text_of_a_chip(qtbot: QtBot, tone: Tone, palette: Palette, least: float) -> None:
    theme = make_theme("small", palette=palette)
    assert _seen(qtbot, theme, Chip(theme, "HHH HHH", tone=tone)) >= least


@pytest.mark.parametrize(("palette", "least"), _PALETTES)
def test_hint_and_text_of_a_field(qtbot: QtBot, palette: Palette, least: float) -> None:
    theme = make_theme("small", palette=palette)
    hint = TextField(theme, placeholder="HHH HHH")
    assert _seen(qtbot, theme, hint) >= least
    typed = TextField(theme)
    typed.setText("HHH HHH")
    typed.setEnabled(False)
    assert _seen(qtbot, theme, typed) >= least
