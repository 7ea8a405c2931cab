"""The words of consent: short, versioned, and provable to the letter."""

from __future__ import annotations

from kiosk.domain.consent_text import CONSENT_TEXT, CONSENT_TEXT_VERSION, ConsentText
from kiosk.domain.person import PURPOSE_QUESTIONS

_KNOWN = {"2026-12": "8cce"}
"""Each version and how its hash begins: other words need another version, and a line here."""


def shipped() -> ConsentText:
    """Return the words as the program ships them, unfilled."""
    return ConsentText(CONSENT_TEXT_VERSION, tuple(PURPOSE_QUESTIONS.values()), CONSENT_TEXT)


def test_other_words_are_another_version() -> None:
    assert shipped().hash[:4] == _KNOWN[CONSENT_TEXT_VERSION]


def test_every_letter_counts_for_the_hash() -> None:
    text = ConsentText("1", ("Cho gọi?",), ("Dòng một.", "Dòng hai."))
    others = (
        ConsentText("2", text.questions, text.lines),
        ConsentText("1", ("Cho gọi?", "Cho đến?"), text.lines),
        ConsentText("1", text.questions, ("Dòng một.", "Dòng hai")),
        ConsentText("1", text.questions, ("Dòng một. Dòng hai.",)),
    )
    assert len({text.hash, *(other.hash for other in others)}) == 5
    assert len(text.hash) == 64


def test_the_whole_gives_the_text_back() -> None:
    assert ConsentText.from_whole(shipped().whole) == shipped()


def test_it_tells_how_long_and_how_to_withdraw() -> None:
    whole = shipped().whole
    assert "{days}" in whole
    assert "{phone}" in whole
    assert "rút lại" in whole.lower()
