"""Catches what a keyboard-wedge scanner types, wherever the focus is.

A scanner is a very fast typist that ends with Enter. Keys pass through as usual; when a whole burst
of slip characters has come in, the field that happened to have the focus is put back as it was and
the scan is handed out instead (research/domain 3.4: the letters are safe under Telex and VNI).

A card begins with twelve digits. As soon as a burst has them it can be nothing else: the field is
put back, and of what follows no key reaches a page, for a blank of a name would press a button.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.domain.identity_card import begins_like_card
from kiosk.domain.slip_code import is_like_payload
from kiosk.services.ports import Clock

BURST_GAP_SECONDS = 0.05
LONGEST_SCAN = 1000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASED = "\b"


_NO_SCANS = "takes_no_scans"


def keep_scans_out(widget: QObject) -> None:
    """Let nothing be kept of what is typed while `widget` has the focus: a page of the web."""
    widget.setProperty(_NO_SCANS, True)


class ScanFilter(QObject):
    """Stands before the keyboard focus of every window it was given.

    It filters the system's window, not the application: a filter on the application is shown every
    object, also those half destroyed, and PySide keeps a wrapper of them too long.

    Signals: `scanned` carries the text of one scan, of a slip or of a card.
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
        """Let every key pass but the Enter that ends a scan, and all of a card's after its number.

        Shortcuts are asked for before a key is pressed; those of a card's keys are taken as well.
        """
        if not isinstance(event, QKeyEvent):
            return False
        focused = QApplication.focusWidget()
        if focused is not None and focused.property(_NO_SCANS):
            self._text = ""
            return False
        if event.type() is QEvent.Type.KeyPress:
            return self._take(event)
        return event.type() is QEvent.Type.ShortcutOverride and self._is_amid_card()

    def _take(self, event: QKeyEvent) -> bool:
        character = event.text()
        is_enter = event.key() in _ENTER
        if not (character or is_enter):
            return False  # Shift goes down before a scanner's capital letter
        now = self._clock.monotonic()
        is_late = now - self._last > BURST_GAP_SECONDS
        self._last = now
        if is_enter:
            return self._finish(is_late=is_late)
        if is_late or not self._text:
            self._begin()
        return self._add(character)

    def _begin(self) -> None:
        focused = QApplication.focusWidget()
        self._text = ""
        self._field = focused if isinstance(focused, QLineEdit) else None
        self._field_text = self._field.text() if self._field else ""

    def _add(self, character: str) -> bool:
        """Add to the burst; return whether the key is kept from the page."""
        was_card = begins_like_card(self._text)
        # An input method that is on takes letters back and types others.
        self._text = self._text[:-1] if character == _ERASED else self._text + character
        self._text = self._text[:LONGEST_SCAN]
        is_card = begins_like_card(self._text)
        if is_card and not was_card:
            self._put_field_back()
        return is_card

    def _is_amid_card(self) -> bool:
        is_late = self._clock.monotonic() - self._last > BURST_GAP_SECONDS
        return begins_like_card(self._text) and not is_late

    def _finish(self, *, is_late: bool) -> bool:
        text, self._text = self._text, ""
        is_card, is_slip = begins_like_card(text), is_like_payload(text)
        if is_late or not (is_card or is_slip):
            return False
        if not is_card:
            self._put_field_back()
        self._field = None
        self.scanned.emit(text.upper() if is_slip else text)
        return True

    def _put_field_back(self) -> None:
        if self._field is not None and self._field is QApplication.focusWidget():
            self._field.setText(self._field_text)
