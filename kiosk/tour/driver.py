"""Fingers and eyes of the tour: finds what a person would see, touches it, types, waits, looks.

Nothing is called on the program's objects to make it move: input is touch events and key events
alone. What is not there within the time limit ends the tour with a line that says what was missing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

_Seen = TypeVar("_Seen")

PATIENCE_MS = 20_000
SETTLE_MS = 450
"""Presses right after a change of page are ignored by design; a person is slower than that."""
KEY_MS = 120
"""From key to key on the on-screen keyboard; sooner a second touch is a bounce of the first."""


class TourStuck(KnownError):
    """The tour did not find what a person would have touched next."""

    def __init__(self, what: str) -> None:
        super().__init__(N_("Chuyến xem thử dừng giữa chừng."), "", f"tour: {what}")


class Driver:
    """Touch and keys on the windows of one process."""

    def __init__(self) -> None:
        self._device = QTest.createTouchDevice()

    def wait_for(self, condition: Callable[[], _Seen | None], what: str) -> _Seen:
        """Let the program run until `condition` holds; return what it found, or raise TourStuck."""
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while not (seen := condition()):
            if time.monotonic() > deadline:
                raise TourStuck(f"waited for {what}")
            QTest.qWait(20)
        return seen

    def settle(self) -> None:
        """Let what is new on the screen be painted, and the moment of guard pass."""
        QTest.qWait(SETTLE_MS)

    def find(self, window: QWidget, name: str) -> QWidget | None:
        """Return the visible, enabled widget called `name`, or whose name begins with or has it.

        What can take the keyboard comes before a label of the same name.
        """
        seen = [w for w in window.findChildren(QWidget) if _is_touchable(w, window)]
        seen.sort(key=_is_passive)
        exact = [w for w in seen if w.accessibleName() == name]
        begun = [w for w in seen if w.accessibleName().startswith(name)]
        within = [w for w in seen if name in w.accessibleName() and not _is_passive(w)]
        return next(iter(exact or begun or within), None)

    def tap(self, window: QWidget, name: str) -> None:
        """Touch what is called `name`, once it is there."""
        self.wait_for(lambda: self.find(window, name), f"“{name}”")
        self.settle()
        widget = self.wait_for(lambda: self._at_rest(window, name), f"“{name}” to rest")
        self.touch(window, widget.mapTo(window, widget.rect().center()))

    def _at_rest(self, window: QWidget, name: str) -> QWidget | None:
        """Return what is called `name` once presses are taken.

        News may move the page at any time, which begins the moment of guard anew.
        """
        return self.find(window, name) if getattr(window, "is_settled", True) else None

    def touch(self, window: QWidget, point: QPoint) -> None:
        """Put a finger down and lift it; as on any desktop, the touched window comes forward."""
        if not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus:
            window.activateWindow()
        # Both at once: a page that news replaced in between would not know of the finger.
        QTest.touchEvent(window, self._device).press(0, point, window).commit(processEvents=False)
        QTest.touchEvent(window, self._device).release(0, point, window).commit()

    def type_into(self, window: QWidget, name: str, text: str) -> None:
        """Touch a field and type `text` on the keyboard."""
        self.tap(window, name)
        field = self.find(window, name)
        if isinstance(field, QLineEdit) and not field.hasFocus():
            self.wait_for(field.hasFocus, f"the keyboard in “{name}”")
        self.type_keys(window, text)

    def type_keys(self, window: QWidget, text: str) -> None:
        """Type `text`, one key at a time, into whatever has the focus."""
        for character in text:
            self._key(window, Qt.Key.Key_unknown, character)

    def press_keys(self, window: QWidget, keys: Sequence[str]) -> None:
        """Touch keys of the on-screen keyboard, as fast as somebody who knows it."""
        self.settle()
        for name in keys:
            key = self.find(window, name)
            if key is None:
                raise TourStuck(f"there is no key “{name}”")
            self.touch(window, key.mapTo(window, key.rect().center()))
            QTest.qWait(KEY_MS)

    def enter(self, window: QWidget) -> None:
        """Press Enter."""
        self._key(window, Qt.Key.Key_Return, "\r")

    def see(self, window: QWidget, words: str) -> None:
        """Wait until `window` says `words`."""
        self.wait_for(lambda: self.shows(window, words), f"“{words}”")

    def shows(self, window: QWidget, words: str) -> bool:
        """Return whether a visible widget of `window` carries `words` in its accessible name."""
        return any(words in text for text in self.words(window))

    @staticmethod
    def words(window: QWidget) -> tuple[str, ...]:
        """Return what a window says: the accessible names of what is visible."""
        visible = (w for w in window.findChildren(QWidget) if w.isVisibleTo(window))
        return tuple(w.accessibleName() for w in visible if w.accessibleName())

    @staticmethod
    def picture(window: QWidget, path: Path) -> None:
        """Keep what the window shows."""
        if not window.grab().save(str(path), "PNG"):
            raise TourStuck(f"{path.name} was not written")

    @staticmethod
    def _key(window: QWidget, key: Qt.Key, text: str) -> None:
        handle = (QApplication.activeWindow() or window).windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(handle, event)


def _is_touchable(widget: QWidget, window: QWidget) -> bool:
    return (
        widget.isVisibleTo(window) and widget.isEnabledTo(window) and bool(widget.accessibleName())
    )


def _is_passive(widget: QWidget) -> bool:
    return widget.focusPolicy() == Qt.FocusPolicy.NoFocus
