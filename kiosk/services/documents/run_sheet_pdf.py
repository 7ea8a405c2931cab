"""The sheet a team takes along: when, where, who goes with what, then a frame for each person.

The whole list on paper is the same sheet without a trip: it says only who waits, by village.

Each frame has a QR that scans back in at the office, what is needed at the door, and boxes for how
it went. A frame never splits over pages, and a village's heading never stands alone at a page's
foot. Every page says which of all rows it holds, so that a lost one is noticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.calendar import HalfDay, day_in_words, office_day, office_time
from kiosk.domain.need import Kit
from kiosk.domain.office import OfficeProfile
from kiosk.services.documents.blocks import (
    A4,
    Block,
    CheckRow,
    Columns,
    Rule,
    Space,
    Stack,
    new_canvas,
)
from kiosk.services.documents.fonts import Face
from kiosk.services.documents.run_sheet_row import RunSheetRow, row_block
from kiosk.services.documents.text import Align, Paragraph, Style

__all__ = ["RunSheetRow", "SheetHead", "run_sheet_pdf"]

_MARGIN = 12 * mm
_WIDTH: float = A4[0] - 2 * _MARGIN
_TOP: float = A4[1] - 11 * mm
_FOOT_TOP = 13 * mm
_HEAD_HEIGHT = 17.5 * mm
_KIT_GAP = 6 * mm
_GAP = 2.5 * mm

_OFFICE = Style(12, Face.SEMI_BOLD)
_SIDE = Style(10.5)
_SIDE_RIGHT = Style(10.5, align=Align.RIGHT)
_PAGE_NUMBER = Style(12, Face.SEMI_BOLD, Align.RIGHT)
_TITLE = Style(21, Face.BOLD, Align.CENTRE, leading=1.25)
_SUBTITLE = Style(12, align=Align.CENTRE)
_KIT_TITLE = Style(11.5, Face.SEMI_BOLD)
_KIT = Style(11)
_VILLAGE = Style(15, Face.BOLD, leading=1.3)
_COUNT = Style(11, align=Align.RIGHT)
_FOOT = Style(10, gray=0.25)
_NO_VILLAGE = "Chưa rõ thôn"
_TRIP, _LIST = "Bảng đi phục vụ lưu động", "Danh sách phục vụ lưu động"


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What the first page says of the trip; `team` are names, companions last."""

    day: date
    half_day: HalfDay
    villages: tuple[str, ...]
    team: tuple[str, ...]
    kit: Kit


@dataclass(frozen=True, slots=True)
class _Village:
    name: str
    rows: tuple[RunSheetRow, ...]


class _Page(NamedTuple):
    blocks: list[Block]
    positions: list[int]


def run_sheet_pdf(
    head: SheetHead | None, rows: Sequence[RunSheetRow], office: OfficeProfile, printed_at: datetime
) -> bytes:
    """Return the sheet as A4 pages; without a head it is the whole list, of no trip.

    `printed_at` is aware, and decides what is overdue.
    """
    # A head is as high with any page number, so one made beforehand tells the room below it.
    room = _TOP - _FOOT_TOP - _head(office, "Trang 1/1", "", printed_at).height
    pages = _paged(_by_village(rows), office_day(printed_at), _opening(head), room)
    buffer = BytesIO()
    canvas = new_canvas(buffer, A4, _TRIP if head else _LIST)
    for number, page in enumerate(pages, start=1):
        place = f"Trang {number}/{len(pages)} · {len(rows)} người"
        top = _head(office, place, _range(page.positions), printed_at)
        top.draw(canvas, _MARGIN, _TOP)
        Stack(page.blocks).draw(canvas, _MARGIN, _TOP - top.height)
        _draw_foot(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _by_village(rows: Sequence[RunSheetRow]) -> list[_Village]:
    """Group by village, in the order of the rows."""
    groups: dict[str, list[RunSheetRow]] = {}
    for row in sorted(rows, key=_position):
        groups.setdefault(row.village.strip() or _NO_VILLAGE, []).append(row)
    return [_Village(name, tuple(group)) for name, group in groups.items()]


def _position(row: RunSheetRow) -> int:
    return row.position


def _range(positions: list[int]) -> str:
    """Return which rows a page holds: "Tờ này: số 1–3"."""
    runs: list[list[int]] = []
    for place in positions:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    told = (f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return f"Tờ này: số {', '.join(told)}" if runs else ""


def _opening(head: SheetHead | None) -> Block:
    if head is None:
        return Stack([Paragraph(_LIST.upper(), _TITLE, _WIDTH), Space(1.5 * mm)])
    when = f"{day_in_words(head.day)}, {head.half_day.label}"
    places = " · ".join(part for part in (", ".join(head.villages), when) if part)
    team = f"Tổ: {', '.join(head.team)}"
    return Stack(
        [
            Paragraph(_TRIP.upper(), _TITLE, _WIDTH),
            Paragraph(places, _SUBTITLE, _WIDTH),
            Paragraph(team, _SUBTITLE, _WIDTH),
            *_kit(head.kit),
            Space(1.5 * mm),
        ]
    )


def _kit(kit: Kit) -> list[Block]:
    """Return what to take along as boxes in two columns, and whom to ask along."""
    forms = [f"{form.title} × {form.count}" for form in kit.forms]
    partners = [f"Mời cùng đi: {who}" for who in kit.partners]
    things = [*partners, *kit.equipment, *forms]
    if not things:
        return []
    half = (_WIDTH - _KIT_GAP) / 2
    boxes = [CheckRow(thing, _KIT, half) for thing in things]
    middle = (len(boxes) + 1) // 2
    columns = Columns([(0, Stack(boxes[:middle])), (half + _KIT_GAP, Stack(boxes[middle:]))])
    return [Space(2 * mm), Paragraph("Chuẩn bị", _KIT_TITLE, _WIDTH), columns]


def _paged(villages: list[_Village], today: date, opening: Block, room: float) -> list[_Page]:
    """Fill pages with whole frames; a village that goes on names itself again."""
    pages = [_Page([opening], [])]
    for village in villages:
        heading: Block | None = _village_heading(village)
        for row in village.rows:
            frame = Stack([row_block(row, today, _WIDTH), Space(_GAP)])
            block = Stack([heading, frame]) if heading else frame
            if Stack([*pages[-1].blocks, block]).height > room:
                again = _village_heading(village, goes_on=heading is None)
                block = Stack([again, frame])
                pages.append(_Page([], []))
            pages[-1].blocks.append(block)
            pages[-1].positions.append(row.position)
            heading = None
    return pages


def _village_heading(village: _Village, *, goes_on: bool = False) -> Block:
    name = f"{village.name} (tiếp)" if goes_on else village.name
    line = Columns(
        [
            (0, Paragraph(name, _VILLAGE, _WIDTH * 0.8)),
            (_WIDTH * 0.8, Paragraph(f"{len(village.rows)} người", _COUNT, _WIDTH * 0.2)),
        ],
        centred=True,
    )
    return Stack([Space(2 * mm), line, Rule(_WIDTH, 2 * mm, thickness=1.5), Space(1.5 * mm)])


def _head(office: OfficeProfile, place: str, rows: str, printed_at: datetime) -> Block:
    left, right = _WIDTH * 0.62, _WIDTH * 0.36
    names = Stack([Paragraph(office.name, _OFFICE, left), Paragraph(office.desk, _SIDE, left)])
    printed = f"In lúc {office_time(printed_at):%H:%M, %d/%m/%Y}"
    page = Stack(
        [
            Paragraph(place, _PAGE_NUMBER, right),
            Paragraph(rows or " ", _SIDE_RIGHT, right),
            Paragraph(printed, _SIDE_RIGHT, right),
        ]
    )
    line = Columns([(0, names), (_WIDTH - right, page)])
    return Stack([line, Space(max(0.0, _HEAD_HEIGHT - line.height))])


def _draw_foot(canvas: Canvas) -> None:
    back = "Về quầy: quét mã từng người, chọn kết quả."
    left = Paragraph(back, _FOOT, _WIDTH)
    right = Style(_FOOT.size, align=Align.RIGHT, gray=_FOOT.gray)
    Columns(
        [(0, left), (0, Paragraph("Có tên người: giữ kín, xong việc thì hủy.", right, _WIDTH))]
    ).draw(canvas, _MARGIN, _FOOT_TOP)
