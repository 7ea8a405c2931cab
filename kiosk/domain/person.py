"""Persons and their consent: the little that a home visit needs, and nothing about health.

A `Person` exists only with consent given on the citizen's side (Luật 91/2025/QH15 Điều 9; NĐ
356/2025 Điều 6): per purpose, two equal buttons, never pre-ticked, and refusal never blocks the
service.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.domain.words import N_

RETENTION_DAYS = 180
"""Days a person's data are kept after their last follow-up was closed."""

RETENTION_RANGE = (30, 730)
"""What an office may set: less helps nobody who comes back, more no visit can need."""

WHERE_MAX_LENGTH = 80
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")


class Purpose(StrEnum):
    """What a person may agree to, each asked on its own."""

    CALL_BACK = "call_back"
    HOME_VISIT = "home_visit"
    NAMED_STATISTICS = "named_statistics"


PURPOSE_QUESTIONS = {
    Purpose.CALL_BACK: N_("Cho phép cán bộ gọi điện lại?"),
    Purpose.HOME_VISIT: N_("Cho phép cán bộ đến nhà giúp?"),
    Purpose.NAMED_STATISTICS: N_("Cho phép ghi tên vào báo cáo?"),
}


class PhoneOwner(StrEnum):
    """Whose phone it is; many older people give a child's."""

    OWN = "own"
    FAMILY = "family"
    NEIGHBOUR = "neighbour"


PHONE_OWNER_LABELS = {
    PhoneOwner.OWN: N_("của mình"),
    PhoneOwner.FAMILY: N_("của người nhà"),
    PhoneOwner.NEIGHBOUR: N_("của hàng xóm"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who to call or to visit. Name, phone and where-to-find are stored encrypted.

    `card_mark` is a keyed hash of the card's number: it knows the card again and says nothing.
    """

    id: str
    name: str
    village_id: str
    birth_year: int | None = None
    phone: str = ""
    phone_owner: PhoneOwner = PhoneOwner.OWN
    where_to_find: str = ""
    hard_to_move: bool = False
    lives_alone: bool = False
    erase_on: date | None = None
    card_mark: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer to one purpose; a withdrawal is a new row with `granted` False.

    `text_hash` is that of the very words shown (`ConsentText`).
    """

    id: str
    visit_id: str
    purpose: Purpose
    granted: bool
    text_version: str
    at: datetime
    staff_id: str
    person_id: str = ""
    text_hash: str = ""


@dataclass(frozen=True, slots=True)
class ConsentRequest:
    """Staff asking the citizen's screen for consent; open until `answered_at` is set."""

    id: str
    visit_id: str
    purposes: tuple[Purpose, ...]
    staff_id: str
    asked_at: datetime
    answered_at: datetime | None = None


def erase_date(closed_on: date, retention_days: int = RETENTION_DAYS) -> date:
    """Return the day a person's data must be gone, counted from the closing of the last case."""
    return closed_on + timedelta(days=retention_days)


def normal_phone(typed: str) -> str | None:
    """Return a Vietnamese number as 0… digits, "" for nothing typed, None when it is not one.

    Accepts +84 and 84, blanks, dots and dashes (research/domain 3.3).
    """
    digits = re.sub(r"[\s.\-()]", "", typed)
    if not digits:
        return ""
    if digits.startswith("+84"):
        digits = "0" + digits[3:]
    elif digits.startswith("84") and len(digits) > 10:
        digits = "0" + digits[2:]
    known = _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits)
    return digits if known else None


def grouped_phone(digits: str) -> str:
    """Return a Vietnamese number in the groups people read aloud: "0912 345 678"."""
    if len(digits) == 10:
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    return f"{digits[:3]} {digits[3:7]} {digits[7:]}" if len(digits) == 11 else digits
