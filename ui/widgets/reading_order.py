"""Tab and reading aloud go through a window as one reads it, whatever its parts were made after.

Qt's own chain follows creation, and pages here are built, replaced and paged all the time. So the
order is found when it is asked for: along the layouts, and where there is none from the top down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QWidget

from ui.widgets.page_bar import PageBar


def move_focus(window: QWidget, *, forward: bool, every_choice: bool = False) -> bool:
    """Give the keyboard to the next stop of `window`, going round; False when there is none.

    Of choices that exclude each other Qt stops at the chosen one only, and arrows lead to the rest;
    with `every_choice` each of them is a stop.
    """
    stops = stops_of(window, every_choice=every_choice)
    if not stops:
        return False
    focused = QApplication.focusWidget() or window.focusWidget()
    step = 1 if forward else -1
    at = stops.index(focused) + step if focused in stops else (0 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def stops_of(part: QWidget, *, every_choice: bool = False) -> list[QWidget]:
    """Return everything in `part` that takes the keyboard, in the order of reading."""
    return [widget for widget in in_reading_order(part) if _is_stop(widget, every_choice)]


def _is_stop(widget: QWidget, every_choice: bool) -> bool:
    takes_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    if every_choice and isinstance(widget, QAbstractButton) and widget.group() is not None:
        takes_tab = True
    return takes_tab and widget.isVisible() and widget.isEnabled()


def _nothing(_widget: QWidget) -> bool:
    return False


def in_reading_order(
    widget: QWidget, *, but: Callable[[QWidget], bool] = _nothing
) -> Iterator[QWidget]:
    """Yield everything visible below `widget`, each part before the ones inside it.

    Parts for which `but` holds are left out with all that is in them.
    """
    children = [c for c in widget.children() if isinstance(c, QWidget) and c.isVisible()]
    if not children:
        return
    layout = widget.layout()
    laid_out = list(_of_layout(layout, children)) if layout is not None else []
    others = [child for child in children if child not in laid_out]
    for part in (*laid_out, *_row_by_row(others)):
        if not but(part):
            yield part
            yield from in_reading_order(part, but=but)


def _of_layout(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield those of `widgets` that a layout and the layouts inside it hold, in their order.

    Not through `itemAt`: PySide keeps a wrapper of each item it gave out for as long as the layout
    lives, also when the item is gone and another object stands at its address, and crashes then.
    """
    parts: list[tuple[int, QWidget | QLayout]] = [
        (layout.indexOf(widget), widget) for widget in widgets
    ]
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    parts += [(layout.indexOf(child), child) for child in inner]
    for index, part in sorted(parts, key=_place):
        if index < 0:
            continue
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _of_layout(part, widgets)


def _place(part: tuple[int, QWidget | QLayout]) -> int:
    return part[0]


def _row_by_row(widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield parts without a layout as they lie; a bar that turns pages stands below them."""
    row: list[QWidget] = []
    for widget in sorted(widgets, key=_top):
        if row and widget.geometry().center().y() > row[0].geometry().bottom():
            yield from sorted(row, key=QWidget.x)
            row = []
        row.append(widget)
    yield from sorted(row, key=QWidget.x)


def _top(widget: QWidget) -> tuple[bool, int]:
    return (isinstance(widget, PageBar), widget.y())
