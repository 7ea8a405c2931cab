"""Telephone numbers, the day of erasure, and what a person may not hold."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from kiosk.domain.person import (
    PHONE_OWNER_LABELS,
    PURPOSE_QUESTIONS,
    Person,
    PhoneOwner,
    Purpose,
    erase_date,
    grouped_phone,
    normal_phone,
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", ""),
        (" ", ""),
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("0912-345-678", "0912345678"),
        ("(091) 2345678", "0912345678"),
        ("+84912345678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("0381234567", "0381234567"),
        ("0561234567", "0561234567"),
        ("0781234567", "0781234567"),
        ("0861234567", "0861234567"),
        ("024 3388 1234", "02433881234"),
        ("+842433881234", "02433881234"),
        ("0412345678", None),
        ("0612345678", None),
        ("091234567", None),
        ("09123456789", None),
        ("0243388123", None),
        ("912345678", None),
        ("001054012345", None),
        ("0912 345 67x", None),
        ("٠٩١٢٣٤٥٦٧٨", None),
        ("1022", None),
    ],
)
def test_a_telephone_number_is_normalised_or_refused(typed: str, number: str | None) -> None:
    assert normal_phone(typed) == number


def test_erasure_is_180_days_after_closing() -> None:
    assert erase_date(date(2026, 11, 23)) == date(2027, 5, 22)
    assert erase_date(date(2026, 11, 23), 1) == date(2026, 11, 24)


def test_a_person_has_no_room_for_health_or_card_numbers() -> None:
    assert {field.name for field in fields(Person)} == {
        "id",
        "name",
        "village_id",
        "birth_year",
        "phone",
        "phone_owner",
        "where_to_find",
        "hard_to_move",
        "lives_alone",
        "erase_on",
        "card_mark",
    }, "the mark is a keyed hash, not the number"


def test_every_purpose_and_owner_has_words() -> None:
    assert set(PURPOSE_QUESTIONS) == set(Purpose)
    assert set(PHONE_OWNER_LABELS) == set(PhoneOwner)


@pytest.mark.parametrize(
    ("digits", "read_aloud"),
    [("0912345678", "0912 345 678"), ("02433881234", "024 3388 1234"), ("", "")],
)
def test_a_number_is_shown_as_it_is_read_aloud(digits: str, read_aloud: str) -> None:
    assert grouped_phone(digits) == read_aloud
