"""The voices: espeak-ng as a real process, recordings, the system's, and which of them speaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from kiosk.services import espeak
from kiosk.services.audio_pack import AudioPack, Line, render
from tests.support.sounds import TONE, Ear
from ui.speech.espeak_speaker import EspeakSpeaker
from ui.speech.pack_speaker import PackSpeaker
from ui.speech.player import Done
from ui.speech.system_speaker import ENGINES, SystemSpeaker
from ui.speech.voices import Voices, voices_here

needs_espeak = pytest.mark.skipif(espeak.program() is None, reason="espeak-ng is not installed")
GREETING = "xin chào ông bà"


class Ends:
    """Takes note of how what was said ended."""

    def __init__(self) -> None:
        self.told: list[bool] = []

    def __call__(self, was_said: bool) -> None:
        self.told.append(was_said)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


@pytest.fixture
def ends() -> Ends:
    return Ends()


def real_espeak(owner: QObject, ear: Ear | None) -> EspeakSpeaker:
    return EspeakSpeaker(espeak.program() or "", espeak.languages(), ear, owner)


@pytest.mark.real
@needs_espeak
def test_espeak_renders_off_to_the_player(qtbot: QtBot, owner: QObject, ends: Ends) -> None:
    ear = Ear()
    speaker = real_espeak(owner, ear)
    assert speaker.can_say(GREETING, "vi")
    assert not speaker.can_say(GREETING, "fr")

    speaker.say(GREETING, "vi", ends)
    qtbot.waitUntil(lambda: ear.is_busy)
    assert ends.told == []
    ear.finish()

    assert ends.told == [True]
    assert ear.heard[0].loudness > 0.02
    assert ear.heard[0].samples == espeak.rendered(GREETING, "vi").samples


@pytest.mark.real
@needs_espeak
def test_what_was_stopped_is_never_heard(qtbot: QtBot, owner: QObject, ends: Ends) -> None:
    ear = Ear()
    speaker = real_espeak(owner, ear)
    speaker.say(GREETING, "vi", ends)
    speaker.stop()
    speaker.say("tạm biệt", "vi", ends)
    qtbot.waitUntil(lambda: ear.is_busy)
    speaker.stop()

    assert len(ear.heard) == 1
    assert ear.heard[0].samples == espeak.rendered("tạm biệt", "vi").samples
    assert not ear.is_busy
    assert ends.told == []
    running = [
        p for p in owner.findChildren(QProcess) if p.state() != QProcess.ProcessState.NotRunning
    ]
    assert running == []


@pytest.mark.real
@needs_espeak
def test_without_a_sound_device_it_says_so(qtbot: QtBot, owner: QObject, ends: Ends) -> None:
    """It ends at once and calls that a success: nobody can have heard it."""
    speaker = real_espeak(owner, None)
    speaker.say(GREETING * 10, "vi", ends)
    qtbot.waitUntil(lambda: bool(ends.told))

    assert ends.told == [False]


@pytest.mark.parametrize("script", ["exit 3", "echo no sound at all", "kill -9 $$"])
def test_a_program_that_fails_is_told(
    qtbot: QtBot, ends: Ends, tmp_path: Path, script: str, caplog: pytest.LogCaptureFixture
) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\ncat >/dev/null\n{script}\n")
    program.chmod(0o755)
    ear = Ear()
    speaker = EspeakSpeaker(str(program), {"vi"}, ear)
    speaker.say(GREETING, "vi", ends)
    qtbot.waitUntil(lambda: bool(ends.told))

    assert (ends.told, ear.heard) == ([False], [])
    assert "espeak-ng" in caplog.text
    assert GREETING not in caplog.text


def test_a_program_that_is_gone_is_told(
    qtbot: QtBot, owner: QObject, ends: Ends, caplog: pytest.LogCaptureFixture
) -> None:
    EspeakSpeaker("/nonexistent/espeak-ng", {"vi"}, Ear(), owner).say(GREETING, "vi", ends)
    qtbot.waitUntil(lambda: bool(ends.told))

    assert ends.told == [False]
    assert "cannot be started" in caplog.text


@pytest.fixture
def pack(tmp_path: Path) -> AudioPack:
    render(tmp_path, "vi", [GREETING, "tạm biệt"], "a tone", lambda _said: TONE)
    return AudioPack(tmp_path)


def test_a_recording_is_played(pack: AudioPack, ends: Ends) -> None:
    ear = Ear()
    speaker = PackSpeaker(pack, ear)
    assert (speaker.speaks("vi"), speaker.speaks("en")) == (True, False)
    assert (speaker.can_say(GREETING, "vi"), speaker.can_say("chưa thu", "vi")) == (True, False)

    speaker.say(GREETING, "vi", ends)
    ear.finish()

    assert (ear.heard, ends.told) == ([TONE], [True])


def test_the_next_voice_takes_over_where_a_recording_is_broken(
    pack: AudioPack, ends: Ends, caplog: pytest.LogCaptureFixture
) -> None:
    file = Line("vi", GREETING).file
    (pack.folder / file).write_bytes(b"no sound")
    other = PackSpeaker(AudioPack(pack.folder), Ear())
    spare = _Spare()
    voices = Voices([other, spare])

    voices.say(GREETING, "vi", ends)

    assert (spare.said, ends.told) == ([GREETING], [True])
    assert file in caplog.text


def test_recordings_come_first_and_what_they_lack_is_left_to_the_next(
    pack: AudioPack, ends: Ends
) -> None:
    ear, spare = Ear(), _Spare()
    voices = Voices([PackSpeaker(pack, ear), spare])

    voices.say(GREETING, "vi", ends)
    ear.finish()
    voices.say("bước ba trên bảy", "vi", ends)

    assert (ear.heard, spare.said, ends.told) == ([TONE], ["bước ba trên bảy"], [True, True])


def test_without_any_voice_nothing_speaks(ends: Ends) -> None:
    silent = Voices(())
    assert not silent.speaks("vi")
    assert not silent.can_say(GREETING, "vi")
    silent.say(GREETING, "vi", ends)
    silent.stop()
    assert ends.told == [False]


class _Spare:
    """A last voice that can say anything at once."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def speaks(self, language: str) -> bool:
        return True

    def can_say(self, said: str, language: str) -> bool:
        return True

    def say(self, said: str, language: str, done: Done) -> None:
        self.said.append(said)
        done(True)

    def stop(self) -> None:
        self.said.clear()


def test_a_voice_of_the_system_tells_when_it_has_ended(
    qtbot: QtBot, owner: QObject, ends: Ends
) -> None:
    """Qt's own mock engine keeps the contract of all its engines, without a sound."""
    speaker = SystemSpeaker(("mock",), owner)
    assert (speaker.speaks("en"), speaker.speaks("vi")) == (True, False)

    speaker.say("Welcome here", "en", ends)
    assert ends.told == []
    qtbot.waitUntil(lambda: bool(ends.told))
    speaker.say("One, two, three, four", "en", ends)
    speaker.stop()
    speaker.say("Goodbye", "en", ends)
    qtbot.waitUntil(lambda: len(ends.told) == 2)

    assert ends.told == [True, True]


def test_speech_dispatcher_is_never_asked(owner: QObject) -> None:
    assert "speechd" not in ENGINES
    assert "mock" not in ENGINES
    assert not SystemSpeaker(parent=owner).speaks("vi")


@pytest.mark.real
@needs_espeak
def test_this_machine_speaks(tmp_path: Path, owner: QObject) -> None:
    voices = voices_here(tmp_path, owner, Ear())
    assert voices.speaks("vi")
    assert voices.speaks("en")
