"""The separate program espeak-ng, where someone has installed it: its voices, and how it is called.

It is started as a process of its own and never linked or shipped, so its licence (GPL-3) stays
outside. The words go in through its input, where no list of processes shows them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.sound import Sound, SoundUnreadable, read_sound

PROGRAM = "espeak-ng"
VOICES = {"vi": "vi", "en": "en-gb"}
"""Language → the voice that is taken unless another is asked for."""

WORDS_PER_MINUTE = 140
"""A quarter slower than its own pace: most who listen are old."""

_PATIENCE_SECONDS = 10.0


def program() -> str | None:
    """Return where espeak-ng lies, None when it is not installed."""
    found = shutil.which(PROGRAM)
    if found is None and os.name == "nt":  # its installer does not touch PATH
        folder = os.environ.get("PROGRAMFILES", r"C:\Program Files")
        found = shutil.which(PROGRAM, path=str(Path(folder) / "eSpeak NG"))
    return found


def languages() -> tuple[str, ...]:
    """Return which of our languages it can speak; none when it is missing or cannot run."""
    found = program()
    if found is None:
        return ()
    try:
        told = _run([found, "--voices"], b"").decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return ()
    # A heading, then: Pty  Language  Age/Gender  VoiceName  File  Other languages
    rows = [line.split() for line in told.splitlines()[1:]]
    known = {row[1].partition("-")[0] for row in rows if len(row) > 1}
    return tuple(language for language in VOICES if language in known)


def arguments(voice: str, *, aloud: bool) -> list[str]:
    """Return the arguments to speak what comes through the input, aloud or as WAV on the output."""
    speed = ["-s", str(WORDS_PER_MINUTE)]
    return ["-v", voice, *speed, "-b", "1", "--stdin", *([] if aloud else ["--stdout"])]


def rendered(said: str, voice: str) -> Sound:
    """Return what `voice` says; raises KnownError where it cannot."""
    found = program()
    if found is None:
        raise EspeakMissing
    try:
        return read_sound(_run([found, *arguments(voice, aloud=False)], said.encode()))
    except (OSError, subprocess.SubprocessError, SoundUnreadable) as error:
        raise KnownError(
            N_("Giọng đọc này chưa dùng được."),
            N_("Chọn giọng khác, hoặc cài lại espeak-ng."),
            f"{PROGRAM} -v {voice}: {error}",
        ) from error


class EspeakMissing(KnownError):
    """espeak-ng is not installed."""

    def __init__(self) -> None:
        super().__init__(
            N_("Máy này chưa cài espeak-ng."),
            N_("Cài espeak-ng, rồi chạy lại lệnh này."),
            f"{PROGRAM} is not installed",
        )


def _run(command: list[str], text: bytes) -> bytes:
    done = subprocess.run(
        command, input=text, capture_output=True, timeout=_PATIENCE_SECONDS, check=True
    )
    return done.stdout
