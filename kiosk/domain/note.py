"""Looks whether a short note holds what must not be written down: a number that is somebody.

It warns and never refuses: staff may have a reason, and a rule that only looks at digits is
sometimes wrong. Identity numbers have 9 digits (the old card) or 12, one-time codes have 6.
"""

from __future__ import annotations

import re
from enum import StrEnum

from kiosk.domain.person import normal_phone
from kiosk.domain.words import N_

NOTE_MAX_LENGTH = 120

_NUMBER = re.compile(r"(?<![\d.,/:-])\+?\d(?:[ .-]?\d)*(?![\d/:]|[.,-]\d)")
_CODE = re.compile(r"\d{6}|\d{3} \d{3}")
_MONEY = re.compile(r"\s*(?:đồng|đ|₫|vnd)(?!\w)", re.IGNORECASE)
_IDENTITY_DIGITS = (9, 12)


class NoteRisk(StrEnum):
    """What a number in a note looks like, the gravest first."""

    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    ONE_TIME_CODE = "one_time_code"


NOTE_WARNINGS = {
    NoteRisk.IDENTITY_NUMBER: N_("Ghi chú có dãy số giống số căn cước. Không ghi số đó ở đây."),
    NoteRisk.PHONE: N_("Ghi chú có dãy số giống số điện thoại. Ghi số đó ở phần Người dân."),
    NoteRisk.ONE_TIME_CODE: N_("Ghi chú có 6 chữ số giống mã OTP. Không ghi mã đó vào máy."),
}


def note_risk(note: str) -> NoteRisk | None:
    """Return the gravest thing a number in `note` looks like, None when there is none."""
    found = {_risk(match.group(), note[match.end() :]) for match in _NUMBER.finditer(note)}
    return next((risk for risk in NoteRisk if risk in found), None)


def _risk(number: str, behind: str) -> NoteRisk | None:
    if _MONEY.match(behind):
        return None
    digits = re.sub(r"\D", "", number)
    if normal_phone(number):
        return NoteRisk.PHONE
    if len(digits) in _IDENTITY_DIGITS:
        return NoteRisk.IDENTITY_NUMBER
    return NoteRisk.ONE_TIME_CODE if _CODE.fullmatch(number) else None
