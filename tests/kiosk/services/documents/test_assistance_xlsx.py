"""The exported workbook, opened with another library than the one that wrote it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from kiosk.domain.assistance import AgeBand, Assistance, AssistanceFilter, HelpLevel, Outcome
from kiosk.services.documents.assistance_xlsx import (
    COVERED,
    GROUPS_SHEET,
    HIDDEN,
    ROWS_SHEET,
    SMALL,
    SUMMARY_SHEET,
    assistance_xlsx,
)
from kiosk.services.figures import Ease

_AT = datetime(2026, 11, 22, 18, 30, 15, tzinfo=UTC)
"""Half past one in the night of the 23rd at the office."""


@dataclass(frozen=True)
class _Names:
    def procedure(self, code: str) -> str:
        return {"1.001193": "Đăng ký khai sinh"}.get(code, code)

    def step(self, code: str, step_id: str) -> str:
        return {"attach": "Đính giấy tờ"}.get(step_id, step_id)

    def village(self, village_id: str) -> str:
        return {"v1": "Thôn Đông Lỗ", "v2": "Thôn Viên Ngoại", "v3": "Thôn Cao Lãm"}.get(
            village_id, ""
        )


def _row(number: int, village: str = "v1", age: AgeBand | None = AgeBand.FROM_60) -> Assistance:
    return Assistance(
        id=f"a{number}",
        visit_id=f"visit{number}",
        call_id=f"call{number}",
        procedure_code="1.001193",
        step_id="attach",
        barriers=("L2", "F2"),
        level=HelpLevel.SIDE_BY_SIDE,
        measured_minutes=9,
        minutes=10 + number,
        outcome=Outcome.SUBMITTED if number % 2 else Outcome.FOLLOW_UP,
        supporter_id="s1",
        supporter_name="Trần Thị Lan",
        logged_at=_AT - timedelta(days=number),
        age_band=age,
        village_id=village,
        person_id="",
    )


def _book(
    rows: list[Assistance], wanted: AssistanceFilter | None = None, ease: Ease | None = None
) -> Any:  # noqa: ANN401
    data = assistance_xlsx(rows, wanted or AssistanceFilter(), _Names(), ease, _AT)
    return openpyxl.load_workbook(BytesIO(data))


def _values(book: Any, sheet: str) -> list[tuple[Any, ...]]:  # noqa: ANN401
    return list(book[sheet].iter_rows(values_only=True))


def _column(book: Any, title: str) -> list[Any]:  # noqa: ANN401
    head, *rows = _values(book, ROWS_SHEET)
    return [row[head.index(title)] for row in rows]


def _figures(book: Any) -> dict[str, Any]:  # noqa: ANN401
    return {str(row[0]): row[1] for row in _values(book, GROUPS_SHEET) if row[0]}


def _summary(book: Any) -> dict[str, Any]:  # noqa: ANN401
    return {str(row[0]): row[1] for row in _values(book, SUMMARY_SHEET) if row[0]}


def test_a_row_says_what_the_log_says() -> None:
    rows = [_row(number) for number in range(6)]
    book = _book(rows)
    head, first, *rest = _values(book, ROWS_SHEET)
    assert len(rest) == 5
    assert dict(zip(head, first, strict=True)) == {
        "Lúc": datetime(2026, 11, 23, 1, 30, 15),  # noqa: DTZ001 - workbooks know no zones
        "Thủ tục": "Đăng ký khai sinh",
        "Mã thủ tục": "1.001193",
        "Dừng ở bước": "Đính giấy tờ",
        "Vướng mắc": "SIM không chính chủ, không nhận OTP; Chụp, quét mờ",
        "Mức hỗ trợ": "Ngồi cạnh cùng làm",
        "Số phút": 10,
        "Kết quả": "Hẹn làm tiếp",
        "Nơi giúp": "Tại máy",
        "Cán bộ": "Trần Thị Lan",
        "Nhóm tuổi": "60–74",
        "Thôn": "Thôn Đông Lỗ",
    }
    assert book[ROWS_SHEET]["A2"].is_date
    assert book[ROWS_SHEET].freeze_panes == "A2"


def test_the_sums_agree_with_the_rows() -> None:
    rows = [_row(number) for number in range(7)]
    summary = _summary(_book(rows))
    assert summary["Số lượt hỗ trợ"] == 7
    assert summary["Tổng số phút"] == sum(row.minutes for row in rows)
    assert summary["Trong đó xong việc"] == summary["Nộp xong trực tuyến"] == 3
    assert summary["Hẹn làm tiếp"] == 4
    assert summary["Ra về"] == 0


def test_the_filter_is_told_in_words_and_real_dates() -> None:
    wanted = AssistanceFilter(
        first_day="2026-11-01",
        last_day="2026-11-22",
        procedure_code="1.001193",
        barrier="L2",
        outcome=Outcome.FOLLOW_UP,
        supporter_id="s1",
    )
    summary = _summary(_book([_row(number) for number in range(6)], wanted))
    assert summary["Từ ngày"] == datetime(2026, 11, 1)  # noqa: DTZ001
    assert summary["Đến ngày"] == datetime(2026, 11, 22)  # noqa: DTZ001
    assert summary["Thôn"] == "Tất cả"
    assert summary["Thủ tục"] == "Đăng ký khai sinh"
    assert summary["Vướng mắc"] == "SIM không chính chủ, không nhận OTP"
    assert summary["Kết quả"] == "Hẹn làm tiếp"
    assert summary["Cán bộ"] == "Trần Thị Lan"


def test_groups_of_five_are_counted() -> None:
    rows = [_row(number, "v1" if number < 6 else "v2") for number in range(11)]
    figures = _figures(_book(rows))
    assert figures["Thôn Đông Lỗ"] == 6
    assert figures["Thôn Viên Ngoại"] == 5
    assert figures["60–74"] == 11
    assert figures["Cộng"] == 11


def test_a_small_village_is_blurred_and_the_next_smallest_covers_it() -> None:
    villages = ["v1"] * 12 + ["v2"] * 6 + ["v3"] * 2
    book = _book([_row(number, village) for number, village in enumerate(villages)])
    figures = _figures(book)
    assert figures["Thôn Cao Lãm"] == SMALL == "<5"
    assert figures["Thôn Viên Ngoại"] == COVERED
    assert figures["Thôn Đông Lỗ"] == 12
    assert _column(book, "Thôn") == ["Thôn Đông Lỗ"] * 12 + [HIDDEN] * 8


def test_a_small_age_group_is_blurred_in_the_rows_too() -> None:
    ages = [AgeBand.FROM_60] * 9 + [AgeBand.FROM_75] * 3 + [AgeBand.UNDER_35] * 20
    book = _book([_row(number, "v1", age) for number, age in enumerate(ages)])
    figures = _figures(book)
    assert figures["từ 75"] == SMALL
    assert figures["60–74"] == COVERED
    assert figures["dưới 35"] == 20
    assert _column(book, "Nhóm tuổi") == [HIDDEN] * 12 + ["dưới 35"] * 20


def test_an_age_beside_its_village_never_points_at_few() -> None:
    """Both villages and both ages are large, but two of village one are old."""
    pairs = (
        [("v1", AgeBand.FROM_60)] * 20
        + [("v1", AgeBand.FROM_75)] * 2
        + [("v2", AgeBand.FROM_60)] * 20
        + [("v2", AgeBand.FROM_75)] * 20
    )
    book = _book([_row(number, *pair) for number, pair in enumerate(pairs)])
    shown = list(zip(_column(book, "Thôn"), _column(book, "Nhóm tuổi"), strict=True))
    assert ("Thôn Đông Lỗ", "từ 75") not in shown
    for pair in set(shown):
        assert shown.count(pair) >= 5


def test_an_export_of_a_village_with_few_people_does_not_name_it() -> None:
    book = _book([_row(number) for number in range(3)], AssistanceFilter(village_id="v1"))
    for sheet in book.sheetnames:
        for row in _values(book, sheet):
            assert "Thôn Đông Lỗ" not in row
    assert _summary(book)["Thôn"] == HIDDEN
    assert _figures(book)["Tất cả, không tách nhóm"] == SMALL


def test_an_export_of_a_village_with_enough_people_names_it() -> None:
    book = _book([_row(number) for number in range(5)], AssistanceFilter(village_id="v1"))
    assert _summary(book)["Thôn"] == "Thôn Đông Lỗ"
    assert _column(book, "Thôn") == ["Thôn Đông Lỗ"] * 5


def test_one_person_helped_often_is_one_person() -> None:
    rows = [replace(_row(number), person_id="anna") for number in range(8)]
    book = _book(rows)
    assert _column(book, "Thôn") == [HIDDEN] * 8


def test_what_was_not_told_is_said_plainly() -> None:
    book = _book([_row(number, "", None) for number in range(5)])
    assert _column(book, "Thôn") == ["Không ghi"] * 5
    assert _column(book, "Nhóm tuổi") == ["Không ghi"] * 5


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "{=A1}", "https://example.org"])
def test_typed_text_is_never_a_formula_or_a_link(text: str) -> None:
    rows = [replace(_row(number), supporter_name=text) for number in range(5)]
    data = assistance_xlsx(rows, AssistanceFilter(supporter_id="s1"), _Names(), None, _AT)
    book = openpyxl.load_workbook(BytesIO(data))
    assert _column(book, "Cán bộ") == [text] * 5
    sheet = book[ROWS_SHEET]
    assert {cell.data_type for cell in sheet["I"][1:]} == {"s"}
    assert all(cell.hyperlink is None for cell in sheet["I"])
    with zipfile.ZipFile(BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in parts.read(name) for name in sheets)


def test_an_empty_export_is_a_workbook_with_headings() -> None:
    book = _book([])
    assert len(_values(book, ROWS_SHEET)) == 1
    assert _summary(book)["Số lượt hỗ trợ"] == 0
    assert _figures(book)["Cộng"] == 0


@pytest.mark.parametrize(
    ("ease", "average", "count"), [(Ease(4.25, 8), 4.25, 8), (Ease(2.0, 1), HIDDEN, SMALL)]
)
def test_how_easy_people_found_it_names_no_single_one(
    ease: Ease, average: float | str, count: int | str
) -> None:
    summary = _summary(_book([_row(1)], ease=ease))
    assert summary["Trung bình, từ 1 đến 5"] == average
    assert summary["Số người trả lời"] == count


def test_nobody_who_rated_leaves_no_figure_behind() -> None:
    assert not [title for title in _summary(_book([_row(1)])) if "Dễ làm" in title]


def test_no_id_of_a_person_or_visit_leaves_the_house() -> None:
    rows = [replace(_row(number), person_id=f"secret-{number}") for number in range(6)]
    data = assistance_xlsx(rows, AssistanceFilter(), _Names(), None, _AT)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert b"secret-" not in everything
    assert b"visit1" not in everything


def test_the_same_rows_are_the_same_bytes() -> None:
    rows = [_row(number) for number in range(6)]
    first = assistance_xlsx(rows, AssistanceFilter(), _Names(), None, _AT)
    assert first == assistance_xlsx(rows, AssistanceFilter(), _Names(), None, _AT)
