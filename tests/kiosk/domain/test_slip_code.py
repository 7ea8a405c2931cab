"""Payloads and typed codes: what a slip's code survives, and what it does not."""

from __future__ import annotations

import random

import pytest

from kiosk.domain.slip_code import (
    ALPHABET,
    MAX_VERSION,
    CodeProblem,
    CodeRefused,
    SlipMark,
    grouped,
    is_like_payload,
    new_code,
    normal_code,
    read,
    sign,
)

TAG, KEY = 0xA5C3, b"k" * 32
MARK = SlipMark(new_code(), 1)
PAYLOAD = sign(MARK, TAG, KEY)


def problem(payload: str, tag: int = TAG, key: bytes = KEY) -> CodeProblem:
    with pytest.raises(CodeRefused) as refused:
        read(payload, tag, key)
    return refused.value.problem


@pytest.mark.parametrize("version", [1, 2, MAX_VERSION])
@pytest.mark.parametrize("tag", [0, 1, 2**16 - 1])
def test_what_was_signed_is_read_back(version: int, tag: int) -> None:
    for _ in range(50):
        mark = SlipMark(new_code(), version)
        payload = sign(mark, tag, KEY)
        assert read(payload, tag, KEY) == mark
        assert len(payload) <= 48
        assert set(payload) <= set(ALPHABET)


def test_the_alphabet_survives_vietnamese_input_methods() -> None:
    """Vowels, d and the letters of tone and shape marks in Telex would be eaten; so would VNI's."""
    assert not set(ALPHABET) & set("AEIOUYDFJRSWXZ")
    assert len(set(ALPHABET)) == 22


def test_case_and_blanks_of_a_scanner_do_not_matter() -> None:
    assert read(f" {PAYLOAD.lower()}\r\n", TAG, KEY) == MARK
    assert read(PAYLOAD[:12] + " " + PAYLOAD[12:], TAG, KEY) == MARK


def test_a_payload_is_known_by_its_letters_whatever_it_begins_with() -> None:
    assert is_like_payload(PAYLOAD)
    assert is_like_payload(f" {PAYLOAD.lower()}\r\n")
    assert is_like_payload("0" * 20 + PAYLOAD[20:])
    assert not is_like_payload(PAYLOAD[:19])
    assert not is_like_payload("001154000123|012345678|Ho Thi Huan|25121954|Nu|Ha Noi|02052021")
    assert not is_like_payload("001154000123012345678HoThiHuan25121954NuHaNoi02052021")


def test_every_single_wrong_character_is_damage() -> None:
    for place, right in enumerate(PAYLOAD):
        for wrong in (*ALPHABET, "Đ", "?"):
            if wrong != right:
                assert (
                    problem(PAYLOAD[:place] + wrong + PAYLOAD[place + 1 :]) is CodeProblem.DAMAGED
                )


def test_every_lost_or_doubled_character_is_damage() -> None:
    for place, character in enumerate(PAYLOAD):
        assert problem(PAYLOAD[:place] + PAYLOAD[place + 1 :]) is CodeProblem.DAMAGED
        assert problem(PAYLOAD[:place] + character + PAYLOAD[place:]) is CodeProblem.DAMAGED


def test_neighbours_swapped_are_never_taken() -> None:
    for place in range(len(PAYLOAD) - 1):
        one, two = PAYLOAD[place], PAYLOAD[place + 1]
        if one != two:
            assert problem(PAYLOAD[:place] + two + one + PAYLOAD[place + 2 :])


@pytest.mark.parametrize(
    "text",
    ["", "https://dichvucong.gov.vn/abc", "001054012345|NGUYEN VAN A|01011954", "123", "B" * 60],
)
def test_what_is_no_slip_is_foreign(text: str) -> None:
    assert problem(text) is CodeProblem.FOREIGN


def test_another_offices_slip_is_foreign() -> None:
    assert problem(sign(MARK, TAG ^ 1, KEY)) is CodeProblem.FOREIGN


def test_another_key_is_forgery() -> None:
    assert problem(sign(MARK, TAG, b"x" * 32)) is CodeProblem.FORGED


def test_ten_thousand_invented_payloads_are_all_refused() -> None:
    dice = random.Random(20261122)  # noqa: S311 - a repeatable test, no secret
    for _ in range(10_000):
        changed = list(PAYLOAD)
        for _ in range(dice.randint(2, 6)):
            changed[dice.randrange(len(changed))] = dice.choice(ALPHABET)
        if "".join(changed) != PAYLOAD:
            assert problem("".join(changed))


def test_a_typed_code_is_read_as_printed() -> None:
    code = new_code()
    assert len(code) == 9
    assert grouped(code) == f"{code[:3]}-{code[3:6]}-{code[6:]}"
    assert normal_code(grouped(code).lower()) == code
    assert normal_code(f" {code[:4]} {code[4:]}") == code


def test_every_single_mistyped_character_is_noticed() -> None:
    code = new_code()
    for place, right in enumerate(code):
        for wrong in (*ALPHABET, "O", "I", "Đ"):
            if wrong != right:
                assert normal_code(code[:place] + wrong + code[place + 1 :]) is None


@pytest.mark.parametrize(
    "typed",
    ["", MARK.code[:-1], MARK.code + "0", PAYLOAD],
    # Codes are random; a name must be the same in every process that runs part of the tests.
    ids=["nothing", "one less", "one more", "payload"],
)
def test_a_typed_code_has_nine_characters(typed: str) -> None:
    assert normal_code(typed) is None


def test_codes_are_random() -> None:
    assert len({new_code() for _ in range(1000)}) == 1000
