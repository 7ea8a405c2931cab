"""Going through the citizen's window by keys: where an arrow leads, and where a page begins.

Tab follows the order of reading; an arrow goes to what lies in its direction, as eyes would.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.reading_order import stops_of
from ui.widgets.touch_button import TouchButton

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
STEERING_KEYS = frozenset(
    {
        *_ARROWS,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
    }
)
"""Who presses one of these goes by keys, and is shown where the focus is."""

_ASIDE_WEIGHT = 3
"""How much farther than straight on a stop seems that lies to the side."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the focus stood: what that button wished for, and its number among all stops."""

    payload: object
    number: int


def stops_in(part: QWidget) -> list[QWidget]:
    """Return everything in `part` that takes keys, each choice by itself."""
    return stops_of(part, every_choice=True)


def first_stop(part: QWidget) -> QWidget | None:
    """Return the first thing in `part` that takes keys."""
    return next(iter(stops_in(part)), None)


def spot_of(window: QWidget) -> Spot | None:
    """Return where the focus stands, None when it stands nowhere."""
    focused, stops = window.focusWidget(), stops_in(window)
    if focused not in stops:
        return None
    payload = focused.payload if isinstance(focused, TouchButton) else None
    return Spot(payload, stops.index(focused))


def stop_at(window: QWidget, spot: Spot) -> QWidget | None:
    """Return the stop of a page built anew that is the same, or does the like, or stands there."""
    stops = stops_in(window)
    if not stops:
        return None

    def strangeness(number: int) -> tuple[int, int]:
        stop = stops[number]
        payload = stop.payload if isinstance(stop, TouchButton) else None
        is_alike = payload is not None and type(payload) is type(spot.payload)
        return (2 - is_alike - (is_alike and payload == spot.payload), abs(number - spot.number))

    return stops[min(range(len(stops)), key=strangeness)]


def is_arrow_for(key: int, focused: QWidget | None) -> bool:
    """Return whether `key` leads elsewhere; in a field the level arrows move its cursor."""
    if isinstance(focused, QLineEdit) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return False
    return key in _ARROWS


def neighbour(window: QWidget, key: int) -> QWidget | None:
    """Return the nearest stop in the arrow's direction; the first one while none has the focus."""
    focused, stops = window.focusWidget(), stops_in(window)
    if focused not in stops:
        return next(iter(stops), None)
    here = _place(window, focused)
    ahead = [
        (distance, number)
        for number, stop in enumerate(stops)
        if (distance := _distance(here, _place(window, stop), _ARROWS[Qt.Key(key)])) is not None
    ]
    return stops[min(ahead)[1]] if ahead else None


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _distance(here: QRect, there: QRect, way: tuple[int, int]) -> int | None:
    """Return how far `there` lies in a direction, None when it does not lie that way."""
    x, y = way
    right, below = there.left() - here.right(), there.top() - here.bottom()
    left, above = here.left() - there.right(), here.top() - there.bottom()
    ahead = {1: right, -1: left}[x] if x else {1: below, -1: above}[y]
    if ahead <= 0:
        return None
    aside = max(0, above, below) if x else max(0, left, right)
    return ahead + _ASIDE_WEIGHT * aside
