"""Make `help-call.wav`, the two gentle notes a counter hears when someone calls for help.

Run `python resources/sounds/make_chime.py` to write the file again. The notes are a falling
major third in the octave where older ears still hear well; each fades in softly, so nobody
at the machine is startled.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path

RATE = 44_100
SECONDS = 1.2
PEAK = 0.6
ATTACK_SECONDS = 0.02
FADE_OUT_SECONDS = 0.08
DECAY_PER_SECOND = 4.5
NOTES = ((0.0, 987.77), (0.32, 783.99))
"""When each note starts (seconds) and its pitch (Hz): B5, then G5."""

OVERTONES = ((1, 1.0), (2, 0.25), (3, 0.08))
"""Multiples of the pitch and their loudness: a few make a bell, many make an alarm."""


def _note(seconds: float, pitch: float) -> float:
    """Return the loudness of one note `seconds` after its start."""
    if seconds < 0:
        return 0.0
    attack = min(1.0, seconds / ATTACK_SECONDS)
    tone = sum(loud * math.sin(math.tau * pitch * n * seconds) for n, loud in OVERTONES)
    return attack * math.exp(-DECAY_PER_SECOND * seconds) * tone


def chime() -> array[int]:
    """Return the chime as 16-bit mono samples at 44.1 kHz, its loudest sample at PEAK."""
    times = [i / RATE for i in range(int(RATE * SECONDS))]
    mix = [
        sum(_note(t - start, pitch) for start, pitch in NOTES)
        * min(1.0, (SECONDS - t) / FADE_OUT_SECONDS)
        for t in times
    ]
    gain = PEAK * 32_767 / max(abs(sample) for sample in mix)
    return array("h", (round(sample * gain) for sample in mix))


def write(path: Path) -> None:
    """Write the chime as a WAV file."""
    samples = chime()
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


if __name__ == "__main__":
    write(Path(__file__).with_name("help-call.wav"))
