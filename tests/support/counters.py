"""Whole counters as processes, for tests that need more than one, or one that is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from kiosk.app import open_office
from kiosk.demo import set_up_demo
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, save_settings
from kiosk.tour.clock import TourClock

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT, WIDTH_MM = 1366, 768, 344.0


@dataclass(frozen=True, slots=True)
class Place:
    """A PC of the office: its data folder, and the PIN of each name."""

    folder: Path
    pins: dict[str, str]


def make_place(
    folder: Path, device: str, counter: str, *, url: str = "", like: Place | None = None
) -> Place:
    """Prepare a PC; the first one sets the demonstration office up, others get its key."""
    folder.mkdir(parents=True)
    paths = DataPaths(folder)
    facts = Settings(
        counter=counter, device=device, panel_width_mm=WIDTH_MM, database_url=url, sound=False
    )
    save_settings(paths.settings, facts)
    if like is not None:
        key = DataPaths(like.folder).key_file
        paths.key_file.write_bytes(key.read_bytes())
        return Place(folder, like.pins)
    if url:
        upgrade_by_command(folder)
    office = open_office(paths, demo=True, clock=TourClock())
    pins = {account.name: account.pin for account in set_up_demo(office)}
    office.close()
    return Place(folder, pins)


def upgrade_by_command(folder: Path) -> None:
    """Bring the server to this version as its administrator does."""
    command = [sys.executable, "-m", "kiosk", "db", "upgrade", "--data", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


class CounterProcess:
    """One running program; `tell` gives an order and returns once it was carried out."""

    def __init__(self, place: Place, process: subprocess.Popen[str]) -> None:
        self.place = place
        self._process = process
        self._errors: list[str] = []
        self._reader = Thread(target=self._read_errors, daemon=True)
        self._reader.start()

    def tell(self, *orders: str) -> None:
        """Carry out orders one after the other; fails with what a person would have missed."""
        for order in orders:
            answer = self.ask(order)
            assert answer == "ok", f"{order}: {answer}\n{''.join(self._errors[-20:])}"

    def ask(self, order: str) -> str:
        """Give one order and return the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().rstrip("\n")

    def log_in(self, name: str) -> None:
        """Log in at the console."""
        self.tell(f"tap console {name}", f"pin console {self.place.pins[name]}")
        self.tell("see console Đang gọi giúp")

    def quit(self) -> None:
        """End as staff end it."""
        assert self._process.stdin is not None
        self._process.stdin.write("quit\n")
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._finish()

    def kill(self) -> None:
        """End as a power cut ends it."""
        self._process.kill()
        self._process.wait(timeout=60)
        self._finish()

    def _finish(self) -> None:
        self._reader.join(10)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None and not pipe.closed:
                pipe.close()

    def _read_errors(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._errors.append(line)


@contextmanager
def counters(tmp_path: Path) -> Iterator[Opener]:
    """Yield what opens a counter at a place; whatever still runs at the end is killed."""
    opener = Opener(tmp_path)
    try:
        yield opener
    finally:
        for process in opener.opened:
            process.kill()


class Opener:
    """Starts counters: `open(place, role)`."""

    def __init__(self, folder: Path) -> None:
        self.opened: list[CounterProcess] = []
        self._screen = folder / "screen.json"
        screen = {
            "name": "panel",
            "x": 0,
            "y": 0,
            "width": WIDTH,
            "height": HEIGHT,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        self._screen.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")

    def open(self, place: Place, role: str) -> CounterProcess:
        """Start the program at `place`."""
        command = [
            sys.executable,
            "-m",
            "tests.support.counter_process",
            str(place.folder),
            role,
        ]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={self._screen}"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.opened.append(CounterProcess(place, process))
        return self.opened[-1]
