"""What is said really comes out of a loudspeaker: heard at a sound server of the test's own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from kiosk.services import espeak
from kiosk.services.audio_pack import render
from kiosk.services.sound import Sound
from tests.architecture.sources import ROOT
from tests.support.pulse import RATE, Loudspeaker, is_installed, loudspeaker
from tests.support.sounds import TONE

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not is_installed(), reason="PulseAudio is not installed"),
    pytest.mark.xdist_group("sound"),
]


@pytest.fixture
def speaker(tmp_path: Path) -> Iterator[Loudspeaker]:
    folder = tmp_path / "sound"
    folder.mkdir(mode=0o700)
    with loudspeaker(folder) as running:
        yield running


def say(speaker: Loudspeaker, audio: Path, *sentences: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.speech.say_aloud", str(audio), *sentences],
        cwd=ROOT,
        env=speaker.environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return done.stdout.split()


def heard(blocks: Queue[bytes]) -> Sound:
    samples = b"".join(blocks.get() for _ in range(blocks.qsize()))
    return Sound(RATE, 1, samples[: len(samples) // 2 * 2])


@pytest.mark.skipif(espeak.program() is None, reason="espeak-ng is not installed")
def test_espeak_is_heard(speaker: Loudspeaker, tmp_path: Path) -> None:
    with speaker.recording() as blocks:
        assert say(speaker, tmp_path / "none", "mời ông bà ngồi", "cán bộ đang đến") == [
            "said",
            "said",
        ]
        sound = heard(blocks)

    assert sound.seconds > 1.5
    assert sound.loudness > 0.02


def test_a_recording_is_heard(speaker: Loudspeaker, tmp_path: Path) -> None:
    audio = tmp_path / "audio"
    tone = Sound(TONE.rate, 1, TONE.samples * 10)
    render(audio, "vi", ["xin chào"], "a tone", lambda _said: tone)
    with speaker.recording() as blocks:
        assert say(speaker, audio, "xin chào") == ["said"]
        sound = heard(blocks)

    assert sound.loudness * sound.seconds**0.5 == pytest.approx(TONE.loudness, rel=0.3)
