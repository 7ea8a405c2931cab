"""Says anything with a voice of the system: WinRT and SAPI on Windows, through QtTextToSpeech.

The module is imported late, as the program runs without it. Qt's other engines are left alone: on
Linux it would start speech-dispatcher, a service that stays and speaks with espeak-ng anyway.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot

from ui.speech.player import Done

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger(__name__)

ENGINES = ("winrt", "sapi")
"""Newer voices first; only WinRT knows those that come with a language pack, like Microsoft An."""

_LANGUAGES = {"vi": QLocale.Language.Vietnamese, "en": QLocale.Language.English}
_RATE = -0.15
"""A little slower than usual: most who listen are old."""


class SystemSpeaker(QObject):
    """The first engine of `engines` that has a voice for a language speaks it."""

    def __init__(self, engines: Sequence[str] = ENGINES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voices: dict[str, tuple[QTextToSpeech, QLocale]] = {}
        self._speaking: QTextToSpeech | None = None
        self._has_begun = False
        self._done: Done | None = None
        for engine in self._engines(engines):
            self._take_voices(engine)

    def speaks(self, language: str) -> bool:
        """Return whether the system has a voice for this language."""
        return language in self._voices

    def can_say(self, said: str, language: str) -> bool:
        """Return whether the system has a voice for this language: it can say any sentence."""
        return bool(said) and self.speaks(language)

    def say(self, said: str, language: str, done: Done) -> None:
        """Hand the words to the engine."""
        self.stop()
        self._speaking, locale = self._voices[language]
        self._has_begun = False
        self._done = done
        if self._speaking.locale() != locale:
            self._speaking.setLocale(locale)
        self._speaking.say(said)

    def stop(self) -> None:
        """Fall silent."""
        self._done = None
        speaking, self._speaking = self._speaking, None
        if speaking is not None:
            speaking.stop()

    def _engines(self, wanted: Iterable[str]) -> Iterator[QTextToSpeech]:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:
            log.warning("no voices of the system: %s", error)
            return
        known = QTextToSpeech.availableEngines()
        for name in wanted:
            if name in known:
                yield QTextToSpeech(name, self)

    def _take_voices(self, engine: QTextToSpeech) -> None:
        engine.setRate(_RATE)
        engine.stateChanged.connect(self._on_state)
        locales = engine.availableLocales()
        for language, spoken in _LANGUAGES.items():
            voices = [locale for locale in locales if locale.language() is spoken]
            if voices and language not in self._voices:
                self._voices[language] = (engine, voices[0])

    @Slot("QTextToSpeech::State")
    def _on_state(self, state: QTextToSpeech.State) -> None:
        """End once the engine has begun and is ready again, or has given up."""
        from PySide6.QtTextToSpeech import QTextToSpeech

        if self._done is None:
            return
        if state is QTextToSpeech.State.Speaking:
            self._has_begun = True
        has_ended = self._has_begun and state is QTextToSpeech.State.Ready
        if has_ended or state is QTextToSpeech.State.Error:
            done, self._done, self._speaking = self._done, None, None
            done(has_ended)
