"""Reads a table that somebody brought: TSV, CSV or XLSX, as numbered rows of texts.

Nothing is guessed from a file's name: a workbook and the codings of text say at their beginning
what they are.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import ParseError

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

DELIMITERS = "\t;,"
MOST_BYTES = 40_000_000
"""Bytes of a file, and of a workbook when it is unpacked five times as many."""

_UNPACKED = 5
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

NumberedRow = tuple[int, list[str]]
"""The number of a row's last line in its file, and the texts of its cells."""


def read_table(data: bytes) -> Iterator[NumberedRow]:
    """Yield the rows of `data`, empty ones left out; raises KnownError when it is no table."""
    if len(data) > MOST_BYTES:
        raise KnownError(
            N_("Tệp này quá lớn."),
            N_("Chọn đúng tệp danh mục rồi nhập lại."),
            f"table: {len(data)} bytes",
        )
    if data.startswith(_OLD_EXCEL):
        raise _unreadable("an .xls file")
    rows = _workbook_rows(data) if data.startswith(_ZIP) else _text_rows(data)
    return (row for row in rows if any(cell.strip() for cell in row[1]))


def _text_rows(data: bytes) -> Iterator[NumberedRow]:
    text = _decoded(data)
    heading = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise _unreadable(str(error)) from error


def _decoded(data: bytes) -> str:
    coding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    if coding != "utf-16" and b"\0" in data:
        raise _unreadable("NUL in the text")
    try:
        return data.decode(coding)
    except UnicodeDecodeError as error:
        raise KnownError(
            N_("Tệp này không ở dạng UTF-8 nên chữ Việt bị sai."),
            N_("Mở tệp bằng Excel, lưu lại kiểu “CSV UTF-8”, rồi chọn lại."),
            f"table: not {coding} at byte {error.start}",
        ) from error


def _workbook_rows(data: bytes) -> Iterator[NumberedRow]:
    """Yield the rows of the sheet that is in front; openpyxl reads it row by row."""
    from openpyxl import load_workbook  # late: only an import of a workbook pays for it

    try:
        _refuse_bomb(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0] if book.active is None else book.active
        sheet.reset_dimensions()  # what a file says of its own size is often wrong
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, [_text(cell) for cell in cells]
    # A damaged workbook fails in as many ways as there are parts of it.
    except (zipfile.BadZipFile, ParseError, LookupError, ValueError, TypeError, OSError) as error:
        raise _unreadable(str(error)) from error


def _refuse_bomb(data: bytes) -> None:
    """Raise when a small file would unpack to a huge one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MOST_BYTES * _UNPACKED:
        raise _unreadable(f"unpacks to {unpacked} bytes")


def _text(cell: object) -> str:
    """Return a cell as text. A code such as 1.000010 that became a number is written out again."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.6f}"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def _unreadable(reason: str) -> KnownError:
    return KnownError(
        N_("Máy chưa đọc được tệp này."),
        N_("Mở tệp bằng Excel, lưu lại kiểu XLSX hoặc “CSV UTF-8”, rồi chọn lại."),
        f"table: {reason}",
    )
