"""What eyes need: whole words in the sizes of the theme, nothing cut, shortened, shrunk or covered.

The judge is what was painted, not what a widget says of itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainterPath, QRawFont
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.ui.sweep.painted import PaintedText
from tests.ui.sweep.view import Problem, View
from ui.theme.fonts import load_family
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_LINE_HEIGHT = 1.4
_CITIZEN_MM, _SOURCE_MM, _STAFF_MM = 4.8, 4.0, 2.8
_ROUNDING_PX = 1.0
_MEASURED_PX = 1000


def clipped(view: View) -> Iterator[Problem]:
    """No letter and no mark is cut off; a field may hold more than its line shows."""
    for text in view.texts:
        over = _overhang(text)
        if over > _ROUNDING_PX:
            yield "clipped", text.widget, f"“{_short(text)}” is cut by {over:.0f} px"


def _overhang(text: PaintedText) -> float:
    ink, clip = text.ink, text.clip
    down = max(clip.top() - ink.top(), ink.bottom() - clip.bottom())
    across = max(clip.left() - ink.left(), ink.right() - clip.right())
    return down if isinstance(text.widget, QLineEdit) else max(down, across)


def room(view: View) -> Iterator[Problem]:
    """A label has the height it asks for at its width; on a button, text keeps off the border."""
    for widget in view.widgets:
        if isinstance(widget, QLabel) and widget.hasHeightForWidth():
            wanted = widget.heightForWidth(widget.width())
            if widget.height() < wanted:
                yield "room", widget, f"is {widget.height()} px high and needs {wanted} px"
    for text in view.texts:
        if isinstance(text.widget, TouchButton):
            edge = view.theme.edge_width
            inner = QRectF(view.rect(text.widget)).adjusted(edge, edge, -edge, -edge)
            if not inner.contains(_core(text.ink)):
                yield "room", text.widget, f"“{_short(text)}” touches the border"


def whole(view: View) -> Iterator[Problem]:
    """All words are painted, and no dots that the text does not hold."""
    painted: dict[QWidget, str] = defaultdict(str)
    for text in view.texts:
        painted[text.widget] += text.shown
    for widget, words in painted.items():
        if "…" in words and "…" not in _said(widget):
            yield "elided", widget, f"paints “{words[-40:]}”"
    for widget in view.widgets:
        if isinstance(widget, (QLabel, TouchButton)):
            missing = _bare(widget.text())
            if missing and missing not in _bare(painted[widget]):
                yield "words", widget, f"paints “{painted[widget][:60]}”, not “{widget.text()}”"


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    own = text() if callable(text) else ""
    return f"{own} {widget.accessibleName()} {widget.accessibleDescription()}"


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def sizes(view: View) -> Iterator[Problem]:
    """Fonts are the theme's own, not scaled, and their capitals as high as they must be."""
    roles = {view.theme.font(role).pixelSize(): role for role in reversed(TextRole)}
    largest = max(roles)
    for text in view.texts:
        px = text.font.pixelSize()
        if text.is_scaled:
            yield "shrunk", text.widget, f"“{_short(text)}” is painted through a scaled painter"
        if px not in roles and px < largest:
            yield "shrunk", text.widget, f"“{_short(text)}” has {px} px, which is no role's size"
        capital = view.mm(px * _cap_ratio(text.font.family(), text.font.weight()))
        least = _least_capital(view, roles.get(px))
        if capital < least - 0.005:
            yield "small", text.widget, f"“{_short(text)}” has capitals of {capital:.2f} mm"


def _least_capital(view: View, role: TextRole | None) -> float:
    if view.theme.is_staff:
        return _STAFF_MM
    return _SOURCE_MM if role is TextRole.SOURCE else _CITIZEN_MM


@cache
def _cap_ratio(family: str, weight: QFont.Weight) -> float:
    font = QFont(family)
    font.setPixelSize(_MEASURED_PX)
    font.setWeight(weight)
    path = QPainterPath()
    path.addText(0, 0, font, "H")
    return path.boundingRect().height() / _MEASURED_PX


def letters(view: View) -> Iterator[Problem]:
    """Every character is one of the shipped font, in no thin weight."""
    for text in view.texts:
        if text.font.family() != load_family() or text.font.weight() < QFont.Weight.Normal:
            yield "font", text.widget, f"“{_short(text)}” is set in {text.font.toString()}"
        absent = sorted(set(filter(str.strip, text.shown)) - _known(load_family(), text.shown))
        if absent:
            yield "font", text.widget, f"the font has no {' '.join(absent)}"


@cache
def _known(family: str, letters_: str) -> frozenset[str]:
    raw = _raw(family)
    return frozenset(one for one in letters_ if raw.supportsCharacter(ord(one)))


@cache
def _raw(family: str) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(20)
    return QRawFont.fromFont(font)


def line_height(view: View) -> Iterator[Problem]:
    """Lines of one text are far enough apart for stacked marks."""
    for one, other in combinations([t for t in view.texts if isinstance(t.widget, TextBlock)], 2):
        if one.widget is not other.widget:
            continue
        apart = abs(other.baseline - one.baseline)
        px = one.font.pixelSize()
        if 1 < apart < px * _LINE_HEIGHT - 0.5:
            yield "line height", one.widget, f"lines are {apart:.0f} px apart at {px} px"


def covered(view: View) -> Iterator[Problem]:
    """No text lies on another widget's text, nor below something that can be pressed."""
    inked = [(text, _core(text.ink)) for text in view.texts]
    for (one, its), (other, others) in combinations(inked, 2):
        if one.widget is not other.widget and its.intersects(others):
            yield "covered", one.widget, f"“{_short(one)}” meets “{_short(other)}”"
    places = [(widget, QRectF(view.rect(widget))) for widget in view.pressables]
    for text, ink in inked:
        for widget, rect in places:
            if rect.intersects(ink) and not _belongs(text.widget, widget):
                yield "covered", text.widget, f"“{_short(text)}” lies on a button"


def _core(ink: QRectF) -> QRectF:
    """Return the ink without the rounding of its measure."""
    return ink.adjusted(_ROUNDING_PX, _ROUNDING_PX, -_ROUNDING_PX, -_ROUNDING_PX)


def _belongs(widget: QWidget, owner: QWidget) -> bool:
    return widget is owner or owner.isAncestorOf(widget)


def _short(text: PaintedText) -> str:
    return text.shown.strip()[:40]
