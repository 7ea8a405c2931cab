"""`audio render`: real recordings of real sentences, and what people recorded kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.commands import audio
from kiosk.services import espeak
from kiosk.services.audio_pack import AudioPack, Line, voice_of
from kiosk.services.sound import write_sound
from tests.kiosk.commands.running import Command
from tests.support.sounds import TONE

installed = pytest.mark.skipif(espeak.program() is None, reason="espeak-ng is not installed")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Leave a few of the content's sentences: all of them take a minute."""
    sentences = audio._said("vi")[:4]
    monkeypatch.setattr(audio, "_said", lambda _language: sentences)
    return sentences


@pytest.mark.real
@installed
def test_every_sentence_becomes_a_file_that_is_to_be_heard(
    command: Command, tmp_path: Path, few: list[str]
) -> None:
    ran = command("audio", "render", "--out", tmp_path / "audio")

    assert (ran.code, ran.err) == (0, "")
    told = "4 rendered, 0 unchanged, 0 recorded by people, 0 dropped"
    assert ran.lines == [f"{told}: {tmp_path / 'audio'}"]
    pack = AudioPack(tmp_path / "audio")
    assert pack.speaks("vi")
    for said in few:
        sound = pack.sound(Line("vi", said))
        assert sound.loudness > 0.02
        assert sound.seconds > 0.02 * len(said)


@pytest.mark.real
@installed
def test_the_data_folder_is_where_the_program_looks(
    command: Command, tmp_path: Path, few: list[str]
) -> None:
    command("audio", "render", "--data-dir", tmp_path)
    mine = tmp_path / "audio" / Line("vi", few[0]).file
    mine.write_bytes(write_sound(TONE))

    ran = command("audio", "render", "--data-dir", tmp_path, "--voice", "vi-vn-x-south")

    assert "3 rendered, 0 unchanged, 1 recorded by people" in ran.out
    assert mine.read_bytes() == write_sound(TONE)
    assert voice_of(mine.with_name(Line("vi", few[1]).file)) == "vi-vn-x-south"


@pytest.mark.real
@installed
def test_a_voice_that_is_not_there_writes_nothing(command: Command, tmp_path: Path) -> None:
    ran = command("audio", "render", "--out", tmp_path / "audio", "--voice", "nobody")

    assert ran.code == 2
    assert "espeak-ng -v nobody" in ran.err
    assert not (tmp_path / "audio").exists()


def test_without_espeak_it_says_what_is_missing(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = command("audio", "render", "--out", tmp_path / "audio")

    assert (ran.code, ran.err) == (2, "dong-hanh-so: espeak-ng is not installed\n")


def test_all_content_is_among_what_is_rendered() -> None:
    assert len(audio._said("vi")) > 1_000
    assert "đăng ký khai sinh" in audio._said("vi")
    assert "1. Open the camera on your phone." in audio._said("en")
