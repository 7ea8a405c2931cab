"""The folder of recordings: what is rendered, what stays a person's, and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import KnownError
from kiosk.services.audio_pack import AudioPack, Line, Rendered, render, voice_of
from kiosk.services.sound import Sound, SoundUnreadable, write_sound
from tests.support.sounds import TONE

SAID = ("xin chào", "lệ phí: hai mươi nghìn đồng", "tạm biệt")
HUMAN = Sound(44_100, 1, bytes(range(200)) * 4)


class Voice:
    """Says anything; every sentence sounds a little different."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def __call__(self, said: str) -> Sound:
        self.said.append(said)
        return Sound(TONE.rate, 1, TONE.samples + said.encode("utf-16-le"))


def test_a_sentence_is_one_file_named_after_its_words(tmp_path: Path) -> None:
    voice = Voice()

    assert render(tmp_path, "vi", SAID, "north", voice) == Rendered(made=3)
    assert voice.said == list(SAID)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"index.tsv", *(Line("vi", said).file for said in SAID)}
    assert Line("vi", "xin chào").file == Line("vi", "xin chào").file
    assert Line("en", "xin chào").file != Line("vi", "xin chào").file


def test_nothing_is_rendered_twice_but_for_another_voice(tmp_path: Path) -> None:
    render(tmp_path, "vi", SAID, "north", Voice())

    assert render(tmp_path, "vi", SAID, "north", Voice()) == Rendered(kept=3)
    assert render(tmp_path, "vi", SAID, "south", Voice()) == Rendered(made=3)
    assert voice_of(tmp_path / Line("vi", SAID[0]).file) == "south"


def test_a_persons_recording_in_the_place_of_a_rendered_one_wins(tmp_path: Path) -> None:
    render(tmp_path, "vi", SAID, "north", Voice())
    mine = tmp_path / Line("vi", SAID[1]).file
    mine.write_bytes(write_sound(HUMAN))

    assert render(tmp_path, "vi", SAID, "south", Voice()) == Rendered(made=2, recorded=1)
    assert AudioPack(tmp_path).sound(Line("vi", SAID[1])) == HUMAN
    assert voice_of(mine) == ""


def test_a_rendered_file_that_was_worked_on_is_a_persons(tmp_path: Path) -> None:
    render(tmp_path, "vi", SAID, "north", Voice())
    louder = tmp_path / Line("vi", SAID[0]).file
    data = louder.read_bytes()
    louder.write_bytes(data.replace(TONE.samples[:8], TONE.samples[8:16]))

    assert render(tmp_path, "vi", SAID, "south", Voice()).recorded == 1


def test_a_persons_recording_may_be_there_before_any_other(tmp_path: Path) -> None:
    (tmp_path / Line("vi", SAID[0]).file).write_bytes(write_sound(HUMAN))

    assert render(tmp_path, "vi", SAID, "north", Voice()) == Rendered(made=2, recorded=1)


def test_what_is_said_no_more_is_dropped_unless_a_person_recorded_it(tmp_path: Path) -> None:
    render(tmp_path, "vi", SAID, "north", Voice())
    render(tmp_path, "en", ["hello"], "british", Voice())
    (tmp_path / Line("vi", SAID[0]).file).write_bytes(write_sound(HUMAN))

    done = render(tmp_path, "vi", SAID[2:], "north", Voice())

    assert done == Rendered(kept=1, dropped=1)
    left = {path.name for path in tmp_path.glob("*.wav")}
    kept = (Line("vi", SAID[0]), Line("vi", SAID[2]), Line("en", "hello"))
    assert left == {line.file for line in kept}


def test_a_run_that_stops_keeps_what_it_made(tmp_path: Path) -> None:
    def hoarse(said: str) -> Sound:
        if said == SAID[2]:
            raise KnownError("Mất giọng.", log_line="no voice left")
        return TONE

    with pytest.raises(KnownError):
        render(tmp_path, "vi", SAID, "north", hoarse)

    assert AudioPack(tmp_path).count("vi") == (2, 3)
    assert render(tmp_path, "vi", SAID, "north", Voice()) == Rendered(made=1, kept=2)


def test_recordings_alone_are_a_voice_only_when_none_is_missing(tmp_path: Path) -> None:
    assert not AudioPack(tmp_path / "none").speaks("vi")
    render(tmp_path, "vi", SAID, "north", Voice())
    assert AudioPack(tmp_path).speaks("vi")
    assert not AudioPack(tmp_path).speaks("en")

    (tmp_path / Line("vi", SAID[0]).file).unlink()

    pack = AudioPack(tmp_path)
    assert not pack.speaks("vi")
    assert not pack.has(Line("vi", SAID[0]))
    assert pack.has(Line("vi", SAID[1]))


def test_a_recording_that_is_none_is_told(tmp_path: Path) -> None:
    render(tmp_path, "vi", SAID, "north", Voice())
    (tmp_path / Line("vi", SAID[0]).file).write_bytes(b"ID3 an mp3 with another ending")

    with pytest.raises(SoundUnreadable):
        AudioPack(tmp_path).sound(Line("vi", SAID[0]))


@pytest.mark.parametrize("broken", [b"\xff\xfe\x00", b"nonsense\n1\t2", b""])
def test_a_broken_index_costs_nothing_but_itself(tmp_path: Path, broken: bytes) -> None:
    render(tmp_path, "vi", SAID, "north", Voice())
    (tmp_path / "index.tsv").write_bytes(broken)

    assert AudioPack(tmp_path).has(Line("vi", SAID[0]))
    assert render(tmp_path, "vi", SAID, "north", Voice()) == Rendered(kept=3)
    assert AudioPack(tmp_path).speaks("vi")
