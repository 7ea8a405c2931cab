"""What fingers need: targets large enough, apart from each other and away from the edge.

Lengths are millimetres of the panel. The figures for citizens and staff are the design's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tests.ui.sweep.view import Problem, View, words_of
from ui.widgets.touch_button import ButtonKind, TouchButton

_MAIN = (ButtonKind.PRIMARY, ButtonKind.DONE, ButtonKind.HELP)
_MAIN_MM, _OTHER_MM, _STAFF_MM = 20.0, 16.0, 12.0
_GAP_MM = 3.0
_EDGE_MM = 5.0
_ROUNDING_MM = 0.01


def target_sizes(view: View) -> Iterator[Problem]:
    """Every target is large enough in both directions."""
    for widget in view.pressables:
        least = _least_mm(view, widget)
        width, height = view.mm(widget.width()), view.mm(widget.height())
        if min(width, height) < least - _ROUNDING_MM:
            yield "target", widget, f"is {width:.1f} × {height:.1f} mm, below {least:g} mm"


def gaps(view: View) -> Iterator[Problem]:
    """No two targets are so close that a finger meets both."""
    places = [(widget, view.rect(widget)) for widget in view.pressables]
    for (one, its), (other, others) in combinations(places, 2):
        if view.theme.is_staff and _are_rows_of_one_list(one, other):
            continue
        gap = view.mm(_distance(its, others))
        if gap < _GAP_MM - _ROUNDING_MM:
            yield "gap", one, f"is {gap:.2f} mm from “{words_of(other)[:30]}”"


def edges(view: View) -> Iterator[Problem]:
    """Nothing to tap lies where sleeves, bezels and edge swipes are; the citizen's side only."""
    if view.theme.is_staff:
        return
    whole = view.window.rect()
    for widget in view.pressables:
        rect = view.rect(widget)
        room = min(
            rect.left(),
            rect.top(),
            whole.width() - rect.left() - rect.width(),
            whole.height() - rect.top() - rect.height(),
        )
        if view.mm(room) < _EDGE_MM - _ROUNDING_MM:
            yield "edge", widget, f"is {view.mm(room):.1f} mm from the panel's edge"


def _least_mm(view: View, widget: QWidget) -> float:
    if view.theme.is_staff:
        return _STAFF_MM
    is_main = isinstance(widget, TouchButton) and widget.kind in _MAIN
    return _MAIN_MM if is_main else _OTHER_MM


def _are_rows_of_one_list(one: QWidget, other: QWidget) -> bool:
    """Return whether both are whole rows of a list, which staff are used to tap in."""
    same_list = one.parentWidget() is other.parentWidget() and type(one) is type(other)
    return same_list and one.x() == other.x() and one.width() == other.width()


def _distance(one: QRect, other: QRect) -> int:
    """Return the pixels between two rectangles; negative where they overlap."""
    across = max(other.left() - one.left() - one.width(), one.left() - other.left() - other.width())
    down = max(other.top() - one.top() - one.height(), one.top() - other.top() - other.height())
    return max(across, down)
