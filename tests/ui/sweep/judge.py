"""Holds each look at a window against every rule and keeps what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QCoreApplication, QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.leftovers import deliver_deletions
from tests.support.log_watch import LogWatch
from tests.ui.sweep import (
    check_access,
    check_citizen,
    check_contrast,
    check_reading,
    check_text,
    check_touch,
)
from tests.ui.sweep.check_leftovers import Former
from tests.ui.sweep.findings import Finding
from tests.ui.sweep.view import Check, View
from ui.theme.apply import apply_theme
from ui.theme.theme import Theme
from ui.widgets.paged_area import PagedArea

COMMON: tuple[Check, ...] = (
    check_access.names,
    check_access.tab_order,
    check_touch.target_sizes,
    check_touch.gaps,
    check_touch.edges,
    check_contrast.contrast,
    check_text.clipped,
    check_text.room,
    check_text.whole,
    check_text.sizes,
    check_text.letters,
    check_text.line_height,
    check_text.covered,
)
CITIZEN: tuple[Check, ...] = (
    *COMMON,
    check_citizen.no_scrolling,
    check_citizen.few_choices,
    check_citizen.bar,
    check_reading.read_aloud,
)
_SOON_MS = 1000


@dataclass(frozen=True, slots=True)
class LookAt:
    """Which states: those whose name begins with `wanted`; where to draw what is wrong."""

    wanted: str = ""
    pictures: Path | None = None


class Judge:
    """Looks at one window in one configuration; `findings` grows with every look.

    What is wrong is also drawn into the folder `pictures`, if there is one.
    """

    def __init__(
        self, window: QWidget, theme: Theme, configuration: str, pictures: Path | None = None
    ) -> None:
        self.window = window
        self.findings: list[Finding] = []
        self._theme = theme
        self._configuration = configuration
        self._checks = COMMON if theme.is_staff else CITIZEN
        self._log = LogWatch()
        self._pictures = pictures

    def __enter__(self) -> Self:
        self._log.attach()
        return self

    def __exit__(self, *_error: object) -> None:
        self._log.detach()

    def look(self, state: str, area: QWidget | None = None, **facts: object) -> None:
        """Judge the window, or only `area` of it, as it is now, and every further page of it."""
        seen = area or self.window
        settle(self.window)
        for paged in _paged_areas(seen):
            _turn_to_the_first_page(paged)
        settle(self.window)
        self._judge(state, seen, facts)
        for paged in _paged_areas(seen):
            for page in _further_pages(paged):
                settle(self.window)
                self._judge(f"{state} page {page}", paged, facts)

    def note(self, state: str, rule: str, problem: str) -> None:
        """Keep something that is wrong with the screen as a whole."""
        self.findings.append(Finding(self._configuration, state, rule, "screen", problem))

    def note_leftovers(self, state: str, former: Former) -> None:
        """Keep what `state` left behind, now that its parts should be gone."""
        left = former.left()
        if left:
            self.note(state, "leftover", f"left behind: {', '.join(left)}")

    def _judge(self, state: str, area: QWidget, facts: dict[str, object]) -> None:
        before = len(self.findings)
        view = View(self.window, area, self._theme, self._configuration, state, facts)
        for check in self._checks:
            self.findings += [view.finding(problem) for problem in check(view)]
        for line in self._log.lines:
            self.note(state, "log", line)
        self._log.lines.clear()
        if self._pictures is not None and len(self.findings) > before:
            name = f"{state} {self._configuration}.png".replace("/", "-").replace(" ", "_")
            self.window.grab().save(str(self._pictures / name))


def _paged_areas(area: QWidget) -> list[PagedArea]:
    return [widget for widget in area.findChildren(QWidget) if isinstance(widget, PagedArea)]


def _turn_to_the_first_page(paged: PagedArea) -> None:
    """Go to the beginning: a page built anew for the same subject keeps its place."""
    for _ in range(paged.page):
        paged.previous_page()


def _further_pages(paged: PagedArea) -> Iterator[str]:
    if not paged.isVisible():
        return
    for number in range(2, paged.page_count + 1):
        paged.next_page()
        yield f"{number}/{paged.page_count}"


def settle(window: QWidget) -> None:
    """Do what an event loop would: layouts, deletions, and timers that fire once and soon."""
    QCoreApplication.sendPostedEvents()
    deliver_deletions()
    for timer in window.findChildren(QTimer):
        if timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON_MS:
            QCoreApplication.sendEvent(timer, QTimerEvent(timer.timerId()))
    QCoreApplication.sendPostedEvents()


def set_up(theme: Theme) -> None:
    """Give the application the theme, as the program does when it starts."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply_theme(application, theme)
