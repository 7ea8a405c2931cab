"""Counting syllables and sentences the way the rule of plain wording does."""

from __future__ import annotations

import pytest

from kiosk.services.plain_language import codes, forbidden_words, sentences, syllables


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Bấm nút", 2),
        ("Bấm nút “Gửi lại mã”", 3),
        ("Tên của ông/bà", 4),
        ("Nộp ở Công an xã", 3),
        ("Xem trên Cổng Dịch vụ công quốc gia", 3),
        ("Về Hà Nội", 2),
        ("Gõ ngày 05/02/1954", 3),
        ("Trả 8.000 đồng", 3),
        ("Mở VNeID", 2),
        ("", 0),
    ],
)
def test_labels_names_and_figures_count_as_one(sentence: str, count: int) -> None:
    assert syllables(sentence) == count


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Một. Hai! Ba? Bốn; năm: sáu", ("Một", "Hai", "Ba", "Bốn", "năm", "sáu")),
        ("Bấm “Có. Rồi: tiếp” nhé", ("Bấm “Có. Rồi: tiếp” nhé",)),
        ("Trả 8.000 đồng lúc 15:30", ("Trả 8.000 đồng lúc 15:30",)),
        ("Thiếu dấu “đóng", ("Thiếu dấu “đóng",)),
    ],
)
def test_sentences_end_at_their_marks(text: str, parts: tuple[str, ...]) -> None:
    assert sentences(text) == parts


def test_blame_is_found_as_whole_words_only() -> None:
    assert forbidden_words("Lỗi! Xin lỗi, số Không hợp lệ") == ("lỗi", "xin lỗi", "không hợp lệ")
    assert forbidden_words("Chép từng lối đi") == ()


def test_codes_are_told_from_names_and_figures() -> None:
    assert codes("Mẫu CT01 của 1.001193, mã L2, VNeID mức 2, năm 2026") == ("CT01", "1.001193")
