"""The panel: sizes in millimetres, what its keys do, the focus it never takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import PANELS, make_theme
from ui.keyboard.key import Key
from ui.keyboard.keyboard_panel import KeyboardPanel
from ui.keyboard.layouts import Layer
from ui.keyboard.line_target import LineTarget
from ui.theme.tokens import TextSize


class Desk:
    """A field above its keyboard, in one window."""

    def __init__(
        self, qtbot: QtBot, panel: str = "large", *, staff: bool = False, with_shift: bool = False
    ) -> None:
        self.qtbot = qtbot
        self.theme = make_theme(panel, staff=staff)
        self.window = QWidget()
        self.field = QLineEdit()
        self.keys = KeyboardPanel(self.theme, str, done_text="Xong", with_shift=with_shift)
        self.keys.typist.aim_at(LineTarget(self.field))
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.keys)
        qtbot.addWidget(self.window)
        metrics = self.theme.metrics
        self.window.resize(metrics.width_px, metrics.height_px)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.field.setFocus()
        self._finger = QTest.createTouchDevice()

    def key(self, name: str) -> Key:
        return next(
            key for key in self.keys.shown_keys() if name in (key.text(), key.accessibleName())
        )

    def press(self, key: Key) -> None:
        spot = key.mapTo(self.window, key.rect().center())
        QTest.touchEvent(self.window, self._finger).press(0, spot, self.window).commit()

    def lift(self, key: Key, at: QPoint | None = None) -> None:
        spot = key.mapTo(self.window, key.rect().center() if at is None else at)
        QTest.touchEvent(self.window, self._finger).release(0, spot, self.window).commit()

    def tap(self, *names: str) -> None:
        for name in names:
            key = self.key(name)
            # Fingers are slower than the bounce of one tap.
            key._last_activation = float("-inf")
            self.press(key)
            self.lift(key)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_keys_type_telex_letters_and_tones(desk: Desk) -> None:
    desk.tap(*"tieengs", "dấu cách", *"vie", "ê", *"t", "nặng")
    assert desk.field.text() == "tiếng việt"


def test_the_field_keeps_the_focus_and_the_keys_never_take_it(desk: Desk) -> None:
    desk.tap(*"khai", "123", "1", "ABC")
    assert desk.field.hasFocus()
    assert all(key.focusPolicy() is Qt.FocusPolicy.NoFocus for key in desk.window.findChildren(Key))


def test_a_finger_between_the_keys_reaches_nothing(desk: Desk) -> None:
    QTest.mouseClick(desk.keys, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert desk.field.hasFocus()
    assert desk.field.text() == ""


def test_sliding_off_a_key_types_nothing(desk: Desk) -> None:
    key = desk.key("k")
    desk.press(key)
    assert key.isDown()
    desk.lift(key, QPoint(-50, -50))
    assert desk.field.text() == ""


def test_keys_act_in_the_middle_of_a_text(desk: Desk) -> None:
    desk.field.setText("lm giay")
    desk.field.setCursorPosition(1)
    desk.tap("a", "huyền")
    assert desk.field.text() == "làm giay"
    desk.tap("Xóa chữ vừa gõ")
    assert desk.field.text() == "lm giay"


def test_erasing_goes_on_while_the_key_is_held(desk: Desk) -> None:
    desk.field.setText("khai sinh")
    key = desk.key("Xóa chữ vừa gõ")
    desk.press(key)
    assert desk.field.text() == "khai sinh"
    desk.qtbot.waitUntil(lambda: len(desk.field.text()) <= 5)
    left = len(desk.field.text())
    desk.lift(key)
    assert len(desk.field.text()) == left
    assert not key._repeat.isActive()
    desk.tap("Xóa chữ vừa gõ")
    assert len(desk.field.text()) == left - 1


def test_a_key_that_goes_away_under_the_finger_stops_erasing(desk: Desk) -> None:
    key = desk.key("Xóa chữ vừa gõ")
    desk.press(key)
    desk.keys.hide()
    assert not key._repeat.isActive()


def test_the_last_key_ends_typing(desk: Desk) -> None:
    desk.tap(*"user")
    with desk.qtbot.waitSignal(desk.keys.done):
        desk.tap("Xong")
    assert desk.field.text() == "user"


def test_capitals_come_one_at_a_time(qtbot: QtBot) -> None:
    desk = Desk(qtbot, staff=True, with_shift=True)
    desk.tap("Chữ hoa", "Đ", "i", "Chữ hoa", "Chữ hoa", "n", "Chữ hoa", "Q")
    assert desk.field.text() == "ĐinQ"
    assert not desk.key("Chữ hoa").isChecked()


def test_a_citizen_needs_no_capitals(desk: Desk) -> None:
    assert "Chữ hoa" not in [key.accessibleName() for key in desk.keys.shown_keys()]


def test_digits_have_a_layout_of_their_own(desk: Desk) -> None:
    desk.keys.show_layer(Layer.DIGITS)
    names = [key.accessibleName() for key in desk.keys.shown_keys()]
    assert names == [*"123456789", "Xóa chữ vừa gõ", "0", "Xong"]
    desk.tap(*"0912")
    assert desk.field.text() == "0912"


def test_a_hidden_text_is_typed_without_telex(desk: Desk) -> None:
    desk.field.setEchoMode(QLineEdit.EchoMode.Password)
    desk.tap(*"as", "sắc", "ê")
    assert desk.field.text() == "asê"


def test_what_a_field_does_not_take_is_not_typed(desk: Desk) -> None:
    desk.field.setMaxLength(3)
    desk.tap(*"khai", "sắc")
    assert desk.field.text() == "khá"


@pytest.mark.parametrize("layer", list(Layer))
@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("panel", sorted(PANELS))
def test_no_key_is_below_sixteen_millimetres(
    qtbot: QtBot, panel: str, size: TextSize, layer: Layer
) -> None:
    theme = make_theme(panel, size)
    keys = KeyboardPanel(theme, str, done_text="Tìm")
    qtbot.addWidget(keys)
    keys.resize(theme.metrics.width_px, keys.height())
    keys.show_layer(layer)
    mm = theme.metrics.to_mm
    assert min(mm(min(key.width(), key.height())) for key in keys.shown_keys()) >= 16.0
    assert mm(keys.shown_keys()[0].x()) >= 5.0
    assert mm(keys.width() - max(key.geometry().right() for key in keys.shown_keys())) >= 5.0


@pytest.mark.parametrize("panel", ["large", "small"])
def test_staff_have_keys_of_twelve_millimetres(qtbot: QtBot, panel: str) -> None:
    desk = Desk(qtbot, panel, staff=True, with_shift=True)
    mm = desk.theme.metrics.to_mm
    for layer in Layer:
        desk.keys.show_layer(layer)
        assert min(mm(min(key.width(), key.height())) for key in desk.keys.shown_keys()) >= 12.0
