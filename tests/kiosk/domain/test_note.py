"""A number that is somebody is noticed in a note; a day, a sum or a house is not."""

from __future__ import annotations

import pytest

from kiosk.domain.note import NOTE_WARNINGS, NoteRisk, note_risk

IDENTITY, PHONE, CODE = NoteRisk.IDENTITY_NUMBER, NoteRisk.PHONE, NoteRisk.ONE_TIME_CODE


@pytest.mark.parametrize(
    ("note", "risk"),
    [
        ("", None),
        ("Bà quên kính, con gái đọc giúp", None),
        ("căn cước 001068012345", IDENTITY),
        ("CCCD 001 068 012 345.", IDENTITY),
        ("CCCD: 001.068.012.345", IDENTITY),
        ("chứng minh cũ 012345678", IDENTITY),
        ("gọi 0912345678 sau 5 giờ", PHONE),
        ("gọi +84 912 345 678", PHONE),
        ("máy bàn 02433 881 234", PHONE),
        ("0912.345.678", PHONE),
        ("mã 482915", CODE),
        ("OTP: 482 915", CODE),
        ("gọi 0912345678, căn cước 001068012345", IDENTITY),
        ("mã 482915, gọi 0912345678", PHONE),
        ("nhà số 12, ngõ 3", None),
        ("hẹn ngày 22/11/2026", None),
        ("hẹn 22-11-2026", None),
        ("hẹn 22.11.2026 lúc 8:30", None),
        ("nộp 150000 đồng", None),
        ("nộp 150000đ", None),
        ("nộp 150.000", None),
        ("thủ tục 1.001193", None),
        ("phiếu 2026-11-0037", None),
        ("1234567", None),
        ("12345", None),
    ],
)
def test_what_a_number_looks_like(note: str, risk: NoteRisk | None) -> None:
    assert note_risk(note) is risk


def test_every_risk_is_told_in_plain_words() -> None:
    assert set(NOTE_WARNINGS) == set(NoteRisk)
    for words in NOTE_WARNINGS.values():
        assert "lỗi" not in words.lower()
        assert all(len(sentence.split()) <= 12 for sentence in words.split(". "))
