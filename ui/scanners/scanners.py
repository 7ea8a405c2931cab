"""All scanners of this machine as one: whatever was read comes out of one signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.services.ports import Clock
from ui.lanes import Lanes
from ui.scan_filter import ScanFilter
from ui.scanners.camera_scanner import CameraScanner
from ui.scanners.scan import Scan, ScannerKind
from ui.scanners.serial_scanner import SerialScanner


class Scanners(QObject):
    """The keyboard wedge, the serial port and the camera.

    Signals: `scanned` carries a Scan.
    """

    scanned = Signal(object)

    def __init__(self, clock: Clock, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keyboard = ScanFilter(clock, self)
        self.serial = SerialScanner(self)
        self.camera = CameraScanner(lanes, self)
        self.keyboard.scanned.connect(self._on_typed)
        self.serial.read.connect(self._on_line)
        self.camera.read.connect(self._on_code)

    def stop(self) -> None:
        """Let go of port and camera."""
        self.serial.stop()
        self.camera.stop()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.scanned.emit(Scan(text, ScannerKind.KEYBOARD))

    @Slot(str)
    def _on_line(self, text: str) -> None:
        self.scanned.emit(Scan(text, ScannerKind.SERIAL))

    @Slot(str)
    def _on_code(self, text: str) -> None:
        self.scanned.emit(Scan(text, ScannerKind.CAMERA))
