"""The recovery sheet can be typed back from what is printed."""

from __future__ import annotations

import re
from datetime import date

from kiosk.services.documents.recovery_pdf import recovery_pdf
from kiosk.services.recovery import GROUP_LENGTH, recovery_groups, secret_from_recovery
from tests.support.pdf import font_names, ink_box_mm, page_images, page_texts

_SECRET = bytes(range(200, 216))
_DAY = date(2026, 11, 22)


def _sheet(secret: bytes = _SECRET) -> bytes:
    return recovery_pdf("UBND xã Ứng Hòa", recovery_groups(secret), _DAY)


def test_the_printed_characters_give_the_secret_back() -> None:
    text = page_texts(_sheet())[0]
    # Each group is its number, then one character at a time.
    found = re.findall(rf"(\d)\.((?: [0-9A-Z]){{{GROUP_LENGTH}}})", text)
    typed = " ".join(characters for _, characters in sorted(found))
    assert secret_from_recovery(typed) == _SECRET


def test_it_says_whose_it_is_and_where_it_belongs() -> None:
    text = page_texts(_sheet())[0]
    assert "UBND xã Ứng Hòa" in text
    assert "Ngày 22/11/2026" in text
    assert "PHIẾU KHÔI PHỤC" in text
    assert "két" in text


def test_it_is_one_page_in_our_font_away_from_the_edge() -> None:
    pdf = _sheet()
    pages = page_images(pdf, 100)
    assert len(pages) == 1
    left, top, right, bottom = ink_box_mm(pages[0], 100)
    assert min(left, top, 210 - right, 297 - bottom) >= 15
    assert all(name.startswith("BeVietnamPro") for name in font_names(pdf))


def test_the_same_secret_is_the_same_bytes_and_another_is_not() -> None:
    assert _sheet() == _sheet()
    assert _sheet() != _sheet(bytes(16))
