"""What ears need: the page's own words, all of them, none besides, in the order of reading.

Measured against what is painted: a voice may say neither more nor less than can be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.sweep.check_access import reads_before
from tests.ui.sweep.view import Problem, View
from ui.citizen.read_button import ReadButton
from ui.citizen.window import CitizenWindow
from ui.widgets.readable import Sentence, keeps_silent, sentences_of


def read_aloud(view: View) -> Iterator[Problem]:
    """A citizen's page is read as it stands there, and the button for it comes first."""
    window = view.window
    if not isinstance(window, CitizenWindow) or window.idle_overlay is not None:
        return
    page = window.page_to_read
    if page is None:
        return
    sentences = sentences_of(page, "vi")
    if not sentences:
        yield "voice", page, "has nothing to read aloud"
    yield from _not_shown(view, sentences)
    yield from _not_read(view, page, sentences)
    yield from _out_of_order(view, sentences)
    if window.header is not None and window.header.isVisible():
        yield from _button(window.header.buttons)


def _not_shown(view: View, sentences: list[Sentence]) -> Iterator[Problem]:
    painted = _painted(view)
    for sentence in sentences:
        if sentence.widget in painted and _bare(sentence.shown) not in painted[sentence.widget]:
            yield "voice", sentence.widget, f"would say “{sentence.shown}”, which is not painted"


def _not_read(view: View, page: QWidget, sentences: list[Sentence]) -> Iterator[Problem]:
    read: dict[QWidget, str] = defaultdict(str)
    for sentence in sentences:
        read[sentence.widget] += _bare(sentence.shown)
    for text in view.texts:
        widget = text.widget
        is_of_page = widget is page or page.isAncestorOf(widget)
        if is_of_page and not _is_private(widget) and _bare(text.shown) not in read[widget]:
            yield "voice", widget, f"does not read “{text.shown.strip()[:40]}”"


def _out_of_order(view: View, sentences: list[Sentence]) -> Iterator[Problem]:
    tolerance = view.theme.mm(2.0)
    for former, sentence in pairwise(sentences):
        one, other = view.rect(sentence.widget), view.rect(former.widget)
        if sentence.widget is not former.widget and reads_before(one, other, tolerance=tolerance):
            yield "voice", sentence.widget, f"is read after “{former.shown[:30]}”"


def _button(buttons: tuple[QWidget, ...]) -> Iterator[Problem]:
    first = buttons[0] if buttons else None
    if not isinstance(first, ReadButton) or not first.isEnabled():
        yield "voice", first, "is no button to read aloud"


def _is_private(widget: QWidget) -> bool:
    """Tell whether a widget may keep silent: the button itself, keys, what somebody has typed."""
    typed = isinstance(widget, QLineEdit) and bool(widget.text())
    return typed or isinstance(widget, ReadButton) or keeps_silent(widget)


def _painted(view: View) -> dict[QWidget, str]:
    painted: dict[QWidget, str] = defaultdict(str)
    for text in view.texts:
        painted[text.widget] += _bare(text.shown)
    return painted


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
