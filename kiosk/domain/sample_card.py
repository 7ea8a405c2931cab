"""A made-up card to try a scanner with: everything a scanner may spoil is on it.

Its province is 000, which no person has. The letters carry two marks, doubled vowels and the
endings that input methods take for tones.
"""

from __future__ import annotations

from enum import Enum, auto

from kiosk.domain.identity_card import CardReading, parse_card

SAMPLE_NAME = "Hồ Thị Huấn Mẫu"
SAMPLE_CARD = (
    f"000199000000|012345678|{SAMPLE_NAME}|31121999|Nữ|Thôn Mẫu, Xã Thử Nghiệm, Hà Nội|01072024"
)


class SampleResult(Enum):
    """How the sample card came through a scanner."""

    WHOLE = auto()
    DIGITS_ONLY = auto()
    OTHER_CARD = auto()
    UNREADABLE = auto()


def sample_result(reading: CardReading | None) -> SampleResult:
    """Return how the sample came through; a real card is only told apart, never looked at."""
    sample = parse_card(SAMPLE_CARD)
    if reading is None or sample is None:
        return SampleResult.UNREADABLE
    if reading.number != sample.number:
        return SampleResult.OTHER_CARD
    if reading == sample:
        return SampleResult.WHOLE
    are_dates_right = (reading.born_on, reading.issued_on) == (sample.born_on, sample.issued_on)
    return SampleResult.DIGITS_ONLY if are_dates_right else SampleResult.UNREADABLE
