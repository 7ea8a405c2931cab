"""The scan filter: a burst is a scan wherever the focus is; typing is never touched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.scan_filter import ScanFilter

PAYLOAD = "03HM59G3NN9G1V90QP9KCCLQN380Q2NC1L"
CARD = "001154000123|012345678|Hồ Thị Huấn|25121954|Nữ|Thôn Đông, Trung Tú, Hà Nội|02052021"


class _HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = 100.0

    def now(self) -> datetime:
        return datetime(2026, 11, 22, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.time


@pytest.fixture
def clock() -> _HandClock:
    return _HandClock()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit


@pytest.fixture
def scanner(field: QLineEdit, clock: _HandClock) -> ScanFilter:
    made = ScanFilter(clock)
    made.watch(field)
    return made


@pytest.fixture
def scanning(
    field: QLineEdit, scanner: ScanFilter, clock: _HandClock
) -> tuple[QLineEdit, ScanFilter, _HandClock]:
    return field, scanner, clock


_KEYS = {"\r": Qt.Key.Key_Return, " ": Qt.Key.Key_Space, "\b": Qt.Key.Key_Backspace}


def _type(field: QWidget, text: str, clock: _HandClock, gap: float) -> None:
    for character in text:
        clock.time += gap
        key = _KEYS.get(character, Qt.Key.Key_unknown)
        if character.isupper():
            _press(field, Qt.Key.Key_Shift, "")
        _press(field, key, character)


def _press(field: QWidget, key: Qt.Key, character: str) -> None:
    handle = field.window().windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(handle, event)


@pytest.mark.parametrize("payload", [PAYLOAD, "0" * 12 + PAYLOAD[12:]])
def test_a_burst_is_handed_out_and_leaves_the_field_alone(
    qtbot: QtBot, scanning: tuple[QLineEdit, ScanFilter, _HandClock], payload: str
) -> None:
    field, scanner, clock = scanning
    field.setText("Nguyễn")
    with qtbot.waitSignal(scanner.scanned) as scan:
        _type(field, payload.lower() + "\r", clock, 0.005)
    assert scan.args == [payload]
    assert field.text() == "Nguyễn"


@pytest.mark.parametrize(
    ("text", "gap"), [(PAYLOAD, 0.2), ("0912345678", 0.005), ("Nguyễn Thị Hoa", 0.005)]
)
def test_typing_stays_typing(
    qtbot: QtBot, scanning: tuple[QLineEdit, ScanFilter, _HandClock], text: str, gap: float
) -> None:
    field, scanner, clock = scanning
    with qtbot.assertNotEmitted(scanner.scanned):
        _type(field, text + "\r", clock, gap)
    assert field.text() == text


def test_a_card_is_handed_out_and_its_number_is_nowhere(
    qtbot: QtBot, scanning: tuple[QLineEdit, ScanFilter, _HandClock]
) -> None:
    field, scanner, clock = scanning
    field.setText("Nguyễn")
    seen: list[str] = []
    field.textChanged.connect(seen.append)
    with qtbot.waitSignal(scanner.scanned) as scan:
        _type(field, CARD + "\r", clock, 0.005)
    assert scan.args == [CARD]
    assert field.text() == "Nguyễn"
    assert not any("001154000123" in text for text in seen), "the last digit came to nobody"


def test_a_blank_in_a_name_presses_no_button(qtbot: QtBot, clock: _HandClock) -> None:
    button = QPushButton("Lưu")
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    scanner = ScanFilter(clock)
    scanner.watch(button)
    with qtbot.assertNotEmitted(button.clicked), qtbot.waitSignal(scanner.scanned):
        _type(button, CARD + "\r", clock, 0.005)
    with qtbot.waitSignal(button.clicked):
        _type(button, " ", clock, 1.0)


def test_what_an_input_method_takes_back_is_taken_back(
    qtbot: QtBot, scanning: tuple[QLineEdit, ScanFilter, _HandClock]
) -> None:
    field, scanner, clock = scanning
    with qtbot.waitSignal(scanner.scanned) as scan:
        _type(field, "001154000123||Hoo\b\bô Thi|25121954|Nu|Ha Noi\r", clock, 0.005)
    assert scan.args == ["001154000123||Hô Thi|25121954|Nu|Ha Noi"]


def test_a_card_that_breaks_off_is_forgotten(
    qtbot: QtBot, scanning: tuple[QLineEdit, ScanFilter, _HandClock]
) -> None:
    field, scanner, clock = scanning
    field.setText("Nguyễn")
    with qtbot.assertNotEmitted(scanner.scanned):
        _type(field, CARD[:40], clock, 0.005)
        _type(field, " Hoa", clock, 0.3)
        _type(field, "\r", clock, 0.3)
    assert field.text() == "Nguyễn Hoa"


def test_a_number_typed_by_a_person_stays(
    qtbot: QtBot, scanning: tuple[QLineEdit, ScanFilter, _HandClock]
) -> None:
    field, scanner, clock = scanning
    with qtbot.assertNotEmitted(scanner.scanned):
        _type(field, "001154000123\r", clock, 0.12)
    assert field.text() == "001154000123"
