"""The lead at the console: logs in by touch, then goes from page to page along the rail."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from kiosk.demo import DEMO_LEAD
from kiosk.desktop import Desktop
from tests.bench.finger import Finger
from tests.bench.patience import wait_for
from tests.bench.rows import Row
from ui.staff.models import StaffScreenName
from ui.staff.window import StaffWindow
from ui.staff.wishes import Open
from ui.widgets.touch_button import TouchButton

ROUNDS = 12
_PAUSE_MS = 450
"""Longer than the console ignores presses after a page has changed."""
_PAGES = (
    StaffScreenName.MOBILE_LIST,
    StaffScreenName.SCAN,
    StaffScreenName.LOG,
    StaffScreenName.ACCOUNTS,
    StaffScreenName.CALLS,
)


def console_row(desktop: Desktop, pin: str) -> Row:
    """Return the times from lifting the finger until the next page is painted."""
    if desktop.staff is None:
        raise ValueError("the counter has no console")
    window = desktop.staff.window
    finger = Finger(window)
    _log_in(finger, window, pin)
    _pause()
    for page in _PAGES:  # warms up
        _open(finger, window, page)
    times = [_open(finger, window, page) for _ in range(ROUNDS) for page in _PAGES]
    return Row("console: tap → next page", tuple(times), limit=100.0)


def _log_in(finger: Finger, window: StaffWindow, pin: str) -> None:
    _pause()
    name = next(button for button in finger.buttons() if button.text() == DEMO_LEAD)
    finger.tap(name)
    for digit in pin[:-1]:
        _pause()
        finger.tap(_key(finger, digit))
    _pause()
    finger.tap_time(_key(finger, pin[-1]), lambda: window.screen_name is StaffScreenName.CALLS)


def _key(finger: Finger, digit: str) -> TouchButton:
    return next(button for button in finger.buttons() if button.payload == digit)


def _open(finger: Finger, window: StaffWindow, page: StaffScreenName) -> float:
    _pause()
    button = finger.find(Open, lambda wish: wish == Open(page))
    return finger.tap_time(button, lambda: window.screen_name is page).passed


def _pause() -> None:
    """Let the program run for a moment."""
    timer = QTimer()
    timer.setSingleShot(True)
    timer.start(_PAUSE_MS)
    wait_for(timer.timeout)
