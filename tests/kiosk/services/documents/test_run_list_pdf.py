"""The run list: everyone once and whole, by village, oldest promise first, and it scans."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.domain.slip_code import grouped
from kiosk.services.documents.run_list_pdf import RunListRow, run_list_pdf
from tests.support.pdf import font_names, ink_box_mm, is_nfc, page_images, page_texts, qr_texts
from tests.support.run_list import PRINTED_AT, run_list_row, run_list_rows


def _pages(rows: list[RunListRow]) -> list[str]:
    return page_texts(run_list_pdf(rows, EXAMPLE_OFFICE, PRINTED_AT))


def _named(row: RunListRow, **changes: object) -> RunListRow:
    person = row.follow_up.person
    assert person is not None
    changed = replace(person, **changes)  # type: ignore[arg-type]
    return replace(row, follow_up=replace(row.follow_up, person=changed))


def test_everyone_scans_once() -> None:
    rows = run_list_rows()
    found = qr_texts(run_list_pdf(rows, EXAMPLE_OFFICE, PRINTED_AT), dpi=300)
    assert sorted(found) == sorted(row.payload for row in rows)


def test_a_frame_is_whole_on_one_page() -> None:
    rows = run_list_rows(30)
    pages = _pages(rows)
    assert len(pages) > 2
    for row in rows:
        homes = [page for page in pages if grouped(row.code) in page]
        assert len(homes) == 1
        person = row.follow_up.person
        assert person is not None
        assert person.name in homes[0]
        assert row.procedure in homes[0]


def test_boxes_and_lines_are_there_for_everyone() -> None:
    text = " ".join(_pages(run_list_rows()))
    wanted = ("Xong một phần", "Không có nhà", "Thiếu giấy", "Cần chuyên môn", "Rút", "Ký:")
    for label in (*wanted, "Ghi chú:"):
        assert text.count(label) >= 14


def test_pages_are_numbered_with_all_persons() -> None:
    pages = _pages(run_list_rows())
    for number, page in enumerate(pages, start=1):
        assert f"Trang {number}/{len(pages)} · 14 người" in page
        assert "16:40, 25/11/2026" in page


@pytest.mark.parametrize("count", range(1, 24, 3))
def test_a_village_never_stands_without_a_person_below(count: int) -> None:
    rows = run_list_rows(count)
    villages = {row.village for row in rows}
    for page in _pages(rows):
        after = [page.split(village)[1:] for village in villages if village in page]
        assert after
        assert all("Ghi chú:" in rest[0] for rest in after)


def test_a_village_that_goes_on_is_named_again() -> None:
    pages = _pages([run_list_row(number, "Thôn Đông Lỗ") for number in range(9)])
    assert "Thôn Đông Lỗ (tiếp)" not in pages[0]
    assert all("Thôn Đông Lỗ (tiếp)" in page for page in pages[1:])


def test_the_oldest_promise_comes_first_in_its_village() -> None:
    rows = [run_list_row(number, "Thôn Đông Lỗ") for number in (7, 3, 5)]
    text = " ".join(_pages(rows))
    places = [text.index(grouped(row.code)) for row in (rows[1], rows[2], rows[0])]
    assert places == sorted(places)


def test_overdue_is_marked_with_its_days() -> None:
    """Row 2 is due on 23 November, two days before the list is printed."""
    text = " ".join(_pages([run_list_row(2)]))
    assert "quá 2 ngày" in text
    assert "1 người quá hẹn" in text
    assert "quá" not in " ".join(_pages([run_list_row(4)]))


def test_what_to_know_at_the_door() -> None:
    text = " ".join(_pages([run_list_row(5)]))
    for wanted in (
        "1. Nguyễn Thị Hoa, 81 tuổi",
        "Xóm Chùa",
        "024 3388 1234 (của hàng xóm)",
        "Giấy chứng sinh",
        "Đính giấy tờ vào từng dòng",
        "SIM không chính chủ, không nhận OTP",
        "Không có nhà, Trần Thị Lan",
        "Hẹn sáng Thứ Năm, 26/11",
    ):
        assert wanted in text


def test_what_is_not_known_is_said_plainly() -> None:
    row = _named(run_list_row(1, village=""), phone="", birth_year=None)
    text = " ".join(_pages([row]))
    assert "Chưa rõ thôn" in text
    assert "Không có điện thoại" in text
    assert "tuổi" not in text


def test_decomposed_names_come_out_composed() -> None:
    row = _named(run_list_row(1), name=unicodedata.normalize("NFD", "Nguyễn Thị Ượng"))
    text = " ".join(_pages([row]))
    assert "Nguyễn Thị Ượng" in text
    assert is_nfc(text)


def test_an_empty_list_says_so() -> None:
    pages = _pages([])
    assert len(pages) == 1
    assert "Chưa có ai trong danh sách." in pages[0]


def test_only_our_font_is_listed_and_nothing_reaches_the_edge() -> None:
    pdf = run_list_pdf(run_list_rows(), EXAMPLE_OFFICE, PRINTED_AT)
    assert all(name.startswith("BeVietnamPro") for name in font_names(pdf))
    for image in page_images(pdf, 100):
        left, top, right, bottom = ink_box_mm(image, 100)
        assert min(left, top, 210 - right, 297 - bottom) >= 7


def test_the_same_list_is_the_same_bytes() -> None:
    rows = run_list_rows(3)
    first = run_list_pdf(rows, EXAMPLE_OFFICE, PRINTED_AT)
    assert first == run_list_pdf(list(reversed(rows)), EXAMPLE_OFFICE, PRINTED_AT)
