"""What the keyboard and a screen reader need: names, and a Tab order that follows the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.sweep.view import Problem, View, words_of
from ui.widgets.picture import Picture
from ui.widgets.qr_view import QrView

_MOST_TABS = 200


def names(view: View) -> Iterator[Problem]:
    """Everything that takes the focus, and every picture, says what it is."""
    pictures = [w for w in view.widgets if isinstance(w, (Picture, QrView))]
    for widget in (*view.focusables, *pictures):
        if not widget.accessibleName().strip():
            yield "name", widget, "has no accessible name"


def tab_order(view: View) -> Iterator[Problem]:
    """Tab reaches everything, in the order of reading, and goes round."""
    stops = [stop for stop in _walk(view) if _is_in(view.area, stop)]
    for widget in view.focusables:
        if widget not in stops:
            yield "tab", widget, "is never reached with Tab"
    for former, widget in pairwise(stops):
        if reads_before(view.rect(widget), view.rect(former), tolerance=view.theme.mm(2.0)):
            yield "tab", widget, f"comes after “{words_of(former)[:30]}”, which is read later"


def _is_in(area: QWidget, widget: QWidget) -> bool:
    return widget is area or area.isAncestorOf(widget)


def _walk(view: View) -> Iterator[QWidget]:
    """Press Tab from nowhere until the first stop comes round again."""
    _forget_focus(view.window)
    seen: list[QWidget] = []
    for _ in range(_MOST_TABS):
        focused = _focused(view.window)
        _press_tab(view.window if focused is None else focused)
        now = _focused(view.window)
        if now is None or now in seen:
            break
        seen.append(now)
        yield now
    _forget_focus(view.window)


def _focused(window: QWidget) -> QWidget | None:
    return window.focusWidget()


def _forget_focus(window: QWidget) -> None:
    focused = _focused(window)
    if focused is not None:
        focused.clearFocus()


def _press_tab(widget: QWidget) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, plain, "\t"))


def reads_before(one: QRect, other: QRect, *, tolerance: int) -> bool:
    """Return whether `one` is read before `other`: to its left on a row, or above and not right.

    Going up to the right is fine: that is the next column.
    """
    same_row = one.top() < other.bottom() - tolerance and other.top() < one.bottom() - tolerance
    if same_row:
        return one.right() < other.left() + tolerance
    above = one.bottom() < other.top() + tolerance
    return above and one.left() < other.right() - tolerance
