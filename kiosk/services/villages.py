"""Reads the office's villages from a CSV file, and checks the ones typed by hand.

A bad row is named by its line and the reason; the good rows stay. Nothing is guessed: a number that
is no telephone number is not stored as one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.errors import KnownError
from kiosk.domain.office import Village
from kiosk.domain.person import normal_phone
from kiosk.domain.text import fold, nfc
from kiosk.domain.words import N_
from kiosk.services.forms import FormProblem, FormRefused
from kiosk.services.trail import new_id

FARTHEST_KM = 200.0
DELIMITERS = ",;\t"
_DECIMAL = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,3})?")

_HEADINGS = {
    "name": ("thon", "ten thon", "village"),
    "former_commune": ("xa cu", "xa truoc day", "former commune"),
    "head_name": ("truong thon", "ten truong thon", "head"),
    "head_phone": ("sdt", "so dien thoai", "dien thoai", "phone"),
    "km": ("km", "so km", "khoang cach"),
}

_NO_NAME = N_("Chưa có tên thôn.")
_BAD_PHONE = N_("Số điện thoại “{value}” chưa đúng.")
_BAD_KM = N_("Số km “{value}” chưa đúng. Viết như 3.5.")
_TYPED_PROBLEMS = {
    "name": N_("Nhập tên thôn."),
    "head_phone": N_("Số điện thoại này chưa đúng."),
    "km": N_("Nhập số km, như 3.5."),
}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One row that was left out; `reason` is a msgid with `fields`."""

    line: int
    reason: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VillageImport:
    """What could be read, and the rows that could not."""

    villages: tuple[Village, ...]
    problems: tuple[RowProblem, ...]


class _Reader(Protocol):
    """What csv.reader returns."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


class _BadValue(ValueError):
    """A field of a village that does not stand."""

    def __init__(self, column: str, reason: str, **fields: object) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason
        self.fields = fields


def parse_villages(data: bytes) -> VillageImport:
    """Return the villages in the CSV file `data`.

    Headings `thon,xa_cu,truong_thon,sdt,km` or `village,former_commune,head,phone,km` in any case
    and order, with or without marks; separated by comma, semicolon or tab; UTF-8 with or without
    BOM. Raises KnownError when the file as a whole cannot be read.
    """
    text = _decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return _import(reader, next(reader, []))
    except csv.Error as error:
        raise _no_csv(str(error)) from error


def _import(rows: _Reader, heading: list[str]) -> VillageImport:
    columns = _columns(heading)
    lines: dict[tuple[str, str], int] = {}
    villages, problems = [], []
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        try:
            village = _village_of_row(row, columns, len(heading))
            _refuse_second(village, lines, rows.line_num)
            villages.append(village)
        except _BadValue as bad:
            problems.append(RowProblem(rows.line_num, bad.reason, bad.fields))
    return VillageImport(tuple(villages), tuple(problems))


def _refuse_second(village: Village, lines: dict[tuple[str, str], int], line: int) -> None:
    """Raise when an earlier line names the same village; two communes may each have one."""
    key = (fold(village.name), fold(village.former_commune))
    if key in lines:
        raise _BadValue("name", N_("Thôn này đã có ở dòng {first}."), first=lines[key])
    lines[key] = line


def check_village(
    name: str, former_commune: str = "", head_name: str = "", head_phone: str = "", km: str = ""
) -> Village:
    """Return a village typed by hand; raises FormRefused at the field that does not stand."""
    try:
        return _village(name, former_commune, head_name, head_phone, km)
    except _BadValue as bad:
        raise FormRefused([FormProblem(bad.column, _TYPED_PROBLEMS[bad.column])]) from bad


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError(
            N_("Tệp này không ở dạng UTF-8 nên chữ Việt bị sai."),
            N_("Mở tệp bằng Excel, lưu lại kiểu “CSV UTF-8”, rồi chọn lại."),
            f"villages: not UTF-8 at byte {error.start}",
        ) from error
    if "\0" in text:
        raise _no_csv("NUL in the file")
    return text


def _no_csv(reason: str) -> KnownError:
    return KnownError(
        N_("Tệp này không phải tệp CSV."),
        N_("Mở bằng Excel, lưu lại kiểu “CSV UTF-8”, rồi chọn lại."),
        f"villages: {reason}",
    )


def _delimiter(text: str) -> str:
    heading = text.split("\n", 1)[0]
    return max(DELIMITERS, key=heading.count)


def _columns(heading: list[str]) -> dict[str, int]:
    """Return where each known column stands; raises KnownError without the villages' names."""
    words = [fold(cell) for cell in heading]
    columns = {
        column: words.index(name)
        for column, names in _HEADINGS.items()
        for name in names
        if name in words
    }
    if "name" not in columns:
        raise KnownError(
            N_("Tệp chưa có cột “thon”."),
            N_("Dòng đầu cần là: thon,xa_cu,truong_thon,sdt,km"),
            "villages: no column of names",
        )
    return columns


def _village_of_row(row: list[str], columns: dict[str, int], width: int) -> Village:
    if any(cell.strip() for cell in row[width:]):
        raise _BadValue("", N_("Dòng này có nhiều ô hơn dòng đầu."))
    cells = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
    return _village(**{name: cells.get(name, "") for name in _HEADINGS})


def _village(name: str, former_commune: str, head_name: str, head_phone: str, km: str) -> Village:
    if not nfc(name):
        raise _BadValue("name", _NO_NAME)
    phone = normal_phone(head_phone)
    if phone is None:
        raise _BadValue("head_phone", _BAD_PHONE, value=nfc(head_phone))
    distance = _km(km)
    return Village(new_id(), nfc(name), nfc(former_commune), nfc(head_name), phone, distance)


def _km(typed: str) -> float | None:
    """Return a distance typed with a comma or a point, None for nothing typed."""
    plain = typed.lower().replace("km", "").strip()
    if not plain:
        return None
    km = float(plain.replace(",", ".")) if _DECIMAL.fullmatch(plain) else -1.0
    if not 0 <= km <= FARTHEST_KM:
        raise _BadValue("km", _BAD_KM, value=nfc(typed))
    return km
