"""What the tour's scenes share: the windows, the fingers, the album, and the people's PINs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kiosk.app import Office
from kiosk.desktop import Desktop
from kiosk.domain.calendar import day_in_words, office_day
from kiosk.domain.errors import BugError
from kiosk.services.working_days import coming_working_days
from kiosk.tour.album import Album
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver, TourStuck
from kiosk.tour.ear import Ear
from ui.citizen.window import CitizenWindow
from ui.staff.window import StaffWindow

_OVER_A_PAGE = frozenset({"call_band", "idle"})
"""What lies over a page and is no page of its own."""


@dataclass(slots=True)
class Stage:
    """The running program as the tour sees it; `pins` maps a name to its PIN, `ear` hears it."""

    driver: Driver
    album: Album
    clock: TourClock
    office: Office
    desktop: Desktop
    pins: dict[str, str]
    ear: Ear | None = None
    payload: str = ""
    codes: dict[str, str] = field(default_factory=dict)

    def choose_days(self) -> None:
        """Settle which of the offered days are promised: a first one, and a later one."""
        offered = coming_working_days(office_day(self.clock.now()), 3)
        self.codes["day"], self.codes["next_day"] = map(day_in_words, offered[1:])

    @property
    def citizen(self) -> CitizenWindow:
        """The citizen's window."""
        if self.desktop.citizen is None:
            raise BugError("the tour has no citizen's window")
        return self.desktop.citizen.window

    @property
    def console(self) -> StaffWindow:
        """The staff console."""
        if self.desktop.staff is None:
            raise BugError("the tour has no console")
        return self.desktop.staff.window

    def tap_citizen(self, *names: str) -> None:
        """Touch one thing after the other on the citizen's screen."""
        for name in names:
            self.driver.tap(self.citizen, name)

    def tap_console(self, *names: str) -> None:
        """Touch one thing after the other on the console."""
        for name in names:
            self.driver.tap(self.console, name)

    def see_citizen(self, words: str) -> None:
        """Wait until the citizen's screen says `words`."""
        self.driver.see(self.citizen, words)

    def see_console(self, words: str) -> None:
        """Wait until the console says `words`."""
        self.driver.see(self.console, words)

    def keep_citizen(self, screen: str, what: str) -> None:
        """Picture the citizen's window, once `screen` is what it shows."""
        self._wait_for_page(self.citizen, screen)
        self.album.keep(self.citizen, screen, what)

    def keep_console(self, screen: str, what: str) -> None:
        """Picture the console, once `screen` is what it shows."""
        self._wait_for_page(self.console, screen)
        self.album.keep(self.console, screen, what)

    def _wait_for_page(self, window: CitizenWindow | StaffWindow, screen: str) -> None:
        if screen not in _OVER_A_PAGE:
            self.driver.wait_for(lambda: window.screen_name == screen, f"the page {screen}")

    def scan(self, window: QWidget, payload: str) -> None:
        """Do what a keyboard-wedge scanner does: type very fast, then Enter."""
        self.driver.settle()
        with self.clock.held():  # on a slow machine too, a burst takes no time
            self.driver.type_keys(window, payload)
            self.driver.enter(window)

    def scan_for_news(self, payload: str, what: str) -> None:
        """Scan at the console and wait until it says something else than before."""
        before = self.driver.words(self.console)
        self.scan(self.console, payload)
        self.driver.wait_for(lambda: self.driver.words(self.console) != before, what)

    def newest(self, folder: Path, pattern: str) -> Path:
        """Return the newest file the program wrote to `folder`, once there is one."""
        self.driver.wait_for(lambda: any(folder.glob(pattern)), f"{pattern} in {folder.name}")
        return max(folder.glob(pattern), key=lambda path: path.stat().st_mtime_ns)

    def demand(self, truth: object, what: str) -> None:
        """End the tour unless `truth` holds."""
        if not truth:
            raise TourStuck(what)
