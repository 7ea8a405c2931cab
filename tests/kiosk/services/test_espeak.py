"""espeak-ng as it really is on this machine: found, asked for its voices, made to speak."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import KnownError
from kiosk.services import espeak

installed = pytest.mark.skipif(espeak.program() is None, reason="espeak-ng is not installed")


@pytest.mark.real
@installed
def test_it_speaks_vietnamese_and_english() -> None:
    assert espeak.languages() == ("vi", "en")


@pytest.mark.real
@installed
def test_what_it_says_is_to_be_heard() -> None:
    short = espeak.rendered("xin chào", "vi")
    long = espeak.rendered("kính mời ông bà đến bộ phận một cửa của ủy ban nhân dân xã", "vi")

    assert short.loudness > 0.02
    assert long.loudness > 0.02
    assert 0.4 < short.seconds < 2
    assert long.seconds > 3 * short.seconds
    assert espeak.rendered("xin chào", "vi-vn-x-south").samples != short.samples


@pytest.mark.real
@installed
@pytest.mark.parametrize("said", ["--version", "a\nb", "<say-as>một</say-as>", "a" * 5000])
def test_words_are_never_taken_for_anything_else(said: str) -> None:
    assert espeak.rendered(said, "vi").rate > 0


@pytest.mark.real
@installed
def test_a_voice_it_does_not_have_is_told() -> None:
    with pytest.raises(KnownError) as told:
        espeak.rendered("xin chào", "nobody")
    assert "espeak-ng -v nobody" in told.value.log_line


def test_where_it_is_missing_nothing_is_spoken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))

    assert espeak.program() is None
    assert espeak.languages() == ()
    with pytest.raises(espeak.EspeakMissing) as told:
        espeak.rendered("xin chào", "vi")
    assert told.value.log_line == "espeak-ng is not installed"


def test_a_program_that_cannot_run_has_no_voices(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / espeak.PROGRAM
    program.write_text("no program at all")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert espeak.languages() == ()
