"""Sounds come out of WAV files of several recorders, and go into them unchanged."""

from __future__ import annotations

import io
import struct
import wave

import pytest

from kiosk.services.sound import Sound, SoundUnreadable, read_sound, write_sound
from tests.support.sounds import TONE


def wav(width: int, channels: int, samples: bytes, rate: int = 44_100) -> bytes:
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setsampwidth(width)
        file.setnchannels(channels)
        file.setframerate(rate)
        file.writeframes(samples)
    return held.getvalue()


def test_what_was_written_is_read_again() -> None:
    assert read_sound(write_sound(TONE)) == TONE


def test_length_and_loudness_are_measured() -> None:
    assert TONE.seconds == pytest.approx(0.1)
    assert TONE.loudness == pytest.approx(9000 / 32768 / 2**0.5, rel=0.01)
    assert Sound(8000, 1, bytes(1600)).loudness == 0


def test_a_recorders_24_bits_become_16() -> None:
    samples = b"".join(value.to_bytes(3, "little", signed=True) for value in (-(2**23), 256, 0))
    assert read_sound(wav(3, 1, samples)).samples == struct.pack("<3h", -32768, 1, 0)


def test_a_streamed_length_that_is_not_true_does_not_matter() -> None:
    data = bytearray(write_sound(TONE))
    struct.pack_into("<I", data, 4, 0x7FFFF024)
    struct.pack_into("<I", data, 40, 0x7FFFF000)
    assert read_sound(bytes(data)) == TONE


def test_a_sample_cut_in_two_is_left_out() -> None:
    assert read_sound(wav(2, 2, b"abcdabcd")[:-1]).samples == b"abcd"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ID3\x04 an mp3",
        wav(1, 1, b"\x80" * 10),
        wav(4, 1, bytes(16)),
        wav(2, 6, bytes(24)),
        write_sound(TONE)[:20],
    ],
)
def test_anything_else_is_refused_with_its_reason(data: bytes) -> None:
    with pytest.raises(SoundUnreadable) as told:
        read_sound(data)
    assert told.value.cure
    assert told.value.log_line.startswith("not a WAV file of 16 or 24 bits: ")
