"""The line a citizen types into: large, with a caret that shows also where nobody has the keyboard.

The citizen's window may not take the keyboard from staff at the same PC. The on-screen keys type
into the field all the same, so the field itself draws its caret and its frame.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_field import TextField

_CARET_MM = 0.9
_LONGEST = 80
_MOVING = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class SearchField(TextField):
    """Signals: `touched` by a finger; `hand_typed` when a key of a real keyboard was pressed."""

    touched = Signal()
    hand_typed = Signal()

    def __init__(self, theme: Theme, name: str, hint: str) -> None:
        super().__init__(
            theme,
            placeholder=hint,
            max_length=_LONGEST,
            name=name,
            icon="magnifying-glass",
            role=TextRole.HEADING,
        )

    def sizeHint(self) -> QSize:
        """Return the size of a main button's height, where the panel has room for that."""
        theme, hint = self._theme, super().sizeHint()
        least = theme.button_mm if theme.is_compact else theme.main_button_mm
        return QSize(hint.width(), max(hint.height(), theme.mm(least)))

    def is_live(self) -> bool:
        """Whether typing goes here, with or without the keyboard focus of the system."""
        return self.window().focusWidget() is self

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.touched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.isAccepted() and event.key() not in _MOVING:
            self.hand_typed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_live():
            at = self.cursorRect()
            width = self._theme.stroke(_CARET_MM)
            left = at.center().x() - (width if self.text() else 2 * width)
            caret = QRect(left, at.top(), width, at.height())
            QPainter(self).fillRect(caret, self._theme.colour("blue"))
