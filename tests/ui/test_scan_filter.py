"""The scan filter: a burst is a scan wherever the focus is; typing is never touched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.scan_filter import ScanFilter

PAYLOAD = "03HM59G3NN9G1V90QP9KCCLQN380Q2NC1L"


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


def _type(field: QLineEdit, text: str, clock: _HandClock, gap: float) -> None:
    for character in text:
        clock.time += gap
        is_enter = character == "\r"
        key = Qt.Key.Key_Return if is_enter else Qt.Key.Key_unknown
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(field.windowHandle(), event)


def test_a_burst_is_handed_out_and_leaves_the_field_alone(
    qtbot: QtBot, scanning: tuple[QLineEdit, ScanFilter, _HandClock]
) -> None:
    field, scanner, clock = scanning
    field.setText("Nguyễn")
    with qtbot.waitSignal(scanner.scanned) as scan:
        _type(field, PAYLOAD + "\r", clock, 0.005)
    assert scan.args == [PAYLOAD]
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
