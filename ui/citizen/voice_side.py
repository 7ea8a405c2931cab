"""The citizen's shell, as far as reading aloud goes: begins at a wish, ends at any other action."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.speech.sentences import pieces
from kiosk.domain.visit import VisitEventKind
from ui.citizen import wishes as w
from ui.citizen.reader import Reader

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell


class VoiceSide(QObject):
    """Reads the page that is shown, until somebody does anything or another page comes."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.reader = Reader(shell.desk.speaker, self)
        self._was_stopped_by_touch = False
        shell.window.touched.connect(self._on_touched)
        shell.window.changing.connect(self.reader.stop)
        self.reader.turned.connect(shell.window.show_reading)
        # Who listens is there, though nobody touches anything.
        self.reader.went_on.connect(shell.idle.touch)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {w.ReadAloud: self._on_read_aloud}

    def say(self, sentence: str, **fields: object) -> None:
        """Say one sentence (a msgid), instead of the page that may be being read."""
        shell = self._shell
        self.reader.stop()
        language, speaker = shell.looks.language, shell.desk.speaker
        for piece in pieces(shell.desk.translators[language](sentence, **fields), language)[:1]:
            if speaker.can_say(piece.said, piece.language):
                speaker.say(piece.said, piece.language, _nothing_follows)

    def _on_read_aloud(self, _wish: w.ReadAloud) -> None:
        """Read from the beginning; but the touch on "Dừng" has stopped it, and that is all."""
        was_stopped, self._was_stopped_by_touch = self._was_stopped_by_touch, False
        page = self._shell.window.page_to_read
        if page is not None and not was_stopped:
            self._shell.mark(VisitEventKind.READ_ALOUD)
            self.reader.read(page, self._shell.looks.language)

    @Slot()
    def _on_touched(self) -> None:
        self._was_stopped_by_touch = self.reader.is_reading
        self.reader.stop()


def _nothing_follows(_was_said: bool) -> None:
    """One sentence was all."""
