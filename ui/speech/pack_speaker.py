"""Says what somebody or some machine has recorded before."""

from __future__ import annotations

import logging

from kiosk.services.audio_pack import AudioPack, Line
from kiosk.services.sound import SoundUnreadable
from ui.speech.player import Done, Player

log = logging.getLogger(__name__)


class PackSpeaker:
    """The recordings of the content pack."""

    def __init__(self, pack: AudioPack, player: Player) -> None:
        self._pack = pack
        self._player = player

    def speaks(self, language: str) -> bool:
        """Return whether all of the content is recorded in this language."""
        return self._pack.speaks(language)

    def can_say(self, said: str, language: str) -> bool:
        """Return whether this sentence was recorded."""
        return self._pack.has(Line(language, said))

    def say(self, said: str, language: str, done: Done) -> None:
        """Play the recording."""
        line = Line(language, said)
        try:
            sound = self._pack.sound(line)
        except (OSError, SoundUnreadable) as error:
            log.warning("recording %s: %s", line.file, error)
            done(False)
            return
        self._player.play(sound, done)

    def stop(self) -> None:
        """Fall silent."""
        self._player.stop()
