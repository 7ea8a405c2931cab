"""The program as a process of its own, driven by fingers: does what it is told, line by line.

Run as `python -m tests.support.counter_process FOLDER ROLE`. Each line on standard input is one
order, "tap citizen Bắt đầu", "see console Tôi đến ngay", "pin console 123456" or "quit"; it is
answered with "ok", or with "stuck: " and what was missing. "front" is the page before the windows.
"""

from __future__ import annotations

import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from threading import Thread
from unittest.mock import patch

from PySide6.QtWidgets import QApplication, QWidget

from kiosk.services.clock import SystemClock
from kiosk.services.paths import DataPaths
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver, TourStuck
from kiosk.windows import Program


class Hands:
    """Fingers and eyes on the windows of this process."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._driver = Driver()

    def obey(self, order: str) -> str:
        """Carry one order out and return the answer."""
        verb, _, rest = order.partition(" ")
        which, _, what = rest.partition(" ")
        try:
            getattr(self, f"_{verb}")(which, what)
        except TourStuck as stuck:
            return f"stuck: {stuck.log_line}; {self._words(which)}"
        return "ok"

    def wait_for_line(self, lines: deque[str]) -> str:
        """Let the program run until there is an order, and return it."""
        while not lines:
            with suppress(TourStuck):
                self._driver.wait_for(lambda: bool(lines), "an order")
        return lines.popleft()

    def _window(self, which: str) -> QWidget | None:
        session = self._program._session
        if which == "front":
            return session._front
        desktop = session.desktop
        shell = getattr(desktop, "citizen" if which == "citizen" else "staff", None)
        return shell.window if shell is not None else None

    def _words(self, which: str) -> str:
        window = self._window(which)
        return " | ".join(self._driver.words(window)) if window is not None else "no window"

    def _tap(self, which: str, what: str) -> None:
        window = self._window(which)
        if window is None:
            raise TourStuck(f"there is no window {which}")
        try:
            self._driver.tap(window, what)
        except RuntimeError:  # the office was opened anew meanwhile, with windows of its own
            self._tap(which, what)

    def _see(self, which: str, what: str) -> None:
        self._driver.wait_for(lambda: what in self._words(which), f"“{what}”")

    def _pin(self, which: str, pin: str) -> None:
        for digit in pin:
            self._tap(which, digit)


def _read(lines: deque[str]) -> None:
    for line in sys.stdin:
        lines.append(line.rstrip("\n"))
    lines.append("quit")


def main() -> None:
    """Run until told to quit, or until nobody gives orders any more."""
    app = QApplication(sys.argv[:1])
    folder, role = sys.argv[1:]
    program = Program(app, DataPaths(Path(folder)), role=role, windowed=True, demo=True)
    program.start()
    hands = Hands(program)
    lines: deque[str] = deque()
    Thread(target=_read, args=(lines,), daemon=True).start()
    while (order := hands.wait_for_line(lines)) != "quit":
        sys.stdout.write(hands.obey(order) + "\n")
        sys.stdout.flush()
    program.stop()


if __name__ == "__main__":
    # The program lives on the day on which all that is shipped holds.
    with patch.object(SystemClock, "now", TourClock().now):
        main()
