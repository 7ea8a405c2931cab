"""Which keys of a keyboard reach the page: those that write and move, and none that command.

A browser answers to many keys (print, find, save, zoom, developer tools, the page before); here
none of them comes through, so there is no list of dangerous ones that could miss one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

_MOVING = frozenset(
    {
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Shift,
    }
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_ALT = Qt.KeyboardModifier.AltModifier


def may_pass(key: int, modifiers: Qt.KeyboardModifier, text: str) -> bool:
    """Return whether a key press may reach the page.

    AltGr arrives as Ctrl and Alt together on Windows, and then there is a letter with it.
    """
    writes = bool(text) and text.isprintable()
    is_alt_gr = bool(modifiers & _ALT) and bool(modifiers & _COMMAND)
    if modifiers & _COMMAND or modifiers & _ALT:
        return writes and is_alt_gr
    return writes or key in _MOVING
