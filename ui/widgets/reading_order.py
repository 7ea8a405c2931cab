"""Tab goes through a window as one reads it, whatever order its parts were made in.

Qt's own chain follows creation, and pages here are built, replaced and paged all the time. So the
order is found when Tab is pressed: along the layouts, and along the children where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from ui.widgets.page_bar import PageBar


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next stop of `window`, going round; False when there is none."""
    stops = [widget for widget in _in_order(window) if _is_stop(widget)]
    if not stops:
        return False
    focused = QApplication.focusWidget() or window.focusWidget()
    step = 1 if forward else -1
    at = stops.index(focused) + step if focused in stops else (0 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes_tab and widget.isVisible() and widget.isEnabled()


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield everything below `widget`, each part before the ones inside it."""
    layout = widget.layout()
    laid_out = list(_of_layout(layout)) if layout is not None else []
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    others = [child for child in children if child not in laid_out]
    # A bar that turns pages stands below them, though it is made first.
    others.sort(key=_is_page_bar)
    for part in (*laid_out, *others):
        if part.isVisible():
            yield part
            yield from _in_order(part)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout and of the layouts inside it, in their order."""
    items = (layout.itemAt(index) for index in range(layout.count()))
    for item in filter(None, items):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)


def _is_page_bar(widget: QWidget) -> bool:
    return isinstance(widget, PageBar)
