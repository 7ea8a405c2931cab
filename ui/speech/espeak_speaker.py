"""Says anything with espeak-ng, a program of its own that runs for one sentence at a time."""

from __future__ import annotations

import logging
from collections.abc import Collection

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, Slot

from kiosk.services import espeak
from kiosk.services.sound import SoundUnreadable, read_sound
from ui.speech.player import Done, Player

log = logging.getLogger(__name__)

_PATIENCE_MS = 500
"""A killed process is gone much sooner."""

_LEAST_MS_A_LETTER = 15
"""Nobody speaks four times as fast: then there was no device to speak through."""


class EspeakSpeaker(QObject):
    """`program` is run without a shell; without a `player` it speaks through its own sound."""

    def __init__(
        self,
        program: str,
        languages: Collection[str],
        player: Player | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._languages = frozenset(languages)
        self._player = player
        self._process: QProcess | None = None
        self._done: Done | None = None
        self._least_ms = 0
        self._clock = QElapsedTimer()

    def speaks(self, language: str) -> bool:
        """Return whether it has a voice for this language."""
        return language in self._languages

    def can_say(self, said: str, language: str) -> bool:
        """Return whether it has a voice for this language: it can say any sentence."""
        return bool(said) and self.speaks(language)

    def say(self, said: str, language: str, done: Done) -> None:
        """Start the program with the words on its input."""
        self.stop()
        self._done = done
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        voice = espeak.VOICES[language]
        self._least_ms = len(said) * _LEAST_MS_A_LETTER
        self._clock.start()
        self._process.start(self._program, espeak.arguments(voice, aloud=self._player is None))
        self._process.write(said.encode())
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """End the program and forget what it said."""
        self._done = None
        self._let_go()
        if self._player is not None:
            self._player.stop()

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None or self._done is None:
            return
        rendered = bytes(self._process.readAllStandardOutput().data())
        done, self._done = self._done, None
        self._let_go()
        if code != 0 or status is not QProcess.ExitStatus.NormalExit:
            log.warning("%s ended with %s", espeak.PROGRAM, code)
            done(False)
        elif self._player is None:
            done(self._clock.elapsed() >= self._least_ms)
        else:
            self._play(rendered, self._player, done)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        """Take note that it cannot even be started; any other end is told by `finished`."""
        if error is QProcess.ProcessError.FailedToStart and self._done is not None:
            log.warning("%s cannot be started", espeak.PROGRAM)
            done, self._done = self._done, None
            self._let_go()
            done(False)

    def _play(self, rendered: bytes, player: Player, done: Done) -> None:
        try:
            sound = read_sound(rendered)
        except SoundUnreadable as error:
            log.warning("%s: %s", espeak.PROGRAM, error.log_line)
            done(False)
            return
        player.play(sound, done)

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
        process.deleteLater()
