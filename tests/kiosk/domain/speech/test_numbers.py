"""Vietnamese numbers: the ones people stumble over, and every one of them read back."""

from __future__ import annotations

import pytest

from kiosk.domain.speech.numbers import decimal_words, digit_words, number_words, ordinal_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (1_015, "một nghìn không trăm mười lăm"),
        (2_026, "hai nghìn không trăm hai mươi sáu"),
        (20_000, "hai mươi nghìn"),
        (21_500, "hai mươi mốt nghìn năm trăm"),
        (200_000, "hai trăm nghìn"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_050_000, "một triệu không trăm năm mươi nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (12_345_678, "mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám"),
        (1_000_000_000, "một tỷ"),
        (2_000_000_001, "hai tỷ không trăm linh một"),
        (3_000_500_000, "ba tỷ năm trăm nghìn"),
        (1_000_000_000_000, "một nghìn tỷ"),
    ],
)
def test_a_number_is_said_as_people_say_it(number: int, words: str) -> None:
    assert number_words(number) == words


def test_what_is_said_can_be_written_down_again() -> None:
    # A step without factors in common with 1.000 leaves no place of any group untried.
    numbers = [*range(10_000), *range(10_000, 10**12, 123_456_789)]

    assert [n for n in numbers if _heard(number_words(n)) != n] == []


def test_digits_are_said_one_by_one() -> None:
    assert digit_words("0912") == "không chín một hai"


@pytest.mark.parametrize(
    ("whole", "fraction", "words"),
    [
        (1, "5", "một phẩy năm"),
        (12, "25", "mười hai phẩy hai mươi lăm"),
        (0, "05", "không phẩy không năm"),
    ],
)
def test_a_comma_is_said(whole: int, fraction: str, words: str) -> None:
    assert decimal_words(whole, fraction) == words


def test_first_and_fourth_have_words_of_their_own() -> None:
    said = [ordinal_words(n) for n in (1, 2, 4, 5, 24)]
    assert said == ["nhất", "hai", "tư", "năm", "hai mươi tư"]


_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def _heard(words: str) -> int:
    """Return the number someone writes down who hears `words`."""
    total, group, digit = 0, 0, 0
    for word in words.split():
        if word in _UNITS:
            digit = _UNITS[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word in {"nghìn", "triệu"}:
            total += (group + digit) * (1_000 if word == "nghìn" else 1_000_000)
            group = digit = 0
        elif word == "tỷ":
            total = (total + group + digit) * 1_000_000_000
            group = digit = 0
        else:
            assert word == "linh"
    return total + group + digit
