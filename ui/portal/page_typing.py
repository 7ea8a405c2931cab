"""Brings the keys of the on-screen keyboard to whatever has the focus in the page.

They arrive as those of a real keyboard would, one after the other. What stands in the field is
never asked for: to compose a word its letters are remembered as they were typed here, until the
word ends, the field changes, or a finger moves the cursor. Of a secret nothing is remembered.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.telex import word_before
from ui.portal.models import FieldKind


class PageTyping(QObject):
    """Types into the page shown by `view`; a target for the keyboard (`ui.keyboard.typist`)."""

    def __init__(self, view: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._word = ""
        self.kind = FieldKind.NONE

    def aim_at(self, kind: FieldKind) -> None:
        """Type into a field of this kind from now on, and know nothing of what stands there."""
        self.kind, self._word = kind, ""

    # What the keyboard asks

    @property
    def is_secret(self) -> bool:
        """Whether nobody may look at what stands there."""
        return self.kind.is_secret

    def text_before(self) -> str:
        """Return the word typed here last."""
        return self._word

    def replace_before(self, count: int, text: str) -> None:
        """Take back `count` letters and type `text`."""
        self.erase(count)
        self.write(text)
        if not self.is_secret:
            kept = self._word[: len(self._word) - count] if count <= len(self._word) else ""
            self._word = word_before(kept + text)

    # Keys

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
