"""All voices of this machine as one: recordings first, then the system's own, then espeak-ng."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.services import espeak
from kiosk.services.audio_pack import AudioPack
from kiosk.services.ports import Speaker
from ui.speech.espeak_speaker import EspeakSpeaker
from ui.speech.pack_speaker import PackSpeaker
from ui.speech.player import Done, Player, SoundPlayer
from ui.speech.system_speaker import SystemSpeaker


class Voices:
    """Lets the first of `speakers` say what it can; the next takes over where it fails."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        self._speakers = tuple(speakers)

    def speaks(self, language: str) -> bool:
        """Return whether any voice can read pages in this language."""
        return any(speaker.speaks(language) for speaker in self._speakers)

    def can_say(self, said: str, language: str) -> bool:
        """Return whether any voice can say this sentence."""
        return any(speaker.can_say(said, language) for speaker in self._speakers)

    def say(self, said: str, language: str, done: Done) -> None:
        """Say it with the best voice that can."""
        able = (one for one in self._speakers if one.can_say(said, language))
        self._try(able, said, language, done)

    def stop(self) -> None:
        """Let every voice fall silent."""
        for speaker in self._speakers:
            speaker.stop()

    def _try(self, able: Iterator[Speaker], said: str, language: str, done: Done) -> None:
        speaker = next(able, None)
        if speaker is None:
            done(False)
        else:
            speaker.say(said, language, partial(self._on_said, able, said, language, done))

    def _on_said(
        self, able: Iterator[Speaker], said: str, language: str, done: Done, was_said: bool
    ) -> None:
        if was_said:
            done(True)
        else:
            self._try(able, said, language, done)


def voices_here(audio: Path, parent: QObject, player: Player | None = None) -> Voices:
    """Return the voices of this machine; recordings lie in `audio`, sounds go to `player`.

    Without a player they go to the loudspeaker.
    """
    if player is None and SoundPlayer.is_possible():
        player = SoundPlayer(parent)
    speakers: list[Speaker] = [PackSpeaker(AudioPack(audio), player)] if player else []
    speakers.append(SystemSpeaker(parent=parent))
    program = espeak.program()
    if program is not None:
        speakers.append(EspeakSpeaker(program, espeak.languages(), player, parent))
    return Voices(speakers)
