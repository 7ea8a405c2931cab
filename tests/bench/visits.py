"""Visits from attract to the wiped screen, by touch: every change of screen is measured.

One visit goes attract → home → procedures → procedure → all steps of the guide → done, and ends
with “Kết thúc và xóa”. The reset counts until the screen is painted and the end is on the disk.
"""

from __future__ import annotations

import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from PySide6.QtCore import QObject, Signal

from kiosk.desktop import Desktop
from kiosk.domain.flow import ScreenName
from kiosk.domain.procedure import LifeEvent
from tests.bench.finger import Finger, NotThere, Taken
from tests.bench.patience import wait_for
from tests.bench.rows import Row
from ui.citizen import wishes
from ui.lanes import Lane

VISITS = 50
_PROCEDURE = "1.001193"
_MB = 1024 * 1024


class Visits:
    """Walks through visits on a running counter and keeps the times."""

    def __init__(self, desktop: Desktop) -> None:
        if desktop.citizen is None:
            raise ValueError("the counter has no citizen's window")
        self._desktop = desktop
        self._shell = desktop.citizen
        self._finger = Finger(self._shell.window)
        self._times: dict[ScreenName, list[Taken]] = defaultdict(list)
        self._resets: list[float] = []

    def walk(self, visits: int = VISITS) -> list[Row]:
        """Make `visits` visits; the first one warms up and is not counted."""
        self._visit()
        self._times.clear()
        self._resets.clear()
        for _ in range(visits):
            self._visit()
        every = [one for times in self._times.values() for one in times]
        slowest = max(self._times, key=self._median)
        worst = self._times[slowest]
        return [
            Row("tap → next screen", tuple(one.passed for one in every), limit=100.0),
            Row("  the window's thread at work", tuple(one.work for one in every)),
            Row(f"  slowest: {slowest}", tuple(one.passed for one in worst)),
            Row("  the window's thread at work", tuple(one.work for one in worst)),
            Row("reset between people", tuple(self._resets), limit=300.0),
        ]

    def _median(self, name: ScreenName) -> float:
        return median(one.passed for one in self._times[name])

    def press(self, repeats: int) -> Row:
        """Touch every button of the home screen in turn."""
        self._tap(wishes.Begin, ScreenName.HOME)
        buttons = self._finger.buttons()
        for button in buttons:
            self._finger.press_time(button)
        times = [self._finger.press_time(buttons[n % len(buttons)]) for n in range(repeats)]
        self._end()
        return Row("tap → pressed", tuple(times), limit=50.0)

    def _visit(self) -> None:
        self._tap(wishes.Begin, ScreenName.HOME)
        self._tap(
            wishes.OpenLifeEvent, ScreenName.PROCEDURES, wishes.OpenLifeEvent(LifeEvent.BIRTH)
        )
        self._tap(wishes.OpenProcedure, ScreenName.PROCEDURE, wishes.OpenProcedure(_PROCEDURE))
        self._tap(wishes.StartHere, ScreenName.STEP)
        while self._shell.window.screen_name is ScreenName.STEP:
            self._confirm_step()
        self._end()

    def _tap(self, kind: type, target: ScreenName, wanted: object = None) -> None:
        button = self._finger.find(kind, lambda wish: wanted is None or wish == wanted)
        window = self._shell.window
        taken = self._finger.tap_time(button, lambda: window.screen_name is target)
        self._times[target].append(taken)

    def _confirm_step(self) -> None:
        window, shown = self._shell.window, self._shell.window.shown
        button = self._finger.find(wishes.ConfirmStep)
        taken = self._finger.tap_time(button, lambda: window.shown is not shown)
        if window.screen_name is not None:
            self._times[window.screen_name].append(taken)

    def _end(self) -> None:
        """Finish, and wait until the write lane has stored the end.

        A person is slower than this finger: what the visit has stored so far is on the disk first.
        """
        self._drain()
        window = self._shell.window
        button = self._finger.find(wishes.Finish)
        self._finger.press(button)
        self._finger.paint.restart(lambda: window.screen_name is ScreenName.ATTRACT)
        start = time.monotonic()
        self._finger.release(button)
        stored = self._store()
        self._finger.see("the attract screen")
        stored.wait()
        self._resets.append((max(self._finger.paint.painted_at, stored.at) - start) * 1000)

    def _drain(self) -> None:
        self._store().wait()

    def _store(self) -> _Moment:
        """Return the moment the write lane will have done all that was given to it so far."""
        moment = _Moment()
        self._desktop.lanes.run(Lane.WRITE, moment.come, moment.tell)
        return moment


class _Moment(QObject):
    """The moment a lane came to a job: all jobs before it are done."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.0
        self._is_told = False

    def come(self) -> None:
        """Note the moment, in the lane."""
        self.at = time.monotonic()

    def tell(self, _nothing: None) -> None:
        """Learn of it, in the GUI thread."""
        self._is_told = True
        self.told.emit()

    def wait(self) -> None:
        """Let the program run until it is known."""
        if not self._is_told and not wait_for(self.told):
            raise NotThere("waited for the write lane")


def memory_row(visits: int) -> Row | None:
    """Return this process's resident memory, where the system tells it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
    megabytes = int(lines["VmRSS"].split()[0]) * 1024 / _MB
    return Row(f"memory after {visits} visits", (megabytes,), "MB", 250.0)
