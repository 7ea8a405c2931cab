"""Catches what a keyboard-wedge scanner types, wherever the focus is.

A scanner is a very fast typist that ends with Enter. Keys pass through as usual; when a whole burst
of slip characters has come in, the field that happened to have the focus is put back as it was and
the scan is handed out instead (research/domain 3.4: the letters are safe under Telex and VNI).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.domain.slip_code import ALPHABET
from kiosk.services.ports import Clock

BURST_GAP_SECONDS = 0.05
SHORTEST_SCAN = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


_NO_SCANS = "takes_no_scans"


def keep_scans_out(widget: QObject) -> None:
    """Let nothing be kept of what is typed while `widget` has the focus: a page of the web."""
    widget.setProperty(_NO_SCANS, True)


class ScanFilter(QObject):
    """Stands before the keyboard focus of every window it was given.

    It filters the system's window, not the application: a filter on the application is shown every
    object, also those half destroyed, and PySide keeps a wrapper of them too long.

    Signals: `scanned` carries the text of one scan.
    """

    scanned = Signal(str)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._text = ""
        self._last = 0.0
        self._field: QLineEdit | None = None
        self._field_text = ""

    def watch(self, window: QWidget) -> None:
        """Look at every key that comes to `window`."""
        window.winId()  # makes the system's window, if it is not there yet
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let every key pass but the Enter that ends a scan."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        focused = QApplication.focusWidget()
        if focused is not None and focused.property(_NO_SCANS):
            self._text = ""
            return False
        return self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        now = self._clock.monotonic()
        is_late = now - self._last > BURST_GAP_SECONDS
        self._last = now
        if event.key() in _ENTER:
            return self._finish(is_late=is_late)
        if is_late or not self._text:
            self._begin()
        character = event.text().upper()
        self._text = self._text + character if character and character in ALPHABET else ""
        return False

    def _begin(self) -> None:
        focused = QApplication.focusWidget()
        self._text = ""
        self._field = focused if isinstance(focused, QLineEdit) else None
        self._field_text = self._field.text() if self._field else ""

    def _finish(self, *, is_late: bool) -> bool:
        text, self._text = self._text, ""
        if is_late or len(text) < SHORTEST_SCAN:
            return False
        if self._field is not None and self._field is QApplication.focusWidget():
            self._field.setText(self._field_text)
        self._field = None
        self.scanned.emit(text)
        return True
