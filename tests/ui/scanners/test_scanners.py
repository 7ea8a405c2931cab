"""All scanners as one: who typed it decides how far the letters are trusted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from tests.support.cards import CARD, NUMBER
from ui.lanes import Lanes
from ui.scanners.scan import Scan, ScannerKind
from ui.scanners.scanners import Scanners

BARE = f"{NUMBER}|012345678|Ho Thi Huan|25121954|Nu|Thon Vi Du 1, Trung Tu, Ha Noi|02052021"
SLIP = "03HM59G3NN9G1V90QP9KCCLQN380Q2NC1L"


@pytest.fixture
def scanners(qtbot: QtBot) -> Iterator[Scanners]:
    lanes = Lanes()
    made = Scanners(FakeClock(), lanes)
    yield made
    made.stop()
    made.deleteLater()
    lanes.close()
    lanes.deleteLater()


def test_whatever_was_read_comes_out_of_one_signal(qtbot: QtBot, scanners: Scanners) -> None:
    heard: list[Scan] = []
    scanners.scanned.connect(heard.append)
    scanners.keyboard.scanned.emit(SLIP)
    scanners.serial.read.emit(CARD)
    scanners.camera.read.emit(CARD)
    assert heard == [
        Scan(SLIP, ScannerKind.KEYBOARD),
        Scan(CARD, ScannerKind.SERIAL),
        Scan(CARD, ScannerKind.CAMERA),
    ]


def test_letters_without_marks_are_trusted_from_a_port_and_not_from_keys() -> None:
    typed = Scan(BARE, ScannerKind.KEYBOARD).card
    sent = Scan(BARE, ScannerKind.SERIAL).card
    assert typed is not None
    assert sent is not None
    assert (typed.name, sent.name) == ("", "Ho Thi Huan")


def test_a_slip_is_no_card_and_half_a_card_is_like_one() -> None:
    assert Scan(SLIP, ScannerKind.SERIAL).card is None
    assert not Scan(SLIP, ScannerKind.SERIAL).is_like_card
    assert not Scan(NUMBER + SLIP[12:], ScannerKind.SERIAL).is_like_card
    half = Scan(NUMBER + "|", ScannerKind.KEYBOARD)
    assert half.card is None
    assert half.is_like_card


def test_nothing_of_a_scan_shows_in_its_repr() -> None:
    assert "000154" not in repr(Scan(CARD, ScannerKind.CAMERA))
