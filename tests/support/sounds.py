"""A sound to work with, and a player that keeps what it is given instead of making it heard."""

from __future__ import annotations

import math
import struct

from kiosk.services.sound import Sound
from ui.speech.player import Done

TONE = Sound(8000, 1, struct.pack("<800h", *(round(9000 * math.sin(n * 0.35)) for n in range(800))))
"""A tenth of a second of 445 Hz, 0.19 loud."""


class Ear:
    """Takes in what would be played; each sound lasts until `finish`."""

    def __init__(self) -> None:
        self.heard: list[Sound] = []
        self._done: Done | None = None

    def play(self, sound: Sound, done: Done) -> None:
        """Hear a sound."""
        self.heard.append(sound)
        self._done = done

    def finish(self, *, was_played: bool = True) -> None:
        """Let the sound come to its end."""
        done, self._done = self._done, None
        assert done is not None, "nothing is being played"
        done(was_played)

    @property
    def is_busy(self) -> bool:
        """Whether a sound is being played."""
        return self._done is not None

    def stop(self) -> None:
        """Hear no more."""
        self._done = None
