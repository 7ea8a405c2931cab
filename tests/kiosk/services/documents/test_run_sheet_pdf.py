"""The sheet of a trip: everyone once and whole, by village, and every row scans back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest

from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.domain.slip_code import grouped
from kiosk.services.documents.run_sheet_pdf import RunSheetRow, run_sheet_pdf
from tests.support.pdf import font_names, ink_box_mm, is_nfc, page_images, page_texts, qr_texts
from tests.support.run_sheet import HEAD, PRINTED_AT, run_sheet_row, run_sheet_rows


def _pages(rows: list[RunSheetRow]) -> list[str]:
    return page_texts(run_sheet_pdf(HEAD, rows, EXAMPLE_OFFICE, PRINTED_AT))


def _named(row: RunSheetRow, **changes: object) -> RunSheetRow:
    case = row.follow_up
    assert case is not None
    assert case.person is not None
    changed = replace(case.person, **changes)  # type: ignore[arg-type]
    return replace(row, follow_up=replace(case, person=changed))


def test_everyone_scans_once() -> None:
    rows = run_sheet_rows()
    found = qr_texts(run_sheet_pdf(HEAD, rows, EXAMPLE_OFFICE, PRINTED_AT), dpi=300)
    assert sorted(found) == sorted(row.payload for row in rows)


def test_a_frame_is_whole_on_one_page() -> None:
    rows = run_sheet_rows(30)
    pages = _pages(rows)
    assert len(pages) > 2
    for row in rows:
        homes = [page for page in pages if grouped(row.code) in page]
        assert len(homes) == 1
        assert row.follow_up is not None
        assert row.follow_up.person is not None
        assert row.follow_up.person.name in homes[0]
        assert row.procedure in homes[0]


def test_boxes_and_lines_are_there_for_everyone() -> None:
    text = " ".join(_pages(run_sheet_rows()))
    wanted = ("Xong một phần", "Không có nhà", "Thiếu giấy", "Cần chuyên môn", "Rút")
    for label in (*wanted, "Ký, điểm chỉ:", "Ghi chú:"):
        assert text.count(label) >= 14


def test_pages_are_numbered_with_all_persons() -> None:
    pages = _pages(run_sheet_rows())
    for number, page in enumerate(pages, start=1):
        assert f"Trang {number}/{len(pages)} · 14 người" in page
        assert "16:40, 25/11/2026" in page


@pytest.mark.parametrize("count", range(1, 24, 3))
def test_a_village_never_stands_without_a_person_below(count: int) -> None:
    rows = run_sheet_rows(count)
    villages = {row.village for row in rows}
    for page in _pages(rows):
        after = [page.rsplit(village, 1)[1] for village in villages if village in page]
        assert after
        assert all("Ghi chú:" in rest for rest in after)


def test_a_village_that_goes_on_is_named_again() -> None:
    pages = _pages([run_sheet_row(number, "Thôn Đông Lỗ") for number in range(9)])
    assert "Thôn Đông Lỗ (tiếp)" not in pages[0]
    assert all("Thôn Đông Lỗ (tiếp)" in page for page in pages[1:])


def test_rows_stand_by_their_numbers() -> None:
    rows = [run_sheet_row(number, "Thôn Đông Lỗ") for number in (7, 3, 5)]
    text = " ".join(_pages(rows))
    places = [text.index(grouped(row.code)) for row in (rows[1], rows[2], rows[0])]
    assert places == sorted(places)


def test_overdue_is_marked_with_its_days() -> None:
    """Row 2 is due on 23 November, two days before the list is printed."""
    text = " ".join(_pages([run_sheet_row(2)]))
    assert "quá 2 ngày" in text
    assert "quá" not in " ".join(_pages([run_sheet_row(4)]))


def test_what_to_know_at_the_door() -> None:
    text = " ".join(_pages([run_sheet_row(5)]))
    for wanted in (
        "6. Nguyễn Thị Hoa, 81 tuổi",
        "Xóm Chùa",
        "024 3388 1234 (của hàng xóm)",
        "Giấy cần có: Bản sao có chứng thực",
        "Giấy đã có: Giấy chứng sinh",
        "Cần: ký trước cán bộ, hộ tịch",
        "Gọi trước: Đồng ý",
        "Đính giấy tờ vào từng dòng",
        "SIM không chính chủ, không nhận OTP",
        "Không có nhà, Trần Thị Lan",
        "Hẹn sáng Thứ Năm, 26/11",
    ):
        assert wanted in text


def test_a_lost_sheet_does_not_tell_who_lives_alone() -> None:
    row = _named(run_sheet_row(1), lives_alone=True, hard_to_move=True)
    text = " ".join(_pages([row]))
    assert "Khó đi lại" in text
    assert "một mình" not in text


def test_what_is_not_known_is_said_plainly() -> None:
    row = _named(run_sheet_row(1, village=""), phone="", birth_year=None)
    text = " ".join(_pages([row]))
    assert "Chưa rõ thôn" in text
    assert "Không có điện thoại" in text
    assert "tuổi" not in text


def test_decomposed_names_come_out_composed() -> None:
    row = _named(run_sheet_row(1), name=unicodedata.normalize("NFD", "Nguyễn Thị Ượng"))
    text = " ".join(_pages([row]))
    assert "Nguyễn Thị Ượng" in text
    assert is_nfc(text)


def test_the_first_page_says_when_where_who_and_what_to_take() -> None:
    first, *others = _pages(run_sheet_rows())
    for wanted in (
        "BẢNG ĐI PHỤC VỤ LƯU ĐỘNG",
        "Thôn Đông Lỗ, Thôn Viên Ngoại · Thứ Năm, 26/11/2026, buổi sáng",
        "Tổ: Trần Thị Lan, Nguyễn Văn Tuấn, đ/c Hà (công an)",
        "Mời cùng đi: Công an xã",
        "Tờ khai đăng ký khai sinh × 3",
    ):
        assert wanted in first
    assert all("Mời cùng đi" not in page for page in others)


def test_every_page_tells_which_rows_it_holds() -> None:
    """A lost page is noticed: the numbers of all pages together are the rows of the trip."""
    rows = run_sheet_rows(12)
    told: list[int] = []
    for page in _pages(rows):
        found = re.search(r"Tờ này: số ([0-9, –]+)", page)
        assert found
        for part in found[1].split(","):
            first, _, last = part.partition("–")
            told += range(int(first), int(last or first) + 1)
    assert sorted(told) == [row.position for row in sorted(rows, key=lambda row: row.position)]


def test_a_row_with_an_answer_keeps_its_place_and_names_nobody() -> None:
    rows = run_sheet_rows(4)
    gone = rows[1]
    rows[1] = RunSheetRow(gone.position, gone.village, answer="Đổi ngày")
    pdf = run_sheet_pdf(HEAD, rows, EXAMPLE_OFFICE, PRINTED_AT)
    text = " ".join(page_texts(pdf))
    assert "3. Đã có kết quả: Đổi ngày" in text
    assert gone.follow_up is not None
    assert gone.follow_up.person is not None
    assert gone.follow_up.person.name not in text
    assert "4 người" in text
    assert len(qr_texts(pdf, dpi=300)) == 3


def test_only_our_font_is_listed_and_nothing_reaches_the_edge() -> None:
    pdf = run_sheet_pdf(HEAD, run_sheet_rows(), EXAMPLE_OFFICE, PRINTED_AT)
    assert all(name.startswith("BeVietnamPro") for name in font_names(pdf))
    for image in page_images(pdf, 100):
        left, top, right, bottom = ink_box_mm(image, 100)
        assert min(left, top, 210 - right, 297 - bottom) >= 7


def test_the_same_list_is_the_same_bytes() -> None:
    rows = run_sheet_rows(3)
    first = run_sheet_pdf(HEAD, rows, EXAMPLE_OFFICE, PRINTED_AT)
    assert first == run_sheet_pdf(HEAD, list(reversed(rows)), EXAMPLE_OFFICE, PRINTED_AT)
