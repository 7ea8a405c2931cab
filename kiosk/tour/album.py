"""Keeps the tour's numbered pictures and its record, `tour.json`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kiosk.services.atomic import write_text
from kiosk.tour.driver import Driver


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step: what was shown, and its picture's file name."""

    number: int
    screen: str
    what: str
    picture: str


class Album:
    """The steps so far and the facts that prove them."""

    def __init__(self, folder: Path, driver: Driver) -> None:
        self.folder = folder
        self._driver = driver
        self._steps: list[TourStep] = []
        self._facts: dict[str, object] = {}

    @property
    def steps(self) -> tuple[TourStep, ...]:
        """Every step so far."""
        return tuple(self._steps)

    def keep(self, window: QWidget, screen: str, what: str) -> None:
        """Picture what `window` shows now, as the next step."""
        self._driver.settle()
        number = len(self._steps) + 1
        picture = f"{number:02d}-{screen.replace('_', '-')}.png"
        self._driver.picture(window, self.folder / picture)
        self._steps.append(TourStep(number, screen, what, picture))

    def note(self, key: str, fact: object) -> None:
        """Keep a fact for the record."""
        self._facts[key] = fact

    def write(self) -> Path:
        """Write the record and return where."""
        path = self.folder / "tour.json"
        record = {"steps": [asdict(step) for step in self._steps], **self._facts}
        write_text(path, json.dumps(record, ensure_ascii=False, indent=2) + "\n")
        return path
