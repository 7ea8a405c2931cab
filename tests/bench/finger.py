"""A finger on a window: finds what carries a wish and touches it, by events alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.bench.paint_clock import PaintClock
from tests.bench.patience import wait_for
from ui.citizen.window import CitizenWindow
from ui.widgets.page_bar import PageBar
from ui.widgets.touch_button import TouchButton

OUTSIDE = QPoint(2, 540)


class NotThere(Exception):
    """What was to be touched is not on the screen."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds that passed, and those the window's thread was at work in them.

    The second figure tells a slow program from a busy machine.
    """

    passed: float
    work: float


class Finger:
    """Touches buttons of one window and measures what the touch does.

    The citizen's window has a pause after a change of screen, which is for double taps. It is
    passed over: its clock runs a second with each look at it.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.paint = PaintClock(window)
        self._device = QTest.createTouchDevice()
        self._seconds = time.monotonic()
        if isinstance(window, CitizenWindow):
            window._clock = self._one_second_later

    def _one_second_later(self) -> float:
        self._seconds += 1.0
        return self._seconds

    def buttons(self) -> list[TouchButton]:
        """Return what can be touched now."""
        every = self.window.findChildren(TouchButton)
        return [button for button in every if button.isVisible() and button.isEnabled()]

    def find(self, wish: type, matches: Callable[[object], bool] = bool) -> TouchButton:
        """Return the button that carries such a wish, turning pages to find it."""
        while True:
            for button in self.buttons():
                if isinstance(button.payload, wish) and matches(button.payload):
                    return button
            self._turn_page()

    def _turn_page(self) -> None:
        onward = [b for b in self.buttons() if isinstance(b.parentWidget(), PageBar)]
        if not onward or onward[-1].x() == 0:
            raise NotThere("nothing carries the wish")
        self.tap(onward[-1])

    def tap(self, button: TouchButton) -> None:
        """Touch a button and lift the finger."""
        self.press(button)
        self.release(button)

    def press(self, button: TouchButton) -> None:
        """Put the finger down in the middle of a button."""
        point = button.mapTo(self.window, button.rect().center())
        QTest.touchEvent(self.window, self._device).press(0, point, self.window).commit()

    def release(self, button: TouchButton) -> None:
        """Lift the finger where it was put down."""
        point = button.mapTo(self.window, button.rect().center())
        QTest.touchEvent(self.window, self._device).release(0, point, self.window).commit()

    def slide_off(self) -> None:
        """Move the finger off all buttons and lift it: nothing happens."""
        QTest.touchEvent(self.window, self._device).move(0, OUTSIDE, self.window).commit()
        QTest.touchEvent(self.window, self._device).release(0, OUTSIDE, self.window).commit()

    def press_time(self, button: TouchButton) -> float:
        """Return the milliseconds from a touch until the pressed look is painted."""
        self.paint.restart(button.isDown)
        start = time.monotonic()
        self.press(button)
        self.see("a pressed button")
        taken = (self.paint.painted_at - start) * 1000
        self.slide_off()
        return taken

    def tap_time(self, button: TouchButton, is_there: Callable[[], bool]) -> Taken:
        """Return the time from lifting the finger until `is_there` holds on the screen."""
        self.press(button)
        self.paint.restart(is_there)
        start, work_start = time.monotonic(), time.thread_time()
        self.release(button)
        self.see("the next screen")
        work = self.paint.worked_until - work_start
        return Taken((self.paint.painted_at - start) * 1000, work * 1000)

    def see(self, what: str) -> None:
        """Let the program run until the awaited paint has come."""
        if not self.paint.has_painted() and not wait_for(self.paint.painted):
            raise NotThere(f"waited for {what}")
