"""Finds widgets that got less room than they need; any screen's test may use it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.widgets.paged_area import height_in


def misfits(root: QWidget) -> list[str]:
    """Return a line for each visible widget below `root` that is too small or sticks out."""
    return [line for widget in _visible(root) for line in _complaints(widget)]


def _visible(root: QWidget) -> Iterator[QWidget]:
    for child in root.findChildren(QWidget):
        if child.isVisibleTo(root) and not child.isWindow():
            yield child


def _complaints(widget: QWidget) -> Iterator[str]:
    name = f"{type(widget).__name__} {widget.accessibleName()!r}"
    if type(widget).__module__.startswith("ui."):
        needed = height_in(widget, widget.width()) if widget.hasHeightForWidth() else 0
        if widget.height() < needed:
            yield f"{name}: {widget.height()} px high, needs {needed}"
        if widget.width() < widget.minimumSizeHint().width():
            yield f"{name}: {widget.width()} px wide, needs {widget.minimumSizeHint().width()}"
    parent = widget.parentWidget()
    if parent is not None and not parent.rect().contains(widget.geometry()):
        yield f"{name}: {widget.geometry()} sticks out of {parent.rect()}"
