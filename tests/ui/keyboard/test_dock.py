"""The keyboard in the windows of staff: a finger brings it, real keys and other pages end it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import LARGE, SMALL, Hands, console, set_up, staff_kit
from tests.ui.states_setup import OFFICE, VILLAGES_MODEL
from tests.ui.states_staff import staff_states
from ui.keyboard.key import Key
from ui.keyboard.keyboard_dock import KeyboardDock
from ui.keyboard.keyboard_panel import KeyboardPanel
from ui.keyboard.layouts import Layer
from ui.setup.models import SetupPageName
from ui.setup.wizard import SetupWizard
from ui.staff.models import StaffScreenName
from ui.theme.metrics import PanelMetrics
from ui.widgets.text_field import TextField

LAST_FIELD = "Giờ làm việc"


class Typing:
    """Hands on the set-up's page about the office, and its keyboard."""

    def __init__(self, qtbot: QtBot, metrics: PanelMetrics = SMALL) -> None:
        self.qtbot = qtbot
        self.hands: Hands = set_up(qtbot, SetupPageName.OFFICE, OFFICE, metrics=metrics)
        assert isinstance(self.hands.window, SetupWizard)
        self.window = self.hands.window

    @property
    def dock(self) -> KeyboardDock:
        return self.window.keyboard

    @property
    def panel(self) -> KeyboardPanel:
        assert self.dock.panel is not None
        return self.dock.panel

    def field(self, name: str) -> TextField:
        return next(f for f in self.hands.all(TextField) if f.accessibleName() == name)

    def touch(self, name: str) -> TextField:
        """Touch a field and wait for its keys."""
        field = self.field(name)
        self.hands.settle()
        self.hands.tap(field)
        self.qtbot.waitUntil(lambda: self.dock.field is field)
        return field

    def type(self, *names: str) -> None:
        for name in names:
            keys = self.panel.shown_keys()
            key = next(k for k in keys if name in (k.text(), k.accessibleName()))
            key._last_activation = float("-inf")
            self.hands.tap(key)

    def is_in_sight(self, field: TextField) -> bool:
        foot = field.mapTo(self.window, QPoint(0, field.height())).y()
        return field.mapTo(self.window, QPoint(0, 0)).y() >= 0 and foot <= self.panel.y()


@pytest.fixture
def typing(qtbot: QtBot) -> Typing:
    return Typing(qtbot)


def test_a_finger_on_a_field_brings_the_keys_and_they_type_there(typing: Typing) -> None:
    field = typing.touch(LAST_FIELD)
    typing.type("Chữ hoa", "T", *"huws", "dấu cách", *"Hai".lower())
    assert field.text() == "Thứ hai"
    typing.type("Xong")
    assert typing.dock.panel is None


@pytest.mark.parametrize("metrics", [SMALL, LARGE])
def test_every_field_stays_in_sight_above_the_keys(qtbot: QtBot, metrics: PanelMetrics) -> None:
    typing = Typing(qtbot, metrics)
    for field in typing.hands.all(TextField):
        typing.touch(field.accessibleName())
        assert typing.is_in_sight(field)
        typing.type("Xong")


def test_the_page_comes_down_again(typing: Typing) -> None:
    field = typing.field(LAST_FIELD)
    before = field.mapTo(typing.window, QPoint(0, 0))
    typing.touch(LAST_FIELD)
    assert field.mapTo(typing.window, QPoint(0, 0)).y() < before.y()
    typing.type("Xong")
    assert field.mapTo(typing.window, QPoint(0, 0)) == before


def test_a_second_tap_hits_nothing_that_moved_under_the_finger(typing: Typing) -> None:
    typing.touch(LAST_FIELD)
    assert not typing.window.is_settled


def test_a_mouse_and_tab_bring_no_keys(typing: Typing) -> None:
    QTest.mouseClick(typing.field(LAST_FIELD), Qt.MouseButton.LeftButton)
    assert typing.dock.panel is None
    typing.hands.key(Qt.Key.Key_Tab)
    assert typing.dock.panel is None


def test_a_real_keyboard_takes_the_keys_away(typing: Typing) -> None:
    typing.touch(LAST_FIELD)
    handle = typing.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert typing.dock.panel is None
    assert typing.field(LAST_FIELD).text() == "a"


def test_the_keys_follow_from_field_to_field(typing: Typing) -> None:
    typing.touch("Tên cơ quan")
    other = typing.field("Địa chỉ")
    other.setFocus()
    assert typing.dock.field is other
    other.clear()
    typing.type(*"xax")
    assert other.text() == "xã"


def test_another_page_takes_the_keys_away(typing: Typing) -> None:
    typing.touch("Tên cơ quan")
    typing.window.show_page(SetupPageName.VILLAGES, VILLAGES_MODEL)
    assert typing.dock.panel is None


def test_a_window_of_another_size_keeps_the_keys_at_its_foot(typing: Typing) -> None:
    field = typing.touch(LAST_FIELD)
    typing.window.resize(1366, 800)
    assert typing.panel.geometry().bottom() + 1 == 800
    assert typing.is_in_sight(field)


def test_the_console_has_it_too(qtbot: QtBot) -> None:
    states = staff_states(staff_kit())
    model = next(m for state, _name, m in states if state == "accounts")
    hands = console(qtbot, StaffScreenName.ACCOUNTS, model)
    field = hands.all(TextField)[0]
    hands.tap(field)
    qtbot.waitUntil(lambda: hands.window.keyboard.field is field)
    assert [key.text() for key in hands.all(Key)][:3] == ["ă", "â", "đ"]


def test_fields_for_digits_get_digits(typing: Typing) -> None:
    field = TextField(typing.hands.kit.theme, digits_only=True, parent=typing.window.page)
    field.show()
    layers = []
    for one in (field, typing.field(LAST_FIELD)):
        typing.dock.show_for(one)
        layers.append(typing.panel.layer)
    assert layers == [Layer.DIGITS, Layer.LETTERS]
