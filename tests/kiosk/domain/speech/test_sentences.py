"""Where a reader takes breath, and which voice reads what."""

from __future__ import annotations

import pytest

from kiosk.domain.speech.sentences import language_of, pieces


def shown(text: str, page: str = "vi") -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces(text, page)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mở VNeID. Quét mã QR.", ["Mở VNeID.", "Quét mã QR."]),
        ("Lệ phí: hỏi cán bộ", ["Lệ phí:", "hỏi cán bộ"]),
        ("1 ngày; nộp sau 15:30 thì chờ", ["1 ngày;", "nộp sau 15:30 thì chờ"]),
        ("Bước 3 trên 7 · Đăng ký khai sinh", ["Bước 3 trên 7", "Đăng ký khai sinh"]),
        ("Giấy chứng sinh\nBản chính", ["Giấy chứng sinh", "Bản chính"]),
        ("1. Mở máy ảnh. 2 lần là đủ.", ["1. Mở máy ảnh.", "2 lần là đủ."]),
        ("TP. Hà Nội có 20.000 người. Đúng!", ["TP. Hà Nội có 20.000 người.", "Đúng!"]),
        ("Bấm “Gửi lại mã.” Chờ 2 phút.", ["Bấm “Gửi lại mã.”", "Chờ 2 phút."]),
        ("Bấm “Gửi.” rồi chờ.", ["Bấm “Gửi.” rồi chờ."]),
        ("  · → ", []),
        ("", []),
    ],
)
def test_a_piece_ends_where_one_takes_breath(text: str, wanted: list[str]) -> None:
    assert shown(text) == wanted


def test_a_piece_knows_what_is_said() -> None:
    (fee, amount) = pieces("Lệ phí: 20.000 đ", "vi")

    assert (fee.said, amount.said) == ("lệ phí:", "hai mươi nghìn đồng")
    assert (amount.start, amount.end) == (8, 16)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Register a birth", "en"),
        ("Đăng ký khai sinh", "vi"),
        ("Nguyễn Thị Lan is on the way to you.", "en"),
        ("Wait 2 minutes, then tap “Gửi lại mã” (resend).", "en"),
        ("“Gửi lại mã”", "vi"),
        ("UBND xã Ứng Hòa", "vi"),
        ("4K7T-20BH-G", "en"),
    ],
)
def test_an_english_page_is_read_in_the_language_it_is_written_in(text: str, language: str) -> None:
    assert language_of(text, "en") == language


def test_a_vietnamese_page_is_vietnamese_throughout() -> None:
    assert language_of("Internet Banking", "vi") == "vi"
