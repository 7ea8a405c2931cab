"""The assistance log as a workbook: the rows, counts by village and age, the filter and its sums.

No citizen's name is in it, and no note. Where a village or an age band has fewer than five people,
rows and counts hide it (see small_groups). Everything typed by people is written as text, never as
a formula, a number or a link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kiosk.domain.assistance import (
    AGE_BAND_LABELS,
    HELP_CHANNEL_LABELS,
    HELP_LEVEL_LABELS,
    OUTCOME_LABELS,
    AgeBand,
    Assistance,
    AssistanceFilter,
    AssistanceSummary,
    Outcome,
)
from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.calendar import office_time
from kiosk.domain.text import nfc
from kiosk.services.documents.assistance_groups import AssistanceGroups, Group
from kiosk.services.documents.small_groups import SMALLEST_SHOWN, is_small
from kiosk.services.figures import Ease

if TYPE_CHECKING:
    import xlsxwriter

_Key = TypeVar("_Key", bound=Hashable)

ROWS_SHEET = "Lượt hỗ trợ"
GROUPS_SHEET = "Theo thôn và tuổi"
SUMMARY_SHEET = "Bộ lọc và tổng"

HIDDEN = "đã che"
SMALL = f"<{SMALLEST_SHOWN}"
COVERED = f"≥{SMALLEST_SHOWN} ({HIDDEN})"
"""A larger figure, hidden only so that a small one cannot be worked out."""

_UNTOLD = "Không ghi"
_GONE_VILLAGE = "Thôn không còn trong danh sách"
_DATE_TIME, _DATE = "dd/mm/yyyy hh:mm", "dd/mm/yyyy"

_COLUMNS = (
    ("Lúc", 17),
    ("Thủ tục", 44),
    ("Mã thủ tục", 13),
    ("Dừng ở bước", 30),
    ("Vướng mắc", 40),
    ("Mức hỗ trợ", 20),
    ("Số phút", 9),
    ("Kết quả", 22),
    ("Nơi giúp", 15),
    ("Cán bộ", 22),
    ("Nhóm tuổi", 11),
    ("Thôn", 22),
)

_NOTE = (
    f"Nhóm có 1–4 người ghi {SMALL}. Nhóm ghi “{COVERED}” được che thêm, để không tính ngược được.",
    f"Trong từng lượt, thôn và tuổi của nhóm dưới {SMALLEST_SHOWN} người ghi “{HIDDEN}”.",
    "Một người được giúp nhiều lần chỉ tính là một người.",
)


class ExportNames(Protocol):
    """Titles for the ids in the rows."""

    def procedure(self, code: str) -> str:
        """Return a procedure's title."""
        ...

    def step(self, code: str, step_id: str) -> str:
        """Return a step's title."""
        ...

    def village(self, village_id: str) -> str:
        """Return a village's name, "" when it is unknown."""
        ...


def assistance_xlsx(
    rows: Sequence[Assistance],
    wanted: AssistanceFilter,
    names: ExportNames,
    ease: Ease | None,
    exported_at: datetime,
) -> bytes:
    """Return the workbook of `rows`, which are all that `wanted` names; `exported_at` is aware.

    `ease` is over the same days, None when nobody rated.
    """
    import xlsxwriter  # late: 6 MB of memory, for a file that is made once a month

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties(
        {"title": ROWS_SHEET, "created": office_time(exported_at).replace(tzinfo=None)}
    )
    groups = AssistanceGroups(rows)
    looks = _Looks(book)
    _write_rows(_Sheet(book.add_worksheet(ROWS_SHEET), looks), rows, names, groups)
    _write_groups(_Sheet(book.add_worksheet(GROUPS_SHEET), looks), names, groups)
    summary_sheet = _Sheet(book.add_worksheet(SUMMARY_SHEET), looks)
    _write_summary(summary_sheet, rows, _filter_lines(wanted, rows, names, groups), exported_at)
    if ease:
        _write_ease(summary_sheet, ease)
    book.close()
    return buffer.getvalue()


def summary_of(rows: Sequence[Assistance]) -> AssistanceSummary:
    """Return the sums of `rows`, by the same rule as the log's summary line."""
    by_outcome = Counter(row.outcome for row in rows)
    return AssistanceSummary(len(rows), dict(by_outcome), sum(row.minutes for row in rows))


class _Looks:
    """The few formats of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        wrap = {"text_wrap": True, "valign": "top"}
        self.text = book.add_format(wrap)
        self.number = book.add_format({"valign": "top", "num_format": "0"})
        self.mean = book.add_format({"valign": "top", "num_format": "0.0"})
        self.right = book.add_format({"valign": "top", "align": "right"})
        self.head = book.add_format(
            {**wrap, "bold": True, "bg_color": "#E3DCD2", "bottom": 1, "valign": "vcenter"}
        )
        self.date = book.add_format({"num_format": _DATE, "align": "left", "valign": "top"})
        self.date_time = book.add_format(
            {"num_format": _DATE_TIME, "align": "left", "valign": "top"}
        )


@dataclass(slots=True)
class _Sheet:
    """A worksheet that is filled downwards; text is only ever text."""

    sheet: Any
    looks: _Looks
    row: int = field(default=0)

    def widths(self, widths: Sequence[int]) -> None:
        """Set the widths of the columns, in characters."""
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def head(self, *titles: str) -> None:
        """Write a row of headings."""
        for column, title in enumerate(titles):
            self.sheet.write_string(self.row, column, title, self.looks.head)
        self.row += 1

    def add(self, *values: str | float | date) -> None:
        """Write a row of values, each as what it is."""
        for column, value in enumerate(values):
            self._write(column, value)
        self.row += 1

    def _write(self, column: int, value: str | float | date) -> None:
        if isinstance(value, datetime):
            self.sheet.write_datetime(self.row, column, value, self.looks.date_time)
        elif isinstance(value, date):
            self.sheet.write_datetime(self.row, column, value, self.looks.date)
        elif isinstance(value, int):
            self.sheet.write_number(self.row, column, value, self.looks.number)
        elif isinstance(value, float):
            self.sheet.write_number(self.row, column, value, self.looks.mean)
        else:
            look = self.looks.right if value in {SMALL, COVERED} else self.looks.text
            self.sheet.write_string(self.row, column, nfc(value), look)


def _write_rows(
    sheet: _Sheet, rows: Sequence[Assistance], names: ExportNames, groups: AssistanceGroups
) -> None:
    sheet.widths([width for _, width in _COLUMNS])
    sheet.head(*(title for title, _ in _COLUMNS))
    for row in rows:
        sheet.add(*_values(row, names, groups))
    sheet.sheet.freeze_panes(1, 0)
    sheet.sheet.autofilter(0, 0, max(1, len(rows)), len(_COLUMNS) - 1)
    sheet.sheet.set_landscape()
    sheet.sheet.set_paper(9)
    sheet.sheet.fit_to_pages(1, 0)
    sheet.sheet.repeat_rows(0)


def _values(
    row: Assistance, names: ExportNames, groups: AssistanceGroups
) -> list[str | int | date]:
    barriers = [
        BARRIER_BY_CODE[code].staff_label if code in BARRIER_BY_CODE else code
        for code in row.barriers
    ]
    return [
        office_time(row.logged_at).replace(tzinfo=None, microsecond=0),
        names.procedure(row.procedure_code),
        row.procedure_code,
        names.step(row.procedure_code, row.step_id),
        "; ".join(barriers),
        HELP_LEVEL_LABELS[row.level],
        row.minutes,
        OUTCOME_LABELS[row.outcome],
        HELP_CHANNEL_LABELS[row.channel],
        row.supporter_name,
        HIDDEN if groups.hides_age(row) else _age_name(row.age_band),
        HIDDEN if groups.hides_village(row) else _village_name(row.village_id, names),
    ]


def _age_name(band: AgeBand | None) -> str:
    return AGE_BAND_LABELS[band] if band else _UNTOLD


def _village_name(village_id: str, names: ExportNames) -> str:
    return (names.village(village_id) or _GONE_VILLAGE) if village_id else _UNTOLD


def _write_groups(sheet: _Sheet, names: ExportNames, groups: AssistanceGroups) -> None:
    sheet.widths([34, 22])
    sheet.sheet.freeze_panes(1, 0)
    villages = sorted(groups.villages.people, key=lambda v: (not v, _village_name(v, names)))
    sheet.head("Thôn", "Số lượt hỗ trợ")
    named_villages = [(_village_name(village, names), village) for village in villages]
    _write_table(sheet, named_villages, groups.villages, groups)
    sheet.add("")
    ages = [band for band in (*AgeBand, None) if band in groups.ages.people]
    sheet.head("Nhóm tuổi", "Số lượt hỗ trợ")
    _write_table(sheet, [(_age_name(band), band) for band in ages], groups.ages, groups)
    sheet.add("")
    for line in _NOTE:
        sheet.add(line)


def _write_table(
    sheet: _Sheet, lines: Sequence[tuple[str, _Key]], group: Group[_Key], all_: AssistanceGroups
) -> None:
    """Write the counts of one kind of group and their total, or the total alone."""
    for name, key in lines if group.may_be_split else ():
        sheet.add(name, _figure(group, key))
    name = "Cộng" if group.may_be_split else "Tất cả, không tách nhóm"
    sheet.add(name, SMALL if all_.is_small else group.total)


def _figure(group: Group[_Key], key: _Key) -> str | int:
    if is_small(len(group.people[key])):
        return SMALL
    return COVERED if group.hides(key) else group.entries[key]


def _filter_lines(
    wanted: AssistanceFilter,
    rows: Sequence[Assistance],
    names: ExportNames,
    groups: AssistanceGroups,
) -> list[tuple[str, str | date]]:
    """Return what was chosen; a village of too few people is not named here either."""
    every = "Tất cả"
    village = every
    if wanted.village_id:
        is_named = not groups.is_small
        village = _village_name(wanted.village_id, names) if is_named else HIDDEN
    barrier = BARRIER_BY_CODE.get(wanted.barrier)
    supporter = next((r.supporter_name for r in rows if r.supporter_id == wanted.supporter_id), "")
    return [
        ("Từ ngày", _day(wanted.first_day) or every),
        ("Đến ngày", _day(wanted.last_day) or every),
        ("Thôn", village),
        ("Thủ tục", names.procedure(wanted.procedure_code) if wanted.procedure_code else every),
        ("Vướng mắc", barrier.staff_label if barrier else wanted.barrier or every),
        ("Kết quả", OUTCOME_LABELS[wanted.outcome] if wanted.outcome else every),
        ("Cán bộ", (supporter or wanted.supporter_id) if wanted.supporter_id else every),
    ]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _write_summary(
    sheet: _Sheet,
    rows: Sequence[Assistance],
    chosen: Sequence[tuple[str, str | date]],
    exported_at: datetime,
) -> None:
    summary = summary_of(rows)
    sheet.widths([30, 40])
    sheet.sheet.freeze_panes(1, 0)
    sheet.head("Bộ lọc", "Đã chọn")
    for label, value in chosen:
        sheet.add(label, value)
    sheet.add("Xuất lúc", office_time(exported_at).replace(tzinfo=None, microsecond=0))
    sheet.add("")
    sheet.head("Tổng", "Số")
    sheet.add("Số lượt hỗ trợ", summary.total)
    sheet.add("Trong đó xong việc", summary.succeeded)
    sheet.add("Tổng số phút", summary.minutes)
    for outcome in Outcome:
        sheet.add(OUTCOME_LABELS[outcome], summary.by_outcome.get(outcome, 0))


def _write_ease(sheet: _Sheet, ease: Ease) -> None:
    """Write how easy people found it."""
    sheet.add("")
    sheet.head("Dễ làm, mọi lượt dùng máy của những ngày đã chọn", "Số")
    sheet.add("Trung bình, từ 1 đến 5", HIDDEN if is_small(ease.count) else ease.average)
    sheet.add("Số người trả lời", SMALL if is_small(ease.count) else ease.count)
