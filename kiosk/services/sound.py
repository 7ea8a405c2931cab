"""Recorded speech as plain samples: read from WAV files of all kinds of recorders, and written."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

_BYTES_PER_SAMPLE = 2
_FULL = 32_768


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of 16 bits, little-endian, channels in turn; `rate` is samples a second."""

    rate: int
    channels: int
    samples: bytes

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / (self.rate * self.channels * _BYTES_PER_SAMPLE)

    @property
    def loudness(self) -> float:
        """The root mean square of the samples, 0 for silence and 1 for full scale."""
        values = memoryview(self.samples).cast("h")
        square = sum(value * value for value in values) / max(1, len(values))
        return float(square**0.5) / _FULL


class SoundUnreadable(KnownError):
    """What should be a WAV file is none that can be played."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            N_("Tệp âm thanh này không đọc được."),
            N_("Ghi lại dạng WAV, PCM 16 hoặc 24 bit."),
            f"not a WAV file of 16 or 24 bits: {reason}",
        )


def read_sound(data: bytes) -> Sound:
    """Return the sound in a WAV file's bytes; raises SoundUnreadable.

    A program that streams its sound writes a length that is not true, so what is there counts.
    """
    try:
        with wave.open(io.BytesIO(data)) as file:
            width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
            samples = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise SoundUnreadable(str(error) or "cut off") from error
    if width not in (2, 3) or channels not in (1, 2) or not rate:
        raise SoundUnreadable(f"{width * 8} bits, {channels} channels, {rate} Hz")
    samples = samples[: len(samples) // (width * channels) * width * channels]
    return Sound(rate, channels, samples if width == _BYTES_PER_SAMPLE else _from_24_bits(samples))


def write_sound(sound: Sound) -> bytes:
    """Return the bytes of a WAV file."""
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(sound.channels)
        file.setsampwidth(_BYTES_PER_SAMPLE)
        file.setframerate(sound.rate)
        file.writeframes(sound.samples)
    return held.getvalue()


def _from_24_bits(samples: bytes) -> bytes:
    """Return the upper two of every three bytes."""
    short = bytearray(len(samples) // 3 * _BYTES_PER_SAMPLE)
    short[0::2] = samples[1::3]
    short[1::2] = samples[2::3]
    return bytes(short)
