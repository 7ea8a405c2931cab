"""Rows and columns of widgets, so that pages are written as data and not as layouts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, Tone, tone_colours
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock


def row(
    theme: Theme,
    *widgets: QWidget,
    shares: tuple[int, ...] = (),
    top: bool = False,
    bottom: bool = False,
) -> QWidget:
    """Return the widgets side by side; `shares` divide the width, without them a rest stays free.

    With `top` or `bottom` the widgets keep their heights and stand level there.
    """
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.gap)
    for index, widget in enumerate(widgets):
        line.addWidget(widget, shares[index] if shares else 0)
        if top or bottom:
            edge = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
            line.setAlignment(widget, edge)
    if not shares:
        line.addStretch(1)
    return holder


def column(theme: Theme, *widgets: QWidget, gap: int | None = None, rest: bool = True) -> QWidget:
    """Return the widgets below each other; with `rest` the room left over stays at the foot."""
    holder = QWidget()
    stack = QVBoxLayout(holder)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(theme.gap if gap is None else gap)
    for widget in widgets:
        stack.addWidget(widget)
    if rest:
        stack.addStretch(1)
    return holder


def icon_line(
    theme: Theme,
    icon: str,
    text: str,
    *,
    tone: Tone = Tone.PLAIN,
    role: TextRole = TextRole.LABEL,
) -> QWidget:
    """Return a line of text in a tone's colour with its icon before it."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.small_gap)
    size_mm = theme.metrics.to_mm(theme.line_px(role))
    mark = IconMark(theme, icon, size_mm=size_mm, tone=tone, bare=True)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(TextBlock(theme, text, role, colour=tone_colours(tone).text), 1)
    return holder
