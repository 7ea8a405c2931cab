"""The QR of a card: read tolerantly, never refused for what does not fit, and never shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.identity_card import (
    CardReading,
    Sex,
    begins_like_card,
    card_warnings,
    parse_card,
    parse_typed_card,
)

CARD = (
    "001154000123|012345678|Hồ Thị Huấn|25121954|Nữ|"
    "Xóm 3, Thôn Đông, Trung Tú, Ứng Hòa, Hà Nội|02052021"
)
READ = CardReading(
    "001154000123",
    date(1954, 12, 25),
    "Hồ Thị Huấn",
    Sex.FEMALE,
    "Xóm 3, Thôn Đông, Trung Tú, Ứng Hòa, Hà Nội",
    date(2021, 5, 2),
    "012345678",
)


def fields(**changes: str) -> str:
    """Return the card with some fields changed, by their place: f0 to f6."""
    parts = CARD.split("|")
    for name, value in changes.items():
        parts[int(name.removeprefix("f"))] = value
    return "|".join(parts)


def test_the_seven_fields_of_2021() -> None:
    assert parse_card(CARD) == READ


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CARD.rsplit("|", 1)[0], replace(READ, issued_on=None)),
        (CARD + "||", READ),
        (CARD + "|Hồ Văn Cha|Lê Thị Mẹ||||||", READ),
        ("\ufeff" + CARD + "\r\n", READ),
        ("\x02" + CARD + "\x03", READ),
        (fields(f1=""), replace(READ, old_number="")),
        (fields(f1="12345"), replace(READ, old_number="")),
        (fields(f2="HỒ THỊ HUẤN"), READ),
        (fields(f2="Hồ Thị Huấn"), READ),
        (fields(f2="H'Hen Niê"), replace(READ, name="H'Hen Niê")),
        (fields(f4="NỮ"), READ),
        (fields(f4="?"), replace(READ, sex=None)),
        (fields(f5=""), replace(READ, address="")),
        (fields(f6="00000000"), replace(READ, issued_on=None)),
    ],
)
def test_more_fewer_and_odd_fields_are_taken(text: str, expected: CardReading) -> None:
    assert parse_card(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0BCGHKLMNPQTV",
        "https://dichvucong.gov.vn",
        "|".join(CARD.split("|")[:5]),
        CARD + "|" * 9,
        fields(f0="00115400012"),
        fields(f0="0011540001234"),
        fields(f0="00115400012A"),
        fields(f0="٠٠١١٥٤٠٠٠١٢٣"),
        fields(f3="31021954"),
        fields(f3="1954"),
        fields(f3=""),
    ],
)
def test_what_is_no_card_is_told_apart(text: str) -> None:
    assert parse_card(text) is None


@pytest.mark.parametrize("name", ["Hồ Th� Huấn", "Hồ Thá»‹ Huấn", "Nguy7877n", "x" * 61])
def test_a_name_with_foreign_signs_is_asked_instead(name: str) -> None:
    reading = parse_card(fields(f2=name))
    assert reading is not None
    assert reading.name == ""


def test_an_address_with_lost_signs_is_left_out() -> None:
    reading = parse_card(fields(f5="Th�n Đông, Trung Tú, Ứng Hòa, Hà Nội"))
    assert reading is not None
    assert reading.address == ""


# Typed by a scanner


def test_typed_whole_it_is_read_whole() -> None:
    assert parse_typed_card(CARD) == READ


_DIGITS_ONLY = replace(READ, name="", address="")
_NO_SEX = replace(_DIGITS_ONLY, sex=None)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # Every letter with two marks is lost: "Hồ" → "H", and none is left to prove otherwise.
        (
            "001154000123|012345678|H Th Hun|25121954|N|Thôn Đông, ng Hòa, Hà Ni|02052021",
            _NO_SEX,
        ),
        # No marks at all.
        (
            "001154000123|012345678|Ho Thi Huan|25121954|Nu|Xom 3, Thon Dong, Trung Tu|02052021",
            _DIGITS_ONLY,
        ),
        # Telex: doubled vowels and tone letters turn into other letters; a word loses its vowel.
        (
            "001154000123|012345678|Hồ Th Huấn|25121954|Nữ|Xóm 3, Thôn Đông, Hà Nội|02052021",
            _DIGITS_ONLY,
        ),
        # Bytes typed one by one.
        (
            "001154000123|012345678|Há»“ Thá»‹ Huáº¥n|25121954|Ná»¯|Xóm 3, Hà Ná»™i|02052021",
            _NO_SEX,
        ),
        # Alt codes arrive as digits.
        (
            "001154000123|012345678|H7891 Th7883 Hu7845n|25121954|N7919|H224 N7897i|02052021",
            _NO_SEX,
        ),
        # Another layout: the bar is another sign, or none.
        (
            "001154000123~012345678~Hồ Thị Huấn~25121954~Nữ~Xóm 3, Thôn Đông, Hà Nội~02052021",
            _NO_SEX,
        ),
        ("001154000123012345678Ho Thi Huan25121954NuXom 3, Ha Noi02052021", _NO_SEX),
        (
            "001154000123Ho Thi Huan25121954NuXom 3, Ha Noi",
            replace(_NO_SEX, old_number="", issued_on=None),
        ),
    ],
)  # fmt: skip
def test_typed_with_letters_lost_only_number_and_dates_are_trusted(
    typed: str, expected: CardReading
) -> None:
    assert parse_typed_card(typed) == expected


def test_of_a_man_the_address_shows_that_letters_came_through() -> None:
    man = fields(f0="001054000123", f2="Lê Văn Nam", f4="Nam")
    assert parse_typed_card(man) == parse_card(man)
    bare = fields(f0="001054000123", f2="Lê Văn Nam", f4="Nam", f5="Thôn Đông, Trung Tú, Hà Nam")
    reading = parse_typed_card(bare)
    assert reading is not None
    assert reading.name == "", "nothing proves that a letter with two marks would have come through"


@pytest.mark.parametrize(
    "typed", ["001154000123|", "001154000123|Ho Thi|99999999", "Nguyễn Thị Hoa", "0912345678"]
)
def test_typed_without_a_date_it_is_no_card(typed: str) -> None:
    assert parse_typed_card(typed) is None


def test_twelve_digits_in_a_burst_begin_a_card() -> None:
    assert begins_like_card("001154000123")
    assert begins_like_card("001154000123|0")
    assert not begins_like_card("00115400012")
    assert not begins_like_card("00115400012B")


# What does not fit together


def test_a_card_that_fits_gives_no_warning() -> None:
    assert card_warnings(READ) == ()
    assert card_warnings(replace(READ, sex=None)) == ()


@pytest.mark.parametrize(
    ("number", "born_on", "sex", "count"),
    [
        ("003154000123", date(1954, 12, 25), Sex.FEMALE, 1),  # no such province
        ("112154000123", date(1954, 12, 25), Sex.FEMALE, 0),  # born abroad
        ("001254000123", date(1954, 12, 25), Sex.FEMALE, 2),  # a man of the next century
        ("001155000123", date(1954, 12, 25), Sex.FEMALE, 1),  # another year
        ("001054000123", date(1954, 12, 25), Sex.FEMALE, 1),  # a man
        ("001304000123", date(2004, 1, 1), Sex.FEMALE, 0),  # born in 20xx
        ("001204000123", date(2004, 1, 1), Sex.MALE, 0),
    ],
)
def test_warnings_name_what_does_not_fit(number: str, born_on: date, sex: Sex, count: int) -> None:
    warnings = card_warnings(replace(READ, number=number, born_on=born_on, sex=sex))
    assert len(set(warnings)) == count


# What may be seen


def test_nothing_of_a_reading_shows_in_its_repr() -> None:
    shown = repr(READ)
    for secret in ("001154000123", "1954", "Huấn", "Trung Tú", "012345678", "2021"):
        assert secret not in shown
    assert READ.masked_number == "001•••••0123"
