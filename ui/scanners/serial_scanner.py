"""A scanner on a serial port, as most USB scanners can be (USB-COM): its text arrives as bytes.

Unlike typed keys the bytes are whole, so names keep their marks. A scanner that is unplugged is
looked for again; Qt's serial part is read late, so the program runs without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.services.code_picture import scanned_text

if TYPE_CHECKING:
    from PySide6.QtSerialPort import QSerialPort

LONGEST_BYTES = 4096
RETRY_MS = 2000
PAUSE_MS = 150
"""A scanner set up without a sign at the end of its text is done when it pauses this long."""


class PortState(Enum):
    """Whether the port is listened to."""

    OFF = auto()
    LISTENING = auto()
    NOT_OPEN = auto()
    NO_SUPPORT = auto()


@dataclass(frozen=True, slots=True)
class SerialPort:
    """A port of this machine and what the system says of the device at it."""

    name: str
    description: str


def serial_ports() -> tuple[SerialPort, ...]:
    """Return the ports of this machine; none where Qt's serial part is missing."""
    try:
        from PySide6.QtSerialPort import QSerialPortInfo
    except ImportError:
        return ()
    ports = QSerialPortInfo.availablePorts()
    return tuple(SerialPort(port.portName(), port.description()) for port in ports)


class SerialScanner(QObject):
    """Listens to one port.

    Signals: `read` carries the text of one scan, `changed` the PortState.
    """

    read = Signal(str)
    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = PortState.OFF
        self._name = ""
        self._port: QSerialPort | None = None
        self._bytes = b""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._open)

    def listen(self, name: str) -> None:
        """Listen to the port called `name` from now on; "" listens to none."""
        self.stop()
        self._name = name
        if name:
            self._open()

    def stop(self) -> None:
        """Let go of the port."""
        self._retry.stop()
        self._pause.stop()
        self._let_go()
        self._name = ""
        self._move(PortState.OFF)

    @Slot()
    def _open(self) -> None:
        try:
            from PySide6.QtSerialPort import QSerialPort
        except ImportError:
            self._move(PortState.NO_SUPPORT)
            return
        port = QSerialPort(self._name, self)
        if not port.open(QSerialPort.OpenModeFlag.ReadOnly):
            port.deleteLater()
            self._retry.start()
            self._move(PortState.NOT_OPEN)
            return
        self._port = port
        port.readyRead.connect(self._on_bytes)
        port.errorOccurred.connect(self._on_error)
        self._retry.stop()
        self._move(PortState.LISTENING)
        self._on_bytes()

    def _let_go(self) -> None:
        port, self._port = self._port, None
        self._bytes = b""
        if port is not None:
            port.readyRead.disconnect(self._on_bytes)
            port.errorOccurred.disconnect(self._on_error)
            port.close()
            port.deleteLater()

    def _move(self, state: PortState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit(state)

    @Slot()
    def _on_bytes(self) -> None:
        if self._port is None:
            return
        self._bytes += bytes(self._port.readAll().data())
        *lines, rest = self._bytes.replace(b"\n", b"\r").split(b"\r")
        self._bytes = rest if len(rest) <= LONGEST_BYTES else b""
        self._pause.start()
        for line in lines:
            self._tell(line)

    @Slot()
    def _on_pause(self) -> None:
        line, self._bytes = self._bytes, b""
        self._tell(line)

    def _tell(self, line: bytes) -> None:
        text = scanned_text(line).strip()
        if text:
            self.read.emit(text)

    @Slot(object)
    def _on_error(self, error: QSerialPort.SerialPortError) -> None:
        """Look for the scanner again when it was unplugged."""
        from PySide6.QtSerialPort import QSerialPort

        if error is not QSerialPort.SerialPortError.NoError:
            self._let_go()
            self._retry.start()
            self._move(PortState.NOT_OPEN)
