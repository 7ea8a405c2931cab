"""The PIN pad takes six digits, shows none and keeps none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import make_theme, picture
from ui.widgets.pin_pad import PinPad
from ui.widgets.touch_button import TouchButton


def _pad(qtbot: QtBot) -> tuple[PinPad, dict[str, TouchButton], list[str]]:
    pad = PinPad(make_theme(staff=True), str)
    qtbot.addWidget(pad)
    pad.show()
    keys = {key.accessibleName(): key for key in pad.findChildren(TouchButton)}
    told: list[str] = []
    pad.entered.connect(told.append)
    return pad, keys, told


def test_six_taps_tell_the_digits_once_and_forget_them(qtbot: QtBot) -> None:
    pad, keys, told = _pad(qtbot)
    for digit in "405918":
        QTest.mouseClick(keys[digit], Qt.MouseButton.LeftButton)
    assert told == ["405918"]
    assert pad._digits == ""
    assert pad._dots.accessibleName() == "Đã bấm 0 trên 6 số"


def test_physical_keys_work_even_when_a_button_has_the_focus(qtbot: QtBot) -> None:
    pad, keys, told = _pad(qtbot)
    for key in "40599":
        QTest.keyClicks(keys["1"], key)
    QTest.keyClick(keys["1"], Qt.Key.Key_Backspace)
    QTest.keyClicks(keys["1"], "18")
    assert pad._digits == ""
    assert told == ["405918"]


def test_erasing_takes_back_one_digit(qtbot: QtBot) -> None:
    pad, keys, told = _pad(qtbot)
    QTest.keyClicks(pad, "12345")
    QTest.mouseClick(keys["Xóa số vừa bấm"], Qt.MouseButton.LeftButton)
    assert pad._dots.accessibleName() == "Đã bấm 4 trên 6 số"
    QTest.keyClicks(pad, "67")
    assert told == ["123467"]


def test_letters_are_no_digits(qtbot: QtBot) -> None:
    pad, _, _ = _pad(qtbot)
    QTest.keyClicks(pad, "a1")
    arabic_three = QKeyEvent(
        QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "\N{ARABIC-INDIC DIGIT THREE}"
    )
    QApplication.sendEvent(pad, arabic_three)
    assert pad._dots.accessibleName() == "Đã bấm 1 trên 6 số"


def test_the_dots_look_alike_whatever_was_typed(qtbot: QtBot) -> None:
    pad, _, _ = _pad(qtbot)
    QTest.keyClicks(pad, "12")
    first = picture(pad._dots)
    pad.clear()
    empty = picture(pad._dots)
    QTest.keyClicks(pad, "98")
    assert picture(pad._dots) == first != empty


def test_keys_are_main_buttons(qtbot: QtBot) -> None:
    theme = make_theme(staff=True)
    pad, keys, _ = _pad(qtbot)
    assert pad.isVisible()
    assert len(keys) == 11
    for key in keys.values():
        assert theme.metrics.to_mm(min(key.width(), key.height())) >= 14.0


def test_a_locked_pad_takes_nothing(qtbot: QtBot) -> None:
    pad, keys, _ = _pad(qtbot)
    pad.setEnabled(False)
    QTest.mouseClick(keys["1"], Qt.MouseButton.LeftButton)
    assert pad._digits == ""


def test_the_pad_says_what_it_is(qtbot: QtBot) -> None:
    pad, _, _ = _pad(qtbot)
    assert pad.accessibleName() == "Bàn phím mã PIN"


def test_keys_grow_where_there_is_room_and_never_shrink(qtbot: QtBot) -> None:
    theme = make_theme(staff=True)
    for wanted, height in ((22.0, 22.0), (5.0, theme.main_button_mm)):
        pad = PinPad(theme, str, key_mm=wanted)
        qtbot.addWidget(pad)
        keys = pad.findChildren(TouchButton)
        assert {key.heightForWidth(key.width()) for key in keys} == {theme.mm(height)}
        assert {key.minimumWidth() for key in keys} == {theme.mm(height * 1.6)}


def _key_at(pad: PinPad, digit: str, moment_ms: int) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit)
    event.setTimestamp(moment_ms)
    QApplication.sendEvent(pad, event)


def test_a_scanners_digits_are_nobodys_pin(qtbot: QtBot) -> None:
    pad, _, told = _pad(qtbot)
    for place, digit in enumerate("001154000123"):
        _key_at(pad, digit, 5000 + 5 * place)
    assert told == []
    for place, digit in enumerate("405918"):
        _key_at(pad, digit, 9000 + 90 * place)
    assert told == ["405918"]
