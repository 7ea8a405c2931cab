"""A field of our own as the keyboard's target."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


class LineTarget:
    """Types into a line directly, so that it works in a window without keyboard focus too."""

    def __init__(self, field: QLineEdit) -> None:
        self._field = field

    @property
    def is_secret(self) -> bool:
        """Whether the field hides what is typed."""
        return self._field.echoMode() is not QLineEdit.EchoMode.Normal

    def text_before(self) -> str:
        """Return the text up to the cursor; a secret is not looked at."""
        return "" if self.is_secret else self._field.text()[: self._field.cursorPosition()]

    def replace_before(self, count: int, text: str) -> None:
        """Put `text` in the place of the `count` characters before the cursor."""
        self._field.deselect()
        if count:
            self._field.cursorBackward(True, count)
        self._field.insert(text)
