"""The national catalogue of procedures: read from a table, checked row by row, stored as a whole.

A bad row is named by its line and the reason and left out; the good ones take the place of what was
imported before, in one transaction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import KnownError
from kiosk.domain.national import NationalEntry, NationalImport
from kiosk.domain.staff import Staff
from kiosk.domain.text import fold, nfc
from kiosk.domain.words import N_
from kiosk.services.ports import Clock, Store, Topic
from kiosk.services.roles import require_lead
from kiosk.services.tables import NumberedRow, read_table
from kiosk.services.trail import audit_entry, new_id
from kiosk.services.villages import RowProblem

SUBJECT = "national"
"""What the change feed calls the catalogue."""

MOST_ROWS = 20_000
LONGEST_NAME = 1500
LONGEST_TEXT = 400

_HEADINGS = {
    "code": ("code", "ma", "ma thu tuc", "ma so", "ma tthc", "ma so tthc", "ma thu tuc hanh chinh"),
    "name": ("name", "ten", "ten thu tuc", "ten tthc", "ten thu tuc hanh chinh", "thu tuc"),
    "field": ("field", "linh vuc"),
    "level": ("level", "cap", "cap thuc hien", "cap giai quyet", "muc do"),
    "decision": ("decision", "quyet dinh", "so quyet dinh", "quyet dinh cong bo"),
    "url": ("url", "dia chi", "duong dan", "lien ket", "trang chinh thuc", "link"),
}
_NEEDED = ("code", "name", "url")
_HEADING_WITHIN = 10
"""Titles may stand above the headings, but no more lines than that."""

_CODE = re.compile(r"(\d)[.,](\d{1,6})(?:\.[0-9A-Z.]+)?")
_OFFICIAL = ".gov.vn"


@dataclass(frozen=True, slots=True)
class NationalRows:
    """What could be read, and the rows that could not."""

    entries: tuple[NationalEntry, ...]
    problems: tuple[RowProblem, ...]


class _BadRow(ValueError):
    """A row that does not stand; `reason` is a msgid with `fields`."""

    def __init__(self, reason: str, **fields: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fields = fields


class NationalCatalogue:
    """The catalogue as the office last imported it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def latest(self) -> NationalImport | None:
        """Return the last import, None before the first."""
        with self._store.read() as records:
            return records.national.latest_import()

    def take(self, rows: NationalRows, file: str, by: Staff | None) -> NationalImport:
        """Put the good rows in place of what was there; `by` is None for the command line.

        `file` is the name of the file they came from. Raises KnownError, and leaves everything as
        it was, when there is not one good row.
        """
        if by is not None:
            require_lead(by)
        if not rows.entries:
            raise _no_good_row(rows)
        imported = NationalImport(
            id=new_id(),
            at=self._clock.now(),
            staff_id=by.id if by else "",
            staff_name=by.name if by else "",
            file=file,
            taken=len(rows.entries),
            skipped=len(rows.problems),
        )
        with self._store.write() as records:
            records.national.replace(rows.entries, imported)
            records.changes.add(Topic.CONTENT, SUBJECT)
            detail = f"taken={imported.taken} skipped={imported.skipped}"
            action = AuditAction.CATALOGUE_IMPORTED
            entry = audit_entry(self._clock, imported.staff_id, action, imported.id, detail)
            records.audit.add(entry)
        return imported


def read_national(path: Path) -> NationalRows:
    """Return the entries in the file at `path`; raises KnownError when it cannot be read."""
    return parse_national(_bytes_of(path))


def parse_national(data: bytes) -> NationalRows:
    """Return the entries in the table `data` (TSV, CSV, XLSX).

    Headings `code name field level decision url` or their Vietnamese names in any case and order,
    with or without marks; code, name and url are needed. Raises KnownError when there is no such
    heading, or too many rows.
    """
    rows = iter(read_table(data))
    columns, width = _find_heading(rows)
    entries: dict[str, NationalEntry] = {}
    lines: dict[str, int] = {}
    problems: list[RowProblem] = []
    for line, row in rows:
        try:
            entry = _entry(row, columns, width)
            _refuse_second(entry.code, lines)
            entries[entry.code], lines[entry.code] = entry, line
        except _BadRow as bad:
            problems.append(RowProblem(line, bad.reason, bad.fields))
        if len(entries) + len(problems) > MOST_ROWS:
            raise _too_many()
    return NationalRows(tuple(entries.values()), tuple(problems))


def _find_heading(rows: Iterable[NumberedRow]) -> tuple[dict[str, int], int]:
    """Return where each known column stands and how many there are; raises KnownError."""
    for number, (_, row) in enumerate(rows, start=1):
        words = [fold(cell) for cell in row]
        columns = {
            column: words.index(name)
            for column, names in _HEADINGS.items()
            for name in reversed(names)
            if name in words
        }
        if all(column in columns for column in _NEEDED):
            return columns, len(row)
        if number == _HEADING_WITHIN:
            break
    raise KnownError(
        N_("Tệp chưa có đủ cột: mã, tên, địa chỉ."),
        N_("Dòng đầu cần là: code, name, field, level, decision, url"),
        "national: no heading with code, name and url",
    )


def _entry(row: list[str], columns: Mapping[str, int], width: int) -> NationalEntry:
    if any(cell.strip() for cell in row[width:]):
        raise _BadRow(N_("Dòng này có nhiều ô hơn dòng đầu."))
    cells = {name: nfc(row[at]) if at < len(row) else "" for name, at in columns.items()}
    name = cells["name"]
    if not name:
        raise _BadRow(N_("Chưa có tên thủ tục."))
    texts = {key: cells.get(key, "") for key in ("field", "level", "decision")}
    if len(name) > LONGEST_NAME or any(len(text) > LONGEST_TEXT for text in texts.values()):
        raise _BadRow(N_("Chữ trong một ô dài quá."))
    return NationalEntry(_code(cells["code"]), name, **texts, url=_url(cells["url"]))


def _refuse_second(code: str, lines: Mapping[str, int]) -> None:
    if code in lines:
        raise _BadRow(N_("Mã này đã có ở dòng {first}."), first=lines[code])


def _code(typed: str) -> str:
    """Return the code with its six digits; Excel drops zeros at the end, and may write a comma.

    What a province adds behind the code (1.001193.000.00.00.H26) is left out.
    """
    match = _CODE.fullmatch(typed)
    if match is None:
        raise _BadRow(N_("Mã thủ tục “{value}” chưa đúng."), value=typed[:40])
    return f"{match[1]}.{match[2]:0<6}"


def _url(typed: str) -> str:
    """Return an official address: citizens will scan it without being able to judge it."""
    try:
        parts = urlsplit(typed)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    is_official = parts.scheme == "https" and host.endswith(_OFFICIAL) and not parts.username
    if not is_official or len(typed) > LONGEST_TEXT or " " in typed:
        raise _BadRow(N_("Địa chỉ “{value}” không phải trang https của .gov.vn."), value=typed[:60])
    return typed


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            N_("Máy chưa mở được tệp {file}."),
            N_("Kiểm tra tệp còn ở đó, rồi chọn lại."),
            f"{path}: {error.strerror}",
            file=path.name,
        ) from error


def _no_good_row(rows: NationalRows) -> KnownError:
    first = rows.problems[0].line if rows.problems else 0
    return KnownError(
        N_("Tệp này không có dòng nào dùng được."),
        N_("Xem lại các cột mã, tên, địa chỉ rồi nhập lại."),
        f"national: no good row, the first bad one is line {first}",
    )


def _too_many() -> KnownError:
    return KnownError(
        N_("Tệp này có quá nhiều dòng."),
        N_("Chọn đúng tệp danh mục rồi nhập lại."),
        f"national: more than {MOST_ROWS} rows",
    )
