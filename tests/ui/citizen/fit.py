"""What must hold of every page that is shown, measured on the widgets themselves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme.theme import Theme
from ui.widgets.touch_button import TouchButton

_EDGE_MM = 5.0
_GAP_MM = 3.0
_LEAST_MM = 16.0
_ROUNDING = 1


def faults(window: QWidget, theme: Theme) -> list[str]:
    """Return what is wrong with the page: cut text, small or crowded buttons, lost widgets."""
    return [*_cut(window), *_misplaced(window, theme), *_crowded(window, theme)]


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _visible(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (w for w in window.findChildren(kind) if w.isVisible())


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def _cut(window: QWidget) -> Iterator[str]:
    for kind in (QLabel, TouchButton):
        for widget in _visible(window, kind):
            wanted = widget.heightForWidth(widget.width())
            if wanted > widget.height() + _ROUNDING:
                yield f"{_name(widget)} is {widget.height()} px high, needs {wanted}"
            if widget.minimumSizeHint().width() > widget.width() + _ROUNDING:
                least = widget.minimumSizeHint().width()
                yield f"{_name(widget)} is {widget.width()} px wide, needs {least}"
            parent = widget.parentWidget()
            while parent is not None and parent is not window.parentWidget():
                inside = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
                if not parent.rect().adjusted(-1, -1, 1, 1).contains(inside):
                    yield f"{_name(widget)} sticks out of {type(parent).__name__}"
                    break
                parent = parent.parentWidget() if parent is not window else None


def _misplaced(window: QWidget, theme: Theme) -> Iterator[str]:
    edge = theme.metrics.mm(_EDGE_MM)
    safe = window.rect().adjusted(edge, edge, -edge, -edge)
    least = theme.metrics.mm(_LEAST_MM)
    for button in _visible(window, TouchButton):
        if not safe.contains(_place(button, window)):
            yield f"{_name(button)} is nearer than 5 mm to an edge"
        if min(button.width(), button.height()) < least:
            yield f"{_name(button)} is smaller than 16 mm"


def _crowded(window: QWidget, theme: Theme) -> Iterator[str]:
    reach = theme.metrics.mm(_GAP_MM) - _ROUNDING
    buttons = [(b, _place(b, window)) for b in _visible(window, TouchButton)]
    for index, (button, place) in enumerate(buttons):
        near = place.adjusted(-reach, -reach, reach, reach)
        for other, its_place in buttons[index + 1 :]:
            if near.intersects(its_place):
                yield f"{_name(button)} and {_name(other)} are closer than 3 mm"
