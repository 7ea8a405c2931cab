"""The widget that shows the page: no menu, nothing dragged in, and only keys that write."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from ui.portal.page_keys import may_pass
from ui.scan_filter import keep_scans_out

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_DRAGS = frozenset(
    {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop, QEvent.Type.ContextMenu}
)
_PRESSES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    }
)


class PortalView(QWebEngineView):
    """A view whose inner widget, which Qt makes anew from time to time, is filtered as well.

    Signals: `hand_typed` comes with each key of a real keyboard.
    """

    hand_typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        child = event.child()
        if event.added() and child.isWidgetType():
            child.installEventFilter(self)
            keep_scans_out(child)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what commands the browser."""
        if event.type() is QEvent.Type.KeyPress and event.spontaneous():
            self.hand_typed.emit()
        return _is_command(event) or super().eventFilter(watched, event)


def _is_command(event: QEvent) -> bool:
    kind = event.type()
    if kind in _KEYS and isinstance(event, QKeyEvent):
        return not may_pass(event.key(), event.modifiers(), event.text())
    if kind in _DRAGS or kind is QEvent.Type.NativeGesture:
        return True
    if kind is QEvent.Type.Wheel and isinstance(event, QWheelEvent):
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if kind in _PRESSES and isinstance(event, QMouseEvent):
        return event.button() is not Qt.MouseButton.LeftButton
    return False
