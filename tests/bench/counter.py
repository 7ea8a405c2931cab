"""A counter as at an office: the demonstration office in a file database, both windows, 1080p."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app import open_office
from kiosk.demo import set_up_demo
from kiosk.desktop import Desktop, Surface, WindowRole
from kiosk.services.paths import DataPaths
from kiosk.tour.clock import TourClock
from tests.bench.screen import HEIGHT, WIDTH
from ui.theme.apply import apply_theme
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme

PANEL = PanelMetrics(476.0, WIDTH, HEIGHT)


def prepare_office(folder: Path) -> str:
    """Set the demonstration office up, and return its lead's PIN.

    The next start then shows the citizen's window.
    """
    office = open_office(DataPaths(folder), demo=True, clock=TourClock())
    lead, *_others = set_up_demo(office)
    office.close()
    return lead.pin


@contextmanager
def running_counter(app: QApplication, folder: Path) -> Iterator[Desktop]:
    """Run the windows on the office in `folder`."""
    office = open_office(DataPaths(folder), demo=True, clock=TourClock())
    surface = Surface(PANEL, None, windowed=True)
    surfaces = {WindowRole.KIOSK: surface, WindowRole.STAFF: surface}
    apply_theme(app, Theme(PANEL))
    desktop = Desktop(app, office, office.setup.profile(), surfaces)
    desktop.start()
    for window in desktop.windows():
        QTest.qWaitForWindowExposed(window)
    try:
        yield desktop
    finally:
        desktop.stop()
        for window in desktop.windows():
            window.hide()
            window.deleteLater()
