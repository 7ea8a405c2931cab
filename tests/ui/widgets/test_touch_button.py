"""The button under fingers, mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import PANELS, Hand, make_theme, picture
from ui.theme.tokens import TextSize
from ui.widgets.touch_button import ButtonKind, TouchButton

_MAIN = (ButtonKind.PRIMARY, ButtonKind.DONE, ButtonKind.HELP)


class Taps:
    """Counts what a button tells."""

    def __init__(self, button: TouchButton) -> None:
        self.count = 0
        self.payloads: list[object] = []
        button.activated.connect(self.on_activated)
        button.activated_with.connect(self.payloads.append)

    def on_activated(self) -> None:
        self.count += 1


def _button(qtbot: QtBot, text: str = "Xin chào", **options: object) -> TouchButton:
    button = TouchButton(make_theme(), text, **options)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    return button


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("kind", ButtonKind)
def test_a_button_is_large_enough_and_holds_its_text(
    qtbot: QtBot, panel: str, size: TextSize, kind: ButtonKind
) -> None:
    theme = make_theme(panel, size)
    button = TouchButton(theme, "Kết thúc và xóa", icon="x", detail="Máy quên hết", kind=kind)
    qtbot.addWidget(button)
    least = theme.main_button_mm if kind in _MAIN else theme.button_mm
    for width in (button.minimumSizeHint().width(), button.sizeHint().width()):
        height = button.heightForWidth(width)
        assert theme.metrics.to_mm(height) >= least
        assert theme.metrics.to_mm(width) >= least
        assert height >= button._face.height(width)


def test_staff_buttons_are_at_least_12_mm(qtbot: QtBot) -> None:
    theme = make_theme(staff=True)
    for kind in ButtonKind:
        button = TouchButton(theme, "Lưu", kind=kind)
        qtbot.addWidget(button)
        assert theme.metrics.to_mm(button.minimumSizeHint().height()) >= 12
        assert theme.metrics.to_mm(button.minimumSizeHint().width()) >= 12


def test_a_click_activates_once_with_the_payload(qtbot: QtBot) -> None:
    button = _button(qtbot, payload=("visit", 7))
    taps = Taps(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (taps.count, taps.payloads) == (1, [("visit", 7)])


def test_a_touch_activates_on_release(qtbot: QtBot) -> None:
    button = _button(qtbot)
    taps = Taps(button)
    finger = QTest.createTouchDevice()
    QTest.touchEvent(button, finger).press(0, QPoint(9, 9), button).commit()
    assert (button.isDown(), taps.count) == (True, 0)
    QTest.touchEvent(button, finger).release(0, QPoint(11, 12), button).commit()
    assert (button.isDown(), taps.count) == (False, 1)


def test_sliding_a_finger_off_cancels_and_back_takes_up_again(qtbot: QtBot) -> None:
    button = _button(qtbot)
    taps = Taps(button)
    finger = QTest.createTouchDevice()
    outside = QPoint(5, button.height() + 30)
    QTest.touchEvent(button, finger).press(0, QPoint(9, 9), button).commit()
    QTest.touchEvent(button, finger).move(0, outside, button).commit()
    assert not button.isDown()
    QTest.touchEvent(button, finger).release(0, outside, button).commit()
    assert taps.count == 0
    QTest.touchEvent(button, finger).press(0, QPoint(9, 9), button).commit()
    QTest.touchEvent(button, finger).move(0, outside, button).commit()
    QTest.touchEvent(button, finger).move(0, QPoint(20, 9), button).commit()
    QTest.touchEvent(button, finger).release(0, QPoint(20, 9), button).commit()
    assert taps.count == 1


def test_a_finger_elsewhere_does_not_block_the_button(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    held, wanted = (TouchButton(make_theme(), text) for text in ("Về đầu", "Tiếp"))
    column.addWidget(held)
    column.addWidget(wanted)
    page.show()
    taps = Taps(wanted)
    fingers = QTest.createTouchDevice()
    QTest.touchEvent(page, fingers).press(0, QPoint(9, 9), held).commit()
    both = QTest.touchEvent(page, fingers).stationary(0)
    both.press(1, QPoint(9, 9), wanted).commit()
    both = QTest.touchEvent(page, fingers).stationary(0)
    both.release(1, QPoint(9, 9), wanted).commit()
    assert taps.count == 1
    QTest.touchEvent(page, fingers).release(0, QPoint(9, 900), held).commit()


def test_sliding_the_mouse_off_cancels(qtbot: QtBot) -> None:
    button = _button(qtbot)
    taps = Taps(button)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.mouseMove(button, QPoint(-40, -40))
    assert not button.isDown()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(-40, -40))
    assert taps.count == 0


def test_a_second_tap_within_400_ms_is_ignored(qtbot: QtBot) -> None:
    hand = Hand()
    button = _button(qtbot, clock=hand)
    taps = Taps(button)
    counts = []
    for pause_ms in (0, 399, 1, 399, 2):
        hand.wait_ms(pause_ms)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        counts.append(taps.count)
    assert counts == [1, 1, 2, 2, 3]


def test_an_ignored_tap_does_not_toggle_either(qtbot: QtBot) -> None:
    button = _button(qtbot, kind=ButtonKind.CHECK, clock=Hand())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_activate(qtbot: QtBot, key: Qt.Key) -> None:
    button = _button(qtbot)
    taps = Taps(button)
    QTest.keyPress(button, key)
    assert (button.isDown(), taps.count) == (True, 0)
    QTest.keyRelease(button, key)
    assert taps.count == 1


def test_the_right_mouse_button_and_a_disabled_button_do_nothing(qtbot: QtBot) -> None:
    button = _button(qtbot)
    taps = Taps(button)
    QTest.mouseClick(button, Qt.MouseButton.RightButton)
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    finger = QTest.createTouchDevice()
    QTest.touchEvent(button, finger).press(0, QPoint(9, 9), button).commit()
    QTest.touchEvent(button, finger).release(0, QPoint(9, 9), button).commit()
    assert taps.count == 0


def test_pressing_and_keyboard_focus_are_seen(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    buttons = [TouchButton(make_theme(), kind, kind=kind) for kind in ButtonKind]
    for button in buttons:
        column.addWidget(button)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(buttons[0].hasFocus)
    plain = [picture(button) for button in buttons]
    for button, before in zip(buttons[1:], plain[1:], strict=True):
        button.setDown(True)
        assert picture(button) != before, button.kind
        button.setDown(False)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert button.hasFocus()
        assert picture(button) != before, button.kind
        assert picture(buttons[0]) == plain[0]


def test_a_tap_does_not_take_the_focus(qtbot: QtBot) -> None:
    button = _button(qtbot)
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_screen_reader_hears_name_description_and_kind(qtbot: QtBot) -> None:
    tile = _button(qtbot, "Kết hôn", detail="Đăng ký", badge="3 thủ tục", kind=ButtonKind.TILE)
    assert tile.accessibleName() == tile.text() == "Kết hôn"
    assert tile.accessibleDescription() == "Đăng ký. 3 thủ tục"
    spoken = QAccessible.queryAccessibleInterface(tile)
    assert spoken.role() is QAccessible.Role.Button
    check = _button(qtbot, "Căn cước", kind=ButtonKind.CHECK)
    assert QAccessible.queryAccessibleInterface(check).role() is QAccessible.Role.CheckBox
    assert _button(qtbot, "", icon="x", name="Đóng").accessibleName() == "Đóng"


def test_new_text_takes_new_room_and_a_new_name(qtbot: QtBot) -> None:
    button = _button(qtbot, "Có")
    before = button.sizeHint().width()
    button.set_text("Có rồi, đi tiếp")
    assert button.sizeHint().width() > before
    assert button.accessibleName() == "Có rồi, đi tiếp"


def test_a_rail_button_is_marked_by_the_shell_alone(qtbot: QtBot) -> None:
    button = _button(qtbot, "Hỗ trợ", icon="van", kind=ButtonKind.RAIL)
    button.setChecked(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
