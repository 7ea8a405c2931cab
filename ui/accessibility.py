"""What a screen reader is told: names, descriptions, and things that just happened."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def describe(widget: QWidget, name: str, description: str = "") -> None:
    """Give a widget its accessible name and, if any, a longer description."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Have a running screen reader speak `text` at once; silent when none runs."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
