"""Brings keys of the on-screen keyboard to whatever has the focus in the page.

They arrive as keys of a keyboard would, one after the other, and are not kept. The keyboard asks
`kind` first: in a secret field it composes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.portal.models import FieldKind


class PageTyping(QObject):
    """Types into the page shown by `view`."""

    def __init__(self, view: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.kind = FieldKind.NONE

    def write(self, text: str) -> None:
        """Type `text`, letter by letter, with all its marks."""
        for letter in text:
            self._press(Qt.Key.Key_unknown, letter)

    def erase(self, letters: int = 1) -> None:
        """Take back the last letters."""
        for _letter in range(letters):
            self._press(Qt.Key.Key_Backspace, "")

    def enter(self) -> None:
        """Press Enter."""
        self._press(Qt.Key.Key_Return, "\r")

    def _press(self, key: Qt.Key, text: str) -> None:
        target = self._view.focusProxy() or self._view
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(target, event)
