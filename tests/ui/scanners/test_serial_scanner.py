"""A scanner on a serial port: whole texts from any pieces, and found again when it was gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.cards import CARD
from tests.support.virtual_port import VirtualPort
from ui.scanners import serial_scanner
from ui.scanners.scan import Scan, ScannerKind
from ui.scanners.serial_scanner import PortState, SerialScanner, serial_ports

pytestmark = pytest.mark.real

SLIP = "03HM59G3NN9G1V90QP9KCCLQN380Q2NC1L"


@pytest.fixture
def port(tmp_path: Path) -> Iterator[VirtualPort]:
    made = VirtualPort(tmp_path)
    yield made
    made.unplug()


@pytest.fixture
def scanner(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[SerialScanner]:
    monkeypatch.setattr(serial_scanner, "RETRY_MS", 50)
    made = SerialScanner()
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def listening(scanner: SerialScanner, port: VirtualPort) -> tuple[SerialScanner, VirtualPort]:
    scanner.listen(port.name)
    assert scanner.state is PortState.LISTENING
    return scanner, port


def test_a_card_arrives_with_every_mark(
    qtbot: QtBot, listening: tuple[SerialScanner, VirtualPort]
) -> None:
    scanner, port = listening
    with qtbot.waitSignal(scanner.read) as scan:
        port.send(CARD.encode() + b"\r\n")
    assert scan.args == [CARD]
    card = Scan(scan.args[0], ScannerKind.SERIAL).card
    assert card is not None
    assert card.name == "Hồ Thị Huấn Ví Dụ"


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""], ids=["CR", "LF", "CR LF", "pause"])
def test_a_text_ends_with_its_sign_or_with_a_pause(
    qtbot: QtBot, listening: tuple[SerialScanner, VirtualPort], end: bytes
) -> None:
    scanner, port = listening
    with qtbot.waitSignal(scanner.read) as scan:
        port.send(SLIP.encode() + end)
    assert scan.args == [SLIP]


def test_pieces_that_cut_a_letter_are_joined(
    qtbot: QtBot, listening: tuple[SerialScanner, VirtualPort]
) -> None:
    scanner, port = listening
    scanner._pause.setInterval(2000)
    data = CARD.encode() + b"\r"
    cut = data.index("ồ".encode()) + 1
    read: list[str] = []
    scanner.read.connect(read.append)
    port.send(data[:cut])
    qtbot.waitUntil(lambda: scanner._bytes == data[:cut])
    port.send(data[cut:])
    qtbot.waitUntil(lambda: read == [CARD])


def test_two_scans_in_a_row_are_two(
    qtbot: QtBot, listening: tuple[SerialScanner, VirtualPort]
) -> None:
    scanner, port = listening
    read: list[str] = []
    scanner.read.connect(read.append)
    port.send(f"{SLIP}\r{CARD}\r".encode())
    qtbot.waitUntil(lambda: read == [SLIP, CARD])


def test_bytes_that_are_no_text_cost_only_the_letters(
    qtbot: QtBot, listening: tuple[SerialScanner, VirtualPort]
) -> None:
    scanner, port = listening
    with qtbot.waitSignal(scanner.read) as scan:
        port.send(CARD.encode("cp1258", errors="replace") + b"\r")
    card = Scan(scan.args[0], ScannerKind.SERIAL).card
    assert card is not None
    assert (card.number, card.name) == (CARD[:12], "")


def test_noise_without_an_end_does_not_pile_up(
    qtbot: QtBot, listening: tuple[SerialScanner, VirtualPort]
) -> None:
    scanner, port = listening
    scanner._pause.setInterval(2000)
    read: list[str] = []
    scanner.read.connect(read.append)
    for _ in range(3):
        port.send(b"x" * 2000)
    qtbot.waitUntil(lambda: scanner._bytes == b"" and not scanner._pause.isActive())
    assert all(len(text) <= serial_scanner.LONGEST_BYTES for text in read)
    port.send(SLIP.encode() + b"\r")
    qtbot.waitUntil(lambda: read[-1:] == [SLIP])


def test_unplugged_and_plugged_in_again_it_goes_on(
    qtbot: QtBot, listening: tuple[SerialScanner, VirtualPort]
) -> None:
    scanner, port = listening
    port.unplug()
    qtbot.waitUntil(lambda: scanner.state is PortState.NOT_OPEN)
    port.plug_in()
    qtbot.waitUntil(lambda: scanner.state is PortState.LISTENING)
    with qtbot.waitSignal(scanner.read) as scan:
        port.send(SLIP.encode() + b"\r")
    assert scan.args == [SLIP]


def test_a_port_that_is_not_there_is_looked_for(
    qtbot: QtBot, scanner: SerialScanner, tmp_path: Path
) -> None:
    scanner.listen(str(tmp_path / "program"))
    assert scanner.state is PortState.NOT_OPEN
    port = VirtualPort(tmp_path)
    qtbot.waitUntil(lambda: scanner.state is PortState.LISTENING)
    port.unplug()


def test_stopped_it_lets_go(listening: tuple[SerialScanner, VirtualPort]) -> None:
    scanner, _port = listening
    told: list[PortState] = []
    scanner.changed.connect(told.append)
    scanner.stop()
    assert told == [PortState.OFF]
    assert scanner._port is None


def test_the_ports_of_the_machine_can_be_listed() -> None:
    assert all(port.name for port in serial_ports())
