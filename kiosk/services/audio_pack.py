"""The folder of recorded sentences: one WAV file for each, named after what is said in it.

`audio render` fills it with a machine's voice and stamps what it makes. Whoever has a better voice
records sentences and puts the files in the place of the rendered ones: a file without our stamp, or
changed since, is a person's, and no later run touches it. `index.tsv` lists every sentence of the
content with its file: for whoever records, and to know whether anything is missing.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.services.atomic import write_bytes, write_text
from kiosk.services.sound import Sound, SoundUnreadable, read_sound, write_sound

INDEX = "index.tsv"
_KEY_LETTERS = 24
_COLUMNS = ("file", "language", "said")
_STAMP = re.compile(rb"dong-hanh-so (.+) ([0-9a-f]{16})\0+$")


@dataclass(frozen=True, slots=True)
class Line:
    """What is said in one language."""

    language: str
    said: str

    @property
    def file(self) -> str:
        """The name of its file: the hash of language and words."""
        digest = hashlib.sha256(f"{self.language}\n{self.said}".encode()).hexdigest()
        return f"{digest[:_KEY_LETTERS]}.wav"


@dataclass(slots=True)
class Rendered:
    """How many files were made, left as they were, recorded by a person, or dropped as unused."""

    made: int = 0
    kept: int = 0
    recorded: int = 0
    dropped: int = 0


class AudioPack:
    """The recordings in `folder`, as they are when it is opened; the folder need not exist."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files = frozenset(path.name for path in folder.glob("*.wav"))
        self._lines = _read_index(folder / INDEX)

    def speaks(self, language: str) -> bool:
        """Return whether every sentence of the content is there in this language."""
        recorded, all_of_them = self.count(language)
        return recorded == all_of_them > 0

    def count(self, language: str) -> tuple[int, int]:
        """Return how many sentences of the content are recorded, and how many there are."""
        lines = [line for line in self._lines if line.language == language]
        return sum(line.file in self._files for line in lines), len(lines)

    def has(self, line: Line) -> bool:
        """Return whether a line was recorded."""
        return line.file in self._files

    def sound(self, line: Line) -> Sound:
        """Return a recording; raises SoundUnreadable or OSError."""
        return read_sound((self.folder / line.file).read_bytes())


def render(
    folder: Path, language: str, said: Iterable[str], voice: str, speak: Callable[[str], Sound]
) -> Rendered:
    """Bring the folder up to date with what is said in `language`; `speak` is the voice.

    Raises OSError, and whatever `speak` raises; what was made until then is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    former = _read_index(folder / INDEX)
    wanted = {line.file: line for line in (Line(language, words) for words in said)}
    others = [line for line in former if line.language != language]
    done = Rendered()
    for line in former:
        if line.language == language and line.file not in wanted and voice_of(folder / line.file):
            (folder / line.file).unlink()
            done.dropped += 1
    _write_index(folder / INDEX, [*others, *wanted.values()])
    for line in wanted.values():
        _bring_up_to_date(folder / line.file, line, voice, speak, done)
    return done


def voice_of(file: Path) -> str:
    """Return the voice that rendered a file, "" when a person recorded it or it is not there."""
    try:
        data = file.read_bytes()
        stamp = _STAMP.search(data[-200:])
        is_ours = stamp is not None and stamp[2] == _digest(read_sound(data))
    except (OSError, SoundUnreadable):
        return ""
    return stamp[1].decode() if stamp is not None and is_ours else ""


def _bring_up_to_date(
    path: Path, line: Line, voice: str, speak: Callable[[str], Sound], done: Rendered
) -> None:
    """Render a line where that is due, and count it."""
    former = voice_of(path)
    if path.exists() and not former:
        done.recorded += 1
    elif former == voice:
        done.kept += 1
    else:
        write_bytes(path, _stamped(speak(line.said), voice))
        done.made += 1


def _stamped(sound: Sound, voice: str) -> bytes:
    """Return a WAV file that tells at its end what made it (RIFF: LIST, INFO, ISFT)."""
    data = bytearray(write_sound(sound))
    text = b"dong-hanh-so %s %s\0" % (voice.encode(), _digest(sound))
    text += b"\0" * (len(text) % 2)
    data += struct.pack("<4sI4s4sI", b"LIST", 12 + len(text), b"INFO", b"ISFT", len(text)) + text
    struct.pack_into("<I", data, 4, len(data) - 8)
    return bytes(data)


def _digest(sound: Sound) -> bytes:
    return hashlib.sha256(sound.samples).hexdigest()[:16].encode()


def _read_index(path: Path) -> list[Line]:
    """Return the index; a line that cannot be read is left out, as the next run writes it anew."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    rows = csv.DictReader(io.StringIO(text), delimiter="\t")
    pairs = ((row.get("language"), row.get("said")) for row in rows)
    return [Line(language, said) for language, said in pairs if language and said]


def _write_index(path: Path, lines: Iterable[Line]) -> None:
    held = io.StringIO()
    writer = csv.writer(held, delimiter="\t", lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows((line.file, line.language, line.said) for line in lines)
    write_text(path, held.getvalue())
