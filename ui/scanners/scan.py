"""One scan: its text, what kind of scanner it came from, and the card it may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from kiosk.domain.identity_card import CardReading, begins_like_card, parse_card, parse_typed_card
from kiosk.domain.slip_code import is_like_payload


class ScannerKind(Enum):
    """How a scanner is connected, which decides how far its letters are trusted."""

    KEYBOARD = auto()
    SERIAL = auto()
    CAMERA = auto()


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner read; it may be a card, so the text never shows."""

    text: str = field(repr=False)
    kind: ScannerKind

    @property
    def card(self) -> CardReading | None:
        """The card that was read, None when it is no card or was not read whole."""
        is_typed = self.kind is ScannerKind.KEYBOARD
        return parse_typed_card(self.text) if is_typed else parse_card(self.text)

    @property
    def is_like_card(self) -> bool:
        """Whether it can only be a card, read whole or not."""
        return begins_like_card(self.text) and not is_like_payload(self.text)
