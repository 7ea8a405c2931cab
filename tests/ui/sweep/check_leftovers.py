"""What a screen leaves behind when another takes its place: no widget, timer or animation."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tests.support.leftovers import deliver_deletions


class Former:
    """The parts of a screen, remembered until they should be gone."""

    def __init__(self, *parts: QWidget | None) -> None:
        self._objects: list[tuple[QObject, str]] = []
        for part in parts:
            if part is not None:
                inner = part.findChildren(QObject)
                self._objects += [(one, type(one).__name__) for one in (part, *inner)]

    def left(self) -> list[str]:
        """Return the classes of what is still there once deletions were carried out."""
        deliver_deletions()
        return sorted({name for one, name in self._objects if isValid(one)})
