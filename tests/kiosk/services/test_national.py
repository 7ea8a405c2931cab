"""The national catalogue from TSV, CSV and XLSX; bad rows named, good rows kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import KnownError
from kiosk.domain.national import NationalEntry
from kiosk.services import national, tables
from kiosk.services.national import NationalCatalogue, parse_national, read_national
from kiosk.services.ports import Topic
from tests.fakes import FakeClock, FakeStore
from tests.support.review import LEAD, SUPPORTER

URL = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"
HEADING = ("code", "name", "field", "level", "decision", "url")
ROWS: tuple[tuple[str, ...], ...] = (
    HEADING,
    ("8.000010", "Cấp giấy phép nuôi cá cảnh", "Thủy sản", "Cấp xã", "10/QĐ", f"{URL}a"),
    ("8.000020", "Đăng ký câu lạc bộ làng", "Văn hóa", "Cấp xã, Cấp tỉnh", "11/QĐ", f"{URL}b"),
    ("8.000030", "Xác nhận tổ hợp tác, nhóm", "", "", "", f"{URL}c"),
)
ENTRIES = tuple(NationalEntry(*row) for row in ROWS[1:])


def text_of(rows: Sequence[Sequence[str]], delimiter: str = "\t") -> bytes:
    """Return rows as a text file, a cell with the delimiter in quotes."""
    lines = (
        delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in rows
    )
    return ("\n".join(lines) + "\n").encode()


def workbook_of(rows: Sequence[Sequence[object]]) -> bytes:
    """Return rows as an Excel file; numbers stay numbers."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, list(row))
    book.close()
    return data.getvalue()


def with_row(*row: str) -> bytes:
    """Return a table with one more row, on line 5."""
    return text_of((*ROWS, row))


# Forms of the same table

FORMS: dict[str, Callable[[], bytes]] = {
    "tsv": lambda: text_of(ROWS),
    "csv": lambda: text_of(ROWS, ","),
    "semicolons": lambda: text_of(ROWS, ";"),
    "byte order mark": lambda: b"\xef\xbb\xbf" + text_of(ROWS),
    "utf-16": lambda: text_of(ROWS).decode().encode("utf-16"),
    "windows line ends": lambda: text_of(ROWS).replace(b"\n", b"\r\n"),
    "no line end": lambda: text_of(ROWS).rstrip(b"\n"),
    "empty lines": lambda: text_of(ROWS).replace(b"\n", b"\n\t\t\n"),
    "xlsx": lambda: workbook_of(ROWS),
    "codes as numbers": lambda: workbook_of(
        [HEADING, *((float(row[0]), *row[1:]) for row in ROWS[1:])]
    ),
    "title above": lambda: workbook_of([("Danh mục tháng 7",), (), *ROWS]),
    "other order": lambda: text_of([tuple(reversed(row)) for row in ROWS]),
    "more columns": lambda: text_of([("stt", *row, "ghi chú") for row in ROWS]),
    "Vietnamese headings": lambda: text_of(
        [
            ("Mã thủ tục", "TÊN THỦ TỤC", "Lĩnh vực", "Cấp thực hiện", "Quyết định", "Địa chỉ"),
            *ROWS[1:],
        ]
    ),
    "plain headings": lambda: text_of(
        [("ma", "ten thu tuc", "linh vuc", "cap", "so quyet dinh", "duong dan"), *ROWS[1:]]
    ),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_same_table_is_read_in_every_form(form: Callable[[], bytes]) -> None:
    rows = parse_national(form())

    assert (rows.entries, rows.problems) == (ENTRIES, ())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("8.000100", "8.000100"),
        ("8.0001", "8.000100"),
        ("8,0001", "8.000100"),
        ("8.000100.000.00.00.H26", "8.000100"),
    ],
)
def test_a_code_that_a_table_has_worn_off_is_whole_again(typed: str, code: str) -> None:
    assert parse_national(with_row(typed, "Việc", "", "", "", URL)).entries[-1].code == code


# Bad rows

BAD_ROWS = {
    "no code": (("", "Việc", "", "", "", URL), "Mã thủ tục “” chưa đúng."),
    "words": (("mã số", "Việc", "", "", "", URL), "Mã thủ tục “mã số” chưa đúng."),
    "long code": (("8.0000001", "Việc", "", "", "", URL), "Mã thủ tục “8.0000001” chưa đúng."),
    "no name": (("8.000040", " ", "", "", "", URL), "Chưa có tên thủ tục."),
    "endless name": (("8.000040", "x" * 1501, "", "", "", URL), "Chữ trong một ô dài quá."),
    "endless field": (("8.000040", "Việc", "x" * 401, "", "", URL), "Chữ trong một ô dài quá."),
    "twice": (("8.000010", "Việc", "", "", "", URL), "Mã này đã có ở dòng 2."),
    "more cells": (("8.000040", "Việc", "", "", "", URL, "x"), "Dòng này có nhiều ô hơn dòng đầu."),
}
BAD_URLS = (
    "", "http://dichvucong.gov.vn/a", "https://example.com/a", "https://gov.vn.example.com",
    "https://dichvucong.gov.vn@example.com/", "https://a@dichvucong.gov.vn/", "dichvucong.gov.vn",
    "javascript:alert(1)", "https://[x.gov.vn", "https://dichvucong.gov.vn/a b",
)  # fmt: skip


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_row_is_named_by_line_and_reason_and_the_good_ones_stay(
    row: tuple[str, ...], reason: str
) -> None:
    rows = parse_national(with_row(*row))

    assert [(p.line, p.reason.format(**p.fields)) for p in rows.problems] == [(5, reason)]
    assert rows.entries == ENTRIES


@pytest.mark.parametrize("url", BAD_URLS)
def test_only_official_addresses_become_a_code_to_scan(url: str) -> None:
    rows = parse_national(with_row("8.000040", "Việc", "", "", "", url))

    assert [problem.line for problem in rows.problems] == [5]
    assert "gov.vn" in rows.problems[0].reason


def test_a_bad_row_of_a_workbook_is_named_as_excel_numbers_it() -> None:
    rows = parse_national(workbook_of([("Danh mục",), *ROWS, ("x", "Việc", "", "", "", URL)]))

    assert [problem.line for problem in rows.problems] == [6]


# Files that are none


def _bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 3000)
    return data.getvalue()


BAD_FILES = {
    "empty": b"",
    "no heading": b"1\t2\t3\n",
    "no address": text_of([row[:5] for row in ROWS]),
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0",
    "not UTF-8": "code\tname\turl\tCấp\n".encode()[:-4] + b"\xc3p\n",
    "an old workbook": b"\xd0\xcf\x11\xe0" + b"\0" * 100,
    "a broken workbook": b"PK\x03\x04" + b"\0" * 100,
    "another archive": _bomb(),
    "half a workbook": workbook_of(ROWS)[:2000],
    "a huge cell": b"code,name,url\n" + b'"' + b"x" * 200_000,
}


@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_no_table_is_told_plainly(data: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        parse_national(data)

    assert refused.value.cure


def test_a_file_that_is_too_large_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_BYTES", 100)
    with pytest.raises(KnownError, match="bytes"):
        parse_national(text_of(ROWS))


def test_a_small_workbook_that_unpacks_to_a_huge_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "MOST_BYTES", 500)
    with pytest.raises(KnownError, match="unpacks"):
        parse_national(_bomb())


def test_a_table_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(national, "MOST_ROWS", 2)
    with pytest.raises(KnownError, match="more than 2 rows"):
        parse_national(text_of(ROWS))


# Storing it


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def catalogue(store: FakeStore) -> NationalCatalogue:
    return NationalCatalogue(store, FakeClock())


def test_an_import_takes_the_place_of_the_last_one(
    catalogue: NationalCatalogue, store: FakeStore
) -> None:
    catalogue.take(parse_national(text_of(ROWS)), "cu.tsv", LEAD)
    second = catalogue.take(parse_national(with_row("x", "", "", "", "", "")), "moi.tsv", LEAD)

    assert store.records.national.all() == ENTRIES
    assert (second.file, second.taken, second.skipped) == ("moi.tsv", 3, 1)
    assert catalogue.latest() == second
    assert len(store.records.national.imports) == 2


def test_an_import_is_audited_and_told_on(catalogue: NationalCatalogue, store: FakeStore) -> None:
    imported = catalogue.take(parse_national(text_of(ROWS)), "danh-muc.tsv", LEAD)
    line = store.audited(AuditAction.CATALOGUE_IMPORTED)[0]

    assert (line.staff_id, line.subject) == (LEAD.id, imported.id)
    assert line.detail == "taken=3 skipped=0"
    assert store.changed(Topic.CONTENT) == ("national",)


def test_the_command_line_imports_in_nobody_s_name(catalogue: NationalCatalogue) -> None:
    assert catalogue.take(parse_national(text_of(ROWS)), "x.tsv", None).staff_name == ""


def test_only_a_lead_imports_at_the_console(catalogue: NationalCatalogue, store: FakeStore) -> None:
    with pytest.raises(KnownError, match="lead's duty"):
        catalogue.take(parse_national(text_of(ROWS)), "x.tsv", SUPPORTER)
    assert catalogue.latest() is None


def test_a_table_without_one_good_row_leaves_what_was_there(
    catalogue: NationalCatalogue, store: FakeStore
) -> None:
    catalogue.take(parse_national(text_of(ROWS)), "x.tsv", LEAD)
    bad = parse_national(text_of([HEADING, ("x", "y", "", "", "", "z")]))
    with pytest.raises(KnownError, match="first bad one is line 2"):
        catalogue.take(bad, "bad.tsv", LEAD)

    assert store.records.national.all() == ENTRIES


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"nothing\.tsv"):
        read_national(tmp_path / "nothing.tsv")
