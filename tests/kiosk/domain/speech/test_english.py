"""English texts: what an English voice would stumble over at a Vietnamese counter."""

from __future__ import annotations

import pytest

from kiosk.domain.speech.english import spoken_english


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Taken on 18/07/2026", "Taken on 18 July 2026"),
        ("99/99/2026", "99/99/2026"),
        ("Fee: 20.000 đ", "Fee: 20000 dong"),
        ("8,000 VND per request", "8000 dong per request"),
        ("Call 024 3300 1234.", "Call 0 2 4, 3 3 0 0, 1 2 3 4."),
        ("Procedure 1.001193", "Procedure 1 point 0 0 1 1 9 3"),
        ("Form CT01", "Form C T 0 1"),
        ("Slip 2026-11-0037", "Slip 2 0 2 6, 1 1, 0 0 3 7"),
        ("Open VNeID, read the OTP", "Open V N e I D, read the O T P"),
        ("Tap “Send again” (red).", "Tap Send again, red."),
        ("Step 3 of 7 · Register a birth", "Step 3 of 7, Register a birth"),
    ],
)
def test_it_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken_english(written) == said
