"""Tab goes as one reads, whatever was made first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import make_theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.pager import PagedBody
from ui.widgets.reading_order import move_focus
from ui.widgets.touch_button import TouchButton


def _stops(window: QWidget, count: int, *, forward: bool = True) -> list[str]:
    told = []
    for _ in range(count):
        assert move_focus(window, forward=forward)
        focused = window.focusWidget()
        assert focused is not None
        told.append(focused.accessibleName())
    return told


def _window(qtbot: QtBot) -> QWidget:
    """A window whose last button is made first, and a page that turns, with a row on it."""
    theme = make_theme()
    window = QWidget()
    qtbot.addWidget(window)
    last = TouchButton(theme, "Cuối")
    row = FlowRow(theme)
    body = PagedBody(theme, str)
    column = QVBoxLayout(window)
    column.addWidget(body, 1)
    column.addWidget(last)
    for text in ("Một", "Hai"):
        row.add(TouchButton(theme, text))
    body.set_blocks([row, *(TouchButton(theme, f"Số {n}") for n in range(9))])
    window.resize(theme.mm(150), theme.mm(110))
    window.show()
    return window


def test_page_buttons_come_after_what_they_turn(qtbot: QtBot) -> None:
    window = _window(qtbot)
    stops = _stops(window, 7)
    assert stops[:2] == ["Một", "Hai"]
    assert stops.index("Số 0") < stops.index("Xem tiếp") == stops.index("Cuối") - 1
    assert stops[stops.index("Cuối") + 1 :][:1] in ([], ["Một"])


def test_back_goes_the_same_way(qtbot: QtBot) -> None:
    window = _window(qtbot)
    assert _stops(window, 2, forward=False) == ["Cuối", "Xem tiếp"]


def test_a_window_without_stops_leaves_tab_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert not move_focus(window, forward=True)
