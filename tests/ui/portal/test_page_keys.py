"""Which keys may reach the page: those that write and move, and none that command."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.portal.page_keys import may_pass

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier
COMMANDS = [
    key
    for key in Qt.Key
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    or (key >= Qt.Key.Key_Back and key < Qt.Key.Key_Multi_key)
]


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Qt.Key.Key_A, PLAIN, "a"),
        (Qt.Key.Key_A, SHIFT, "A"),
        (Qt.Key.Key_unknown, PLAIN, "ế"),
        (Qt.Key.Key_Space, PLAIN, " "),
        (Qt.Key.Key_2, CONTROL | ALT, "@"),
        (Qt.Key.Key_Backspace, PLAIN, "\b"),
        (Qt.Key.Key_Return, PLAIN, "\r"),
        (Qt.Key.Key_Tab, PLAIN, "\t"),
        (Qt.Key.Key_Left, SHIFT, ""),
        (Qt.Key.Key_PageDown, PLAIN, ""),
    ],
)
def test_what_writes_and_moves_passes(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str
) -> None:
    assert may_pass(key, modifiers, text)


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Qt.Key.Key_P, CONTROL, "\x10"),
        (Qt.Key.Key_C, CONTROL, "\x03"),
        (Qt.Key.Key_V, CONTROL, "\x16"),
        (Qt.Key.Key_I, CONTROL | SHIFT, "\t"),
        (Qt.Key.Key_Left, ALT, ""),
        (Qt.Key.Key_F, ALT, "f"),
        (Qt.Key.Key_R, META, "r"),
        (Qt.Key.Key_Delete, CONTROL | ALT, ""),
        (Qt.Key.Key_Escape, PLAIN, "\x1b"),
        (Qt.Key.Key_Menu, PLAIN, ""),
        (Qt.Key.Key_Print, PLAIN, ""),
        (Qt.Key.Key_Insert, SHIFT, ""),
    ],
)
def test_what_commands_does_not(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
    assert not may_pass(key, modifiers, text)


def test_no_function_or_media_key_passes_with_any_modifier() -> None:
    modifiers = (PLAIN, SHIFT, CONTROL, ALT, META, CONTROL | SHIFT, CONTROL | ALT)
    passed = [(key, mod) for key in COMMANDS for mod in modifiers if may_pass(key, mod, "")]

    assert len(COMMANDS) > 100
    assert passed == []
