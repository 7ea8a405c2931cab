"""Icons in the colours of the palette."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from resources import ResourceMissing
from ui.theme.icons import icon_pixmap


def test_an_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot) -> None:
    image = icon_pixmap("check", "#084C91", 48).toImage()
    solid = [
        QColor.fromRgba(image.pixel(x, y))
        for x in range(image.width())
        for y in range(image.height())
        if QColor.fromRgba(image.pixel(x, y)).alpha() == 255
    ]
    assert solid
    assert {colour.name() for colour in solid} == {"#084c91"}


def test_an_icon_is_sharp_on_a_scaled_screen(qtbot: QtBot) -> None:
    pixmap = icon_pixmap("heart", "#000000", 30, 2.0)
    assert pixmap.width() == 60
    assert pixmap.deviceIndependentSize().width() == 30


def test_an_icon_is_drawn_once(qtbot: QtBot) -> None:
    assert icon_pixmap("house", "#000000", 30) is icon_pixmap("house", "#000000", 30)


def test_an_unknown_icon_is_named(qtbot: QtBot) -> None:
    with pytest.raises(ResourceMissing, match="no-such-icon"):
        icon_pixmap("no-such-icon", "#000000", 30)
