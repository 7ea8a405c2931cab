"""Each refusal to print has its own plain sentence and a cure."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.services.ports import PrinterState
from kiosk.services.printing import PRINT_CURES, PRINT_MESSAGES, PrintRefused

_REFUSALS = [state for state in PrinterState if state is not PrinterState.READY]


@pytest.mark.parametrize("state", _REFUSALS)
def test_a_refusal_says_what_is_the_matter_and_what_to_do(state: PrinterState) -> None:
    refused = PrintRefused(state, "Máy in quầy")
    said = refused.message.format(**refused.fields)
    assert refused.reason is state
    assert "{" not in said
    assert refused.cure
    for sentence in (said, refused.cure):
        assert unicodedata.is_normalized("NFC", sentence)
        assert len(sentence.split()) <= 12
        assert not any(word in sentence.lower() for word in ("lỗi", "không hợp lệ", "xin lỗi"))
    assert state.value in refused.log_line


def test_the_sentences_differ() -> None:
    assert len(set(PRINT_MESSAGES.values())) == len(PRINT_MESSAGES) == len(_REFUSALS)
    assert set(PRINT_CURES) == set(_REFUSALS)
