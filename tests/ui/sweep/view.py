"""One moment of one window, measured: what can be pressed or focused, what is painted, its pixels.

An overlay narrows the look to itself with `area`; whatever lies below it is not judged again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.sweep.findings import Finding
from tests.ui.sweep.painted import PaintedText, texts_of
from ui.theme.theme import Theme

Pixels = npt.NDArray[np.uint32]
Problem = tuple[str, QWidget | None, str]
"""Rule, widget, and what is wrong with it."""

Check = Callable[["View"], Iterator[Problem]]


@dataclass(eq=False)
class View:
    """`state` names screen, state and page; `facts` are what the stage knows of the moment."""

    window: QWidget
    area: QWidget
    theme: Theme
    configuration: str
    state: str
    facts: dict[str, object] = field(default_factory=dict)

    @cached_property
    def widgets(self) -> list[QWidget]:
        """All widgets a person can see, in the order they were made."""
        inner = self.area.findChildren(QWidget)
        return [widget for widget in (self.area, *inner) if widget.isVisible()]

    @cached_property
    def pressables(self) -> list[QWidget]:
        """Everything that answers a finger."""
        kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
        return [w for w in self.widgets if isinstance(w, kinds) and w.isEnabled()]

    @cached_property
    def focusables(self) -> list[QWidget]:
        """Everything the keyboard can reach."""
        by_tab = Qt.FocusPolicy.TabFocus
        return [w for w in self.widgets if w.isEnabled() and w.focusPolicy() & by_tab]

    @cached_property
    def texts(self) -> list[PaintedText]:
        """Every painted line of text."""
        whole = self.area is self.window
        return [
            text
            for text in texts_of(self.window, self.rect(self.area))
            if whole or text.widget is self.area or self.area.isAncestorOf(text.widget)
        ]

    @cached_property
    def pixels(self) -> Pixels:
        """The area as it looks: physical pixels, rows first, each 0xffRRGGBB."""
        picture = self.window.grab(self.rect(self.area))
        image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
        bits = np.frombuffer(image.constBits(), np.uint32)
        rows = bits.reshape(image.height(), image.bytesPerLine() // 4)
        return rows[:, : image.width()].copy()

    def rect(self, widget: QWidget) -> QRect:
        """Return where a widget lies in the window."""
        return QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())

    def mm(self, px: float) -> float:
        """Return the millimetres of `px` logical pixels."""
        return self.theme.metrics.to_mm(px)

    def finding(self, problem: Problem) -> Finding:
        """Return a problem with everything that tells where it was seen."""
        rule, widget, text = problem
        name = describe(widget, self) if widget is not None else "screen"
        return Finding(self.configuration, self.state, rule, name, text)


def describe(widget: QWidget, view: View) -> str:
    """Return the widget's class, its words and its place in the window."""
    words = " ".join(words_of(widget).split())
    owner = widget.parentWidget()
    within = f" in {type(owner).__name__}" if owner is not None and owner is not view.window else ""
    return f"{type(widget).__name__}“{words[:40]}”{within}"


def words_of(widget: QWidget) -> str:
    """Return what a widget says of itself: its text, else its accessible name."""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return str(words) or widget.accessibleName()
