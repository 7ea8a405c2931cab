"""Text size, contrast and language change on the second and the last page of every state.

The place stays: what a person reads first on the page they have turned to is still to be seen.
What they chose, answered or typed is the shell's to keep, and is tested with it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.services.language import Translator
from tests.ui.render import make_kit
from tests.ui.states_citizen import OFFICE, State, citizen_states
from tests.ui.sweep.judge import settle
from ui.citizen.models import CustomizeModel
from ui.citizen.screen import ScreenKit
from ui.citizen.window import CitizenWindow
from ui.widgets.page_bar import PageBar
from ui.widgets.paged_area import PagedArea
from ui.widgets.picture import Picture
from ui.widgets.readable import keeps_silent, sentences_of, texts_of
from ui.widgets.touch_button import TouchButton

Look = tuple[int, bool, str]
"""Text size, whether in high contrast, language."""

PLAIN: Look = (0, False, "vi")
CHANGES: tuple[tuple[str, Look, Look], ...] = (
    ("large", PLAIN, (2, False, "vi")),
    ("large", (2, False, "vi"), (1, False, "vi")),
    ("small", PLAIN, (1, False, "vi")),
    ("small", (1, False, "vi"), (2, False, "vi")),
    ("small", (2, False, "vi"), PLAIN),
    ("large", (1, False, "vi"), (1, True, "vi")),
    ("small", (1, False, "vi"), (1, False, "en")),
    ("portrait", (1, False, "en"), (2, False, "en")),
    ("portrait", (2, False, "en"), (2, False, "vi")),
)
"""Panel, the look before, and the look after: each setting is changed on each kind of panel."""

FOREIGN = " ~"
"""What a text in another language has at its end here."""

_FEW_WORDS = 3


class Stage:
    """One window on one panel, shown in any look."""

    def __init__(self, qtbot: QtBot, panel: str) -> None:
        self._kits: dict[Look, ScreenKit] = {}
        self._panel = panel
        self.window = CitizenWindow(windowed=True)
        qtbot.addWidget(self.window)
        metrics = self.kit(PLAIN).theme.metrics
        self.window.resize(metrics.width_px, metrics.height_px)
        self.window.show()

    def kit(self, look: Look) -> ScreenKit:
        if look not in self._kits:
            size, contrast, language = look
            theme = make_kit(self._panel, size, contrast=contrast, stretch=False).theme
            look_up = _as_it_is if language == "vi" else _foreign
            self._kits[look] = ScreenKit(theme, Translator(language, look_up), speaks=True)
        return self._kits[look]

    def states(self) -> list[State]:
        return citizen_states(self.kit(PLAIN))

    def show(self, state: State, look: Look) -> None:
        size, contrast, language = look
        header = CustomizeModel(size, contrast, language)
        self.window.show_screen(state.name, state.model, self.kit(look), OFFICE, header)
        settle(self.window)

    def turn(self, state: State, look: Look, page: int) -> int:
        """Show a state turned to `page`, which counts from 0; return how many there are."""
        self.show(state, look)
        area = self.area()
        if area is None:
            return 1
        area._go_to(page)
        settle(self.window)
        return area.page_count

    def area(self) -> PagedArea | None:
        """Return what turns pages on the screen, if anything does."""
        assert self.window.shown is not None
        found = (one for one in self.window.shown.findChildren(QWidget) if one.isVisible())
        return next((one for one in found if isinstance(one, PagedArea)), None)

    def read(self) -> list[str]:
        """Return the beginnings of what stands on the page that has been turned to."""
        area = self.area()
        assert area is not None
        return _beginnings(area)

    def is_there(self, read: list[str]) -> bool:
        """Return whether one still sees what was read first, as far as it is told in this size."""
        page = self.window.page_to_read
        assert page is not None
        told = " ".join(text.replace(FOREIGN, "") for text in texts_of(page))
        pictures = [picture.accessibleName() for picture in page.findChildren(Picture)]
        still = [words for words in read if words in told or words in " ".join(pictures)]
        return not still or still[0] in _beginnings(page)


def _beginnings(page: QWidget) -> list[str]:
    """Return the first words of each sentence and picture to be seen, from the top.

    Words that are never read aloud, such as names of somebody's files, are seen all the same.
    """
    said = [
        (sentence.widget, sentence.shown)
        for sentence in sentences_of(page, "vi")
        if not isinstance(sentence.widget.parentWidget(), PageBar)
    ]
    seen = [picture for picture in page.findChildren(Picture) if picture.isVisible()]
    said += [(picture, picture.accessibleName()) for picture in seen]
    silent = [
        one for one in page.findChildren(TouchButton) if one.isVisible() and keeps_silent(one)
    ]
    said += [(button, button.text()) for button in silent]
    said.sort(key=lambda one: one[0].mapTo(page, QPoint(0, 0)).y() if one[0] is not page else 0)
    return [" ".join(text.replace(FOREIGN, "").split()[:_FEW_WORDS]) for _widget, text in said]


def _as_it_is(message: str) -> str:
    return message


def _foreign(message: str) -> str:
    return f"{message}{FOREIGN}"


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> Iterator[None]:
    palette, font = qapp.palette(), qapp.font()
    yield
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize(("panel", "before", "after"), CHANGES)
def test_the_second_and_the_last_page_stay_where_they_were(
    qtbot: QtBot, panel: str, before: Look, after: Look
) -> None:
    stage = Stage(qtbot, panel)
    lost = []
    for state in stage.states():
        pages = stage.turn(state, before, 0)
        for page in sorted({1, pages - 1}) if pages > 1 else ():
            stage.turn(state, before, page)
            read = stage.read()
            stage.show(state, after)
            if not stage.is_there(read):
                lost.append(f"{state.id}, page {page + 1} of {pages}: {read[:1]}")
    assert lost == []
