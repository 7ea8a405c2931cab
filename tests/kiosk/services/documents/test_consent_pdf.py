"""The consent on paper: each answer ticked where it belongs, every word, one page, no name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.slip import NOT_A_RECEIPT, Paper
from kiosk.services.documents.consent_pdf import consent_pdf
from tests.support.consents import SHEET
from tests.support.pdf import font_names, ink_box_mm, page_images, page_sizes_mm, page_texts

both_papers = pytest.mark.parametrize("paper", list(Paper))
_LONG = "Muốn rút lại, gọi 024 3388 1234 hoặc đến quầy, bất cứ ngày làm việc nào trong tuần."


@both_papers
def test_it_says_what_was_asked_answered_and_shown(paper: Paper) -> None:
    (text,) = page_texts(consent_pdf(SHEET, paper))
    for wanted in (
        SHEET.office,
        "PHIẾU ĐỒNG Ý",
        "08:30, 23/11/2026",
        *(question for question, _ in SHEET.answers),
        *SHEET.lines,
        "Nguyễn Thị Lan",
        f"{SHEET.version} · {SHEET.text_hash[:16]}",
        "Rút đồng ý, gọi: 024 3388 1234",
        "08:45, 23/11/2026",
        NOT_A_RECEIPT,
    ):
        assert wanted in text


@both_papers
def test_the_tick_stands_in_the_box_of_the_answer(paper: Paper) -> None:
    """Turning one answer round changes the ink; turning both round is not the same as neither."""
    (first, _), (second, _) = SHEET.answers
    drawn = {
        answers: page_images(consent_pdf(replace(SHEET, answers=answers), paper))[0].tobytes()
        for answers in (
            ((first, True), (second, True)),
            ((first, True), (second, False)),
            ((first, False), (second, True)),
            ((first, False), (second, False)),
        )
    }
    assert len(set(drawn.values())) == 4


def test_a_ticked_box_holds_more_ink_than_an_empty_one() -> None:
    yes = page_images(consent_pdf(replace(SHEET, answers=(("?", True),)), Paper.ROLL_80))[0]
    no = page_images(consent_pdf(replace(SHEET, answers=(("?", False),)), Paper.ROLL_80))[0]
    left = (0, 0, 40, yes.height)
    assert _ink(yes.crop(left).tobytes()) > _ink(no.crop(left).tobytes())


def _ink(gray: bytes) -> int:
    return sum(value < 128 for value in gray)


@both_papers
def test_the_longest_text_stays_on_the_page(paper: Paper) -> None:
    longest = replace(
        SHEET,
        office="Ủy ban nhân dân xã Ứng Hòa Thượng Phúc Đông Lỗ",
        answers=(*SHEET.answers, ("Cho phép ghi tên vào báo cáo?", True)),
        lines=(_LONG,) * 8,
    )
    pdf = consent_pdf(longest, paper)
    ((width, height),) = page_sizes_mm(pdf)
    left, top, right, bottom = ink_box_mm(page_images(pdf)[0], 203)
    assert left >= 1.5
    assert top >= 2
    assert right <= width - 1.5
    assert bottom <= height - 2


@both_papers
def test_only_the_shipped_font_is_used(paper: Paper) -> None:
    assert all(name.startswith("BeVietnamPro") for name in font_names(consent_pdf(SHEET, paper)))


def test_without_a_hotline_no_number_is_promised() -> None:
    (text,) = page_texts(consent_pdf(replace(SHEET, phone=" "), Paper.ROLL_80))
    assert "gọi:" not in text
