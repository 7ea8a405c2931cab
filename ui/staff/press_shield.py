"""Swallows presses for a moment after a page changed, so that a double tap hits nothing new."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

SHIELD_MS = 400
_PRESSES = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
)


class PressShield(QWidget):
    """A transparent cover over `covered`, its parent; keys pass."""

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self._covered = covered
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHIELD_MS)
        self._timer.timeout.connect(self._lift)
        self.hide()

    @property
    def is_down(self) -> bool:
        """Whether presses are being swallowed."""
        return not self.isHidden()

    def cover(self) -> None:
        """Swallow presses from now on for 400 ms."""
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self._timer.start()

    @Slot()
    def _lift(self) -> None:
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Accept presses and touches without doing anything."""
        if event.type() in _PRESSES:
            event.accept()
            return True
        return super().event(event)
