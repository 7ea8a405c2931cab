"""The list of home visits to take along on paper: by village, oldest promise first.

Each person has a frame with a QR that scans back in at the office, all that is needed at the door,
and boxes for how it went. A frame never splits over pages, and a village's heading never stands
alone at a page's foot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.calendar import office_day, office_time
from kiosk.domain.office import OfficeProfile
from kiosk.services.documents.blocks import A4, Block, Columns, Rule, Space, Stack, new_canvas
from kiosk.services.documents.fonts import Face
from kiosk.services.documents.run_list_row import RunListRow, row_block
from kiosk.services.documents.text import Align, Paragraph, Style

__all__ = ["RunListRow", "run_list_pdf"]

_MARGIN = 12 * mm
_WIDTH: float = A4[0] - 2 * _MARGIN
_TOP: float = A4[1] - 11 * mm
_FOOT_TOP = 13 * mm
_HEAD_HEIGHT = 13.5 * mm
_GAP = 2.5 * mm

_OFFICE = Style(12, Face.SEMI_BOLD)
_SIDE = Style(10.5)
_SIDE_RIGHT = Style(10.5, align=Align.RIGHT)
_PAGE_NUMBER = Style(12, Face.SEMI_BOLD, Align.RIGHT)
_TITLE = Style(21, Face.BOLD, leading=1.25)
_SUBTITLE = Style(12)
_VILLAGE = Style(15, Face.BOLD, leading=1.3)
_COUNT = Style(11, align=Align.RIGHT)
_FOOT = Style(10, gray=0.25)
_EMPTY = Style(13)

_NO_VILLAGE = "Chưa rõ thôn"


@dataclass(frozen=True, slots=True)
class _Village:
    name: str
    rows: tuple[RunListRow, ...]


_Page = list[Block]


def run_list_pdf(rows: Sequence[RunListRow], office: OfficeProfile, printed_at: datetime) -> bytes:
    """Return the list as A4 pages; `printed_at` is aware, and decides what is overdue."""
    today = office_day(printed_at)
    villages = _by_village(rows)
    # A head is as high with any page number, so one made beforehand tells the room below it.
    room = _TOP - _FOOT_TOP - _head(office, "Trang 1/1", printed_at).height
    pages = _paged(villages, today, _opening(rows, len(villages), today), room)
    buffer = BytesIO()
    canvas = new_canvas(buffer, A4, "Danh sách phục vụ lưu động")
    for number, page in enumerate(pages, start=1):
        place = f"Trang {number}/{len(pages)} · {len(rows)} người"
        head = _head(office, place, printed_at)
        head.draw(canvas, _MARGIN, _TOP)
        Stack(page).draw(canvas, _MARGIN, _TOP - head.height)
        _draw_foot(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _by_village(rows: Sequence[RunListRow]) -> list[_Village]:
    """Group by village; villages and rows stand by their oldest promise."""
    groups: dict[str, list[RunListRow]] = {}
    for row in sorted(rows, key=lambda row: (row.follow_up.promised_at, row.follow_up.id)):
        groups.setdefault(row.village.strip() or _NO_VILLAGE, []).append(row)
    return [_Village(name, tuple(group)) for name, group in groups.items()]


def _opening(rows: Sequence[RunListRow], villages: int, today: date) -> Block:
    overdue = sum(row.follow_up.days_overdue(today) > 0 for row in rows)
    late = f" · {overdue} người quá hẹn" if overdue else ""
    return Stack(
        [
            Paragraph("DANH SÁCH PHỤC VỤ LƯU ĐỘNG", _TITLE, _WIDTH),
            Paragraph(f"{villages} thôn · {len(rows)} người{late}", _SUBTITLE, _WIDTH),
            Space(1.5 * mm),
        ]
    )


def _paged(villages: list[_Village], today: date, opening: Block, room: float) -> list[_Page]:
    """Fill pages with whole frames; a village that goes on names itself again."""
    pages: list[_Page] = [[opening]]
    number = 0
    for village in villages:
        heading: Block | None = _village_heading(village)
        for row in village.rows:
            number += 1
            frame = Stack([row_block(row, number, today, _WIDTH), Space(_GAP)])
            block = Stack([heading, frame]) if heading else frame
            if Stack([*pages[-1], block]).height > room:
                again = _village_heading(village, goes_on=heading is None)
                block = Stack([again, frame])
                pages.append([])
            pages[-1].append(block)
            heading = None
    if not villages:
        pages[0].append(Paragraph("Chưa có ai trong danh sách.", _EMPTY, _WIDTH))
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


def _head(office: OfficeProfile, place: str, printed_at: datetime) -> Block:
    left, right = _WIDTH * 0.62, _WIDTH * 0.36
    names = Stack([Paragraph(office.name, _OFFICE, left), Paragraph(office.desk, _SIDE, left)])
    printed = f"In lúc {office_time(printed_at):%H:%M, %d/%m/%Y}"
    page = Stack([Paragraph(place, _PAGE_NUMBER, right), Paragraph(printed, _SIDE_RIGHT, right)])
    line = Columns([(0, names), (_WIDTH - right, page)])
    return Stack([line, Space(max(0.0, _HEAD_HEIGHT - line.height))])


def _draw_foot(canvas: Canvas) -> None:
    left = Paragraph("Về quầy: quét mã từng người rồi chọn kết quả.", _FOOT, _WIDTH)
    right = Style(_FOOT.size, align=Align.RIGHT, gray=_FOOT.gray)
    Columns(
        [(0, left), (0, Paragraph("Có tên người: giữ kín, xong việc thì hủy.", right, _WIDTH))]
    ).draw(canvas, _MARGIN, _FOOT_TOP)
