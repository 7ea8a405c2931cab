"""Slips: what they say, that nothing is cut, and that scanners and readers get every character."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace

import pytest
import zxingcpp

from kiosk.domain.paper_picture import PaperPicture
from kiosk.domain.slip import NEVER_ASK_OTP, NOT_A_RECEIPT, Paper, SlipContent
from kiosk.domain.slip_code import grouped
from kiosk.services.documents.qr import qr_matrix
from kiosk.services.documents.slip_pdf import slip_pdf
from tests.support.pdf import (
    font_names,
    ink_box_mm,
    is_nfc,
    page_images,
    page_sizes_mm,
    page_texts,
    qr_texts,
)
from tests.support.slips import longest_slip_content, papers_content, slip_content

both_papers = pytest.mark.parametrize("paper", list(Paper))


def _text(content: SlipContent, paper: Paper) -> str:
    return " ".join(page_texts(slip_pdf(content, paper)))


def _decomposed(content: SlipContent) -> SlipContent:
    """Return the same words in NFD, as some phones and Macs type them."""
    changes: dict[str, object] = {}
    for field in fields(content):
        value = getattr(content, field.name)
        if isinstance(value, str) and not hasattr(value, "label"):
            changes[field.name] = unicodedata.normalize("NFD", value)
    changes["bring"] = tuple(unicodedata.normalize("NFD", paper) for paper in content.bring)
    return replace(content, **changes)  # type: ignore[arg-type]


@both_papers
def test_it_says_all_that_a_person_needs(paper: Paper) -> None:
    content = slip_content(version=2)
    text = _text(content, paper)
    for wanted in (
        "Bộ phận Một cửa",
        "PHIẾU HẸN HỖ TRỢ",
        "Số 2026-11-0037 · bản 2",
        "Nguyễn T. H.",
        "Đăng ký khai sinh",
        "Cán bộ đến tận nhà",
        "Đã đăng nhập và điền xong tờ khai",
        "Trần Thị Lan",
        "Cán bộ đến nhà làm tiếp bước đính giấy tờ.",
        "Thứ Năm, 26/11/2026",
        "buổi sáng (8:00 – 11:30)",
        *content.bring,
        grouped(content.code),
        "024 3388 1234",
        NEVER_ASK_OTP,
        NOT_A_RECEIPT,
        "08:30, 23/11/2026",
    ):
        assert wanted in text
    assert content.office.lower() in text.lower()


@both_papers
def test_the_first_version_is_not_numbered(paper: Paper) -> None:
    assert "bản 1" not in _text(slip_content(), paper)


@both_papers
def test_without_a_hotline_it_says_to_ask_at_the_counter(paper: Paper) -> None:
    text = _text(replace(slip_content(), phone=""), paper)
    assert "hỏi tại quầy" in text
    assert "gọi:" not in text


@both_papers
def test_a_papers_slip_names_nobody_and_no_day(paper: Paper) -> None:
    text = _text(papers_content(), paper)
    assert "PHIẾU GIẤY TỜ" in text
    assert "Nộp tại Công an xã Ứng Hòa." in text
    for absent in ("Ông/bà:", "Hình thức", "Người giúp", "Thứ", "buổi"):
        assert absent not in text


@both_papers
def test_decomposed_words_come_out_composed(paper: Paper) -> None:
    content = slip_content()
    pdf = slip_pdf(_decomposed(content), paper)
    text = " ".join(page_texts(pdf))
    assert "Nguyễn T. H." in text
    assert is_nfc(text)
    assert pdf == slip_pdf(content, paper)


@both_papers
def test_a_character_the_font_lacks_is_no_empty_box(paper: Paper) -> None:
    text = _text(replace(slip_content(), procedure="Khai sinh → khai tử 漢"), paper)
    assert "Khai sinh – khai tử ?" in text


@both_papers
def test_only_our_font_is_listed(paper: Paper) -> None:
    names = font_names(slip_pdf(longest_slip_content(), paper))
    assert names
    assert all(name.startswith("BeVietnamPro") for name in names)


@both_papers
def test_the_same_slip_is_the_same_bytes(paper: Paper) -> None:
    content = slip_content()
    assert slip_pdf(content, paper) == slip_pdf(content, paper)


@both_papers
@pytest.mark.parametrize("content", [slip_content(), longest_slip_content(), papers_content()])
def test_a_scanner_reads_the_payload_once(content: SlipContent, paper: Paper) -> None:
    assert qr_texts(slip_pdf(content, paper)) == [content.payload]


@both_papers
@pytest.mark.parametrize("content", [slip_content(), longest_slip_content(), papers_content()])
def test_nothing_reaches_the_edge(content: SlipContent, paper: Paper) -> None:
    pdf = slip_pdf(content, paper)
    margin = 1.8 if paper is Paper.ROLL_80 else 12.0
    for image, (width, height) in zip(page_images(pdf, 203), page_sizes_mm(pdf), strict=True):
        left, top, right, bottom = ink_box_mm(image, 203)
        assert left >= margin
        assert right <= width - margin
        assert top >= margin
        assert bottom <= height - margin


@both_papers
def test_long_texts_are_whole(paper: Paper) -> None:
    content = longest_slip_content()
    # Words longer than a line are cut in pieces, so blanks do not count here.
    text = _text(content, paper).replace(" ", "")
    for wanted in (content.procedure, content.done_so_far, content.who, *content.bring):
        assert wanted.replace(" ", "") in text


def test_a_roll_is_as_wide_as_the_head_and_as_long_as_its_words() -> None:
    short = page_sizes_mm(slip_pdf(papers_content(), Paper.ROLL_80))
    long = page_sizes_mm(slip_pdf(longest_slip_content(), Paper.ROLL_80))
    assert len(short) == len(long) == 1
    assert short[0][0] == long[0][0] == pytest.approx(576 / 203 * 25.4)
    assert short[0][1] < long[0][1]


def test_every_module_on_the_roll_is_four_dots() -> None:
    """At 203 dpi the QR is its own matrix, each module a square of 4 × 4 dots."""
    content = slip_content()
    image = page_images(slip_pdf(content, Paper.ROLL_80))[0]
    dots = image.point(lambda gray: 255 if gray >= 128 else 0)
    matrix = qr_matrix(content.payload)
    side = len(matrix) * 4
    corner = zxingcpp.read_barcodes(dots)[0].position.top_left
    code = dots.crop((corner.x, corner.y, corner.x + side, corner.y + side))
    drawn = [[code.getpixel((x, y)) == 0 for x in range(side)] for y in range(side)]
    assert drawn == [[matrix[y // 4][x // 4] for x in range(side)] for y in range(side)]


@pytest.mark.parametrize("count", [0, 1, 5, 8])
def test_up_to_eight_short_papers_stay_on_one_page(count: int) -> None:
    drawn = (PaperPicture.BIRTH_NOTE,) * count
    content = replace(slip_content(), bring=("Giấy chứng sinh",) * count, pictures=drawn)
    assert len(page_sizes_mm(slip_pdf(content, Paper.A4))) == 1


@both_papers
def test_a_drawing_stands_before_its_words(paper: Paper) -> None:
    """The ink of a slip with drawings is that without them, and more, left of the boxes."""
    drawn = slip_content(code="BCGHKLMN0")
    plain = replace(drawn, pictures=(None, None, None))
    with_ink, without = (
        sum(value < 128 for value in page_images(slip_pdf(content, paper))[0].tobytes())
        for content in (drawn, plain)
    )
    assert with_ink > without + 500
    assert page_texts(slip_pdf(drawn, paper)) == page_texts(slip_pdf(plain, paper))


def test_a_line_without_a_drawing_stays_in_line_with_the_others() -> None:
    mixed = replace(slip_content(), pictures=(PaperPicture.BIRTH_NOTE, None, None))
    assert mixed.papers[1] == ("Căn cước bố, mẹ", None)
    assert "Căn cước bố, mẹ" in _text(mixed, Paper.ROLL_80)


def test_many_papers_go_on_on_a_second_page_with_the_number() -> None:
    content = replace(slip_content(), bring=longest_slip_content().bring * 4, pictures=())
    pages = page_texts(slip_pdf(content, Paper.A4))
    assert len(pages) >= 2
    assert all("Số 2026-11-0037" in page for page in pages)
    assert grouped(content.code) in pages[-1]
    assert "Căn cước" in pages[-1]
