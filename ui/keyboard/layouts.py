"""What stands on the keyboard's keys and in which row: plain data, drawn by the panel.

Every row is twelve columns wide, so that keys below each other line up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from kiosk.domain.syllable import Tone
from kiosk.domain.words import N_

COLUMNS = 12.0


class Deed(Enum):
    """What a key does."""

    BLANK = auto()
    TYPE = auto()
    LETTER = auto()
    TONE = auto()
    ERASE = auto()
    SHIFT = auto()
    LAYER = auto()
    DONE = auto()


class Layer(StrEnum):
    """A set of keys shown together; `DIGITS` is for fields that take nothing else."""

    LETTERS = "letters"
    SIGNS = "signs"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True)
class KeySpec:
    """One key: its deed, what stands on it, what it types or leads to, and its columns.

    `name` is a msgid, spoken instead of the text; `says` marks a text that is a msgid as well.
    """

    deed: Deed
    text: str = ""
    value: str = ""
    columns: float = 1.0
    icon: str = ""
    name: str = ""
    says: bool = False

    @property
    def look(self) -> tuple[Deed, bool]:
        """What keys have in common that are written in one size."""
        return (self.deed, self.says)


Rows = tuple[tuple[KeySpec, ...], ...]

_TONES = (Tone.ACUTE, Tone.GRAVE, Tone.HOOK, Tone.TILDE, Tone.DOT)
_TONE_NAMES = {
    Tone.ACUTE: N_("Dấu sắc"),
    Tone.GRAVE: N_("Dấu huyền"),
    Tone.HOOK: N_("Dấu hỏi"),
    Tone.TILDE: N_("Dấu ngã"),
    Tone.DOT: N_("Dấu nặng"),
}


def rows_of(layer: Layer, *, upright: bool, with_shift: bool) -> Rows:
    """Return the rows of a layer; an upright panel has marks and tones in rows of their own."""
    if layer is Layer.DIGITS:
        return _DIGITS
    if layer is Layer.SIGNS:
        return _SIGNS
    marks = (
        (_letters(COLUMNS / 7), _tones(COLUMNS / 5))
        if upright
        else ((*_letters(0.8), _blank(0.15), *_tones(1.25)),)
    )
    foot = _SHIFTED_FOOT if with_shift else _FOOT
    return (*marks, _HEAD, _MIDDLE, foot)


def _blank(columns: float) -> KeySpec:
    return KeySpec(Deed.BLANK, columns=columns)


def _typing(characters: str, columns: float = 1.0) -> tuple[KeySpec, ...]:
    return tuple(KeySpec(Deed.TYPE, one, one, columns) for one in characters)


def _letters(columns: float) -> tuple[KeySpec, ...]:
    return tuple(KeySpec(Deed.LETTER, one, one, columns) for one in "ăâđêôơư")


def _tones(columns: float) -> tuple[KeySpec, ...]:
    # The name of each tone carries the tone itself.
    return tuple(
        KeySpec(Deed.TONE, tone.value, tone.value, columns, name=_TONE_NAMES[tone])
        for tone in _TONES
    )


def _erase(columns: float) -> KeySpec:
    return KeySpec(Deed.ERASE, columns=columns, icon="backspace", name=N_("Xóa chữ vừa gõ"))


def _space(columns: float) -> KeySpec:
    return KeySpec(Deed.TYPE, N_("dấu cách"), " ", columns, says=True)


def _done(columns: float) -> KeySpec:
    return KeySpec(Deed.DONE, columns=columns)


def _leads_to(layer: Layer, text: str, columns: float, name: str) -> KeySpec:
    return KeySpec(Deed.LAYER, text, layer.value, columns, name=name)


_HEAD = (*_typing("qwertyuiop"), _erase(2.0))
_MIDDLE = (_blank(0.5), *_typing("asdfghjkl"), _done(2.5))
_TO_SIGNS = N_("Số và dấu")
_FOOT = (_leads_to(Layer.SIGNS, "123", 1.5, _TO_SIGNS), *_typing("zxcvbnm"), _space(3.5))
_SHIFTED_FOOT = (
    KeySpec(Deed.SHIFT, columns=1.25, icon="arrow-fat-up", name=N_("Chữ hoa")),
    *_typing("zxcvbnm"),
    _leads_to(Layer.SIGNS, "123", 1.25, _TO_SIGNS),
    _space(2.5),
)
_SIGNS: Rows = (
    (*_typing("1234567890"), _erase(2.0)),
    (_blank(0.5), *_typing("-/.,:()+@"), _done(2.5)),
    (_leads_to(Layer.LETTERS, "ABC", 2.5, N_("Chữ cái")), _space(9.5)),
)
_DIGITS: Rows = (
    (_blank(2.25), *_typing("123", 2.5), _blank(2.25)),
    (_blank(2.25), *_typing("456", 2.5), _blank(2.25)),
    (_blank(2.25), *_typing("789", 2.5), _blank(2.25)),
    (_blank(2.25), _erase(2.5), *_typing("0", 2.5), _done(2.5), _blank(2.25)),
)
