"""Types for the keyboard's keys: Telex, letters with marks and tones, into whatever is the target.

The target is a small interface, so that a field of our own and a page of the portal are typed into
alike. Of what was typed no more is kept than the keys of the word before the cursor; of a secret
nothing is kept, looked at or changed.
"""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.syllable import Tone
from kiosk.domain.telex import (
    Word,
    erase,
    finished,
    press,
    taken_up,
    with_letter,
    with_tone_key,
    word_before,
)


class KeyTarget(Protocol):
    """What can be typed into."""

    @property
    def is_secret(self) -> bool:
        """Whether nobody may look at what stands there."""

    def text_before(self) -> str:
        """Return what stands before the cursor."""

    def replace_before(self, count: int, text: str) -> None:
        """Put `text` in the place of the `count` characters before the cursor."""


class Typist:
    """Carries out keys on one target at a time; without one they do nothing."""

    def __init__(self) -> None:
        self._target: KeyTarget | None = None
        self._word = Word()

    def aim_at(self, target: KeyTarget | None) -> None:
        """Type into `target` from now on, and forget the word typed last."""
        self._target, self._word = target, Word()

    def type(self, character: str) -> None:
        """Type a letter as Telex does, or a digit, blank or sign, which ends the word."""
        if self._target is None:
            return
        if self._target.is_secret:
            self._target.replace_before(0, character)
        elif character.isalpha():
            self._show(press(self._current(), character))
        else:
            self.finish()
            self._target.replace_before(0, character)

    def add_letter(self, letter: str) -> None:
        """Type a letter of the row “ă â đ ê ô ơ ư”."""
        if self._target is None:
            return
        if self._target.is_secret:
            self._target.replace_before(0, letter)
        else:
            self._show(with_letter(self._current(), letter))

    def set_tone(self, tone: Tone) -> None:
        """Set the tone of the word before the cursor, or take it away."""
        if self._target is not None and not self._target.is_secret:
            self._show(with_tone_key(self._current(), tone))

    def erase(self) -> None:
        """Take the last character away."""
        if self._target is None:
            return
        word = Word() if self._target.is_secret else self._current()
        if word.text:
            self._show(erase(word))
        else:
            self._target.replace_before(1, "")

    def finish(self) -> None:
        """End the word before the cursor: what is no syllable is put back to its keys."""
        if self._target is None or self._target.is_secret:
            return
        word = self._current()
        self._put(word.text, finished(word))
        self._word = Word()

    def _current(self) -> Word:
        """Return the word before the cursor; one that was not typed here is taken up as it is."""
        before = word_before(self._target.text_before()) if self._target is not None else ""
        return self._word if self._word.text == before else taken_up(before)

    def _show(self, word: Word) -> None:
        self._put(self._current().text, word.text)
        self._word = word

    def _put(self, former: str, text: str) -> None:
        """Change only what differs, so that nothing flickers."""
        pairs = enumerate(zip(former, text, strict=False))
        shorter = min(len(former), len(text))
        same = next((at for at, (one, other) in pairs if one != other), shorter)
        if self._target is not None and former != text:
            self._target.replace_before(len(former) - same, text[same:])
