"""The tour's loudspeaker: takes every sentence in, keeps it as a file, and lets the next one come.

A tour runs where nobody listens, and often where no sound can be made. What would have been heard
is kept, so that one can listen to it later.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.services.sound import Sound, write_sound
from ui.speech.player import Done

_LONGEST_MS = 600
"""Long enough to take a picture of the marked sentence, and no minute for a page."""


class Ear(QObject):
    """Keeps what is played in `folder`, numbered in order."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._done: Done | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_end)
        self.heard: list[Sound] = []

    def play(self, sound: Sound, done: Done) -> None:
        """Keep a sound, and tell soon that it has been heard."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self.heard.append(sound)
        (self._folder / f"{len(self.heard):02d}.wav").write_bytes(write_sound(sound))
        self._done = done
        self._timer.start(min(_LONGEST_MS, round(sound.seconds * 1000)))

    def stop(self) -> None:
        """Hear no more of it."""
        self._done = None
        self._timer.stop()

    @Slot()
    def _on_end(self) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(True)
