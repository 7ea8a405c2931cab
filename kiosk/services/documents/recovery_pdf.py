"""The recovery sheet: the office's secret on paper, for the safe.

Each character has a box of its own, so that it is read and typed back one at a time; groups are
numbered because the program names a wrong one by its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.services.documents.blocks import (
    A4,
    Block,
    CheckRow,
    Columns,
    Frame,
    Space,
    Stack,
    new_canvas,
)
from kiosk.services.documents.fonts import Face, printable
from kiosk.services.documents.text import Align, Paragraph, Style

_MARGIN = 22 * mm
_WIDTH: float = A4[0] - 2 * _MARGIN
_TOP: float = A4[1] - 22 * mm
_BOTTOM = 20 * mm
_GROUPS_IN_A_ROW = 2
_GUTTER = 10 * mm
_NUMBER_WIDTH = 9 * mm
_ROW_GAP = 6 * mm
_BOX_HEIGHT: float = 15 * mm

_OFFICE = Style(14, Face.SEMI_BOLD)
_DATE = Style(12, align=Align.RIGHT)
_TITLE = Style(30, Face.BOLD, leading=1.3)
_LEAD = Style(15, Face.MEDIUM)
_HEADING = Style(15, Face.BOLD)
_BODY = Style(13.5, leading=1.45)
_NUMBER = Style(13, Face.SEMI_BOLD)
_CHARACTER = Style(27, Face.SEMI_BOLD, Align.CENTRE)
_SIGN = Style(12)

_PURPOSE = "Tờ này mở lại dữ liệu khi máy hỏng hoặc khi thêm máy thứ hai."
_RULES = (
    "Cất tờ này trong két của cơ quan, cùng chỗ với con dấu.",
    "Không chụp ảnh, không gửi qua tin nhắn.",
    "Mất tờ này và hỏng máy thì tên người dân không đọc lại được.",
    "Nghi có người đã xem thì báo ngay cho lãnh đạo văn phòng.",
)


@dataclass(frozen=True, slots=True)
class _Boxes:
    """One group: a box for each character, all equally wide."""

    group: str
    width: float

    @property
    def height(self) -> float:
        """The height of a box."""
        return _BOX_HEIGHT

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the boxes side by side, sharing their edges."""
        box = self.width / max(1, len(self.group))
        for place, character in enumerate(self.group):
            left = x + place * box
            canvas.setLineWidth(0.8)
            canvas.setStrokeGray(0.35)
            canvas.rect(left, top - _BOX_HEIGHT, box, _BOX_HEIGHT, stroke=1, fill=0)
            slack = (_BOX_HEIGHT - _CHARACTER.line_height) / 2
            Paragraph(character, _CHARACTER, box).draw(canvas, left, top - slack)


def recovery_pdf(office_name: str, groups: Sequence[str], made_on: date) -> bytes:
    """Return the sheet with the secret's `groups` as one A4 page."""
    buffer = BytesIO()
    canvas = new_canvas(buffer, A4, "Phiếu khôi phục")
    blocks: list[Block] = [
        *_head(office_name, made_on),
        *_grid(groups),
        Space(6 * mm),
        Paragraph("Giữ tờ này thế nào", _HEADING, _WIDTH),
        Space(2 * mm),
        *(block for rule in _RULES for block in (CheckRow(rule, _BODY, _WIDTH), Space(1.5 * mm))),
    ]
    Stack(blocks).draw(canvas, _MARGIN, _TOP)
    foot = _signatures()
    foot.draw(canvas, _MARGIN, _BOTTOM + foot.height)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _head(office_name: str, made_on: date) -> list[Block]:
    left = _WIDTH * 0.7
    day = Paragraph(f"Ngày {made_on:%d/%m/%Y}", _DATE, _WIDTH - left)
    return [
        Columns([(0, Paragraph(office_name, _OFFICE, left)), (left, day)]),
        Space(12 * mm),
        Paragraph("PHIẾU KHÔI PHỤC", _TITLE, _WIDTH),
        Space(2 * mm),
        Paragraph(_PURPOSE, _LEAD, _WIDTH),
        Space(9 * mm),
    ]


def _grid(groups: Sequence[str]) -> list[Block]:
    step = (_WIDTH + _GUTTER) / _GROUPS_IN_A_ROW
    width = step - _GUTTER - _NUMBER_WIDTH
    rows: list[Block] = []
    for first in range(0, len(groups), _GROUPS_IN_A_ROW):
        cells: list[tuple[float, Block]] = []
        for place, group in enumerate(groups[first : first + _GROUPS_IN_A_ROW]):
            left = place * step
            cells.append((left, Paragraph(f"{first + place + 1}.", _NUMBER, _NUMBER_WIDTH)))
            cells.append((left + _NUMBER_WIDTH, _Boxes(printable(group), width)))
        rows += [Columns(cells, centred=True), Space(_ROW_GAP)]
    return rows


def _signatures() -> Block:
    half = _WIDTH / 2
    signs = Columns(
        [
            (0, Paragraph("Người in (ký, ghi rõ tên)", _SIGN, half)),
            (half, Paragraph("Người giữ (ký, ghi rõ tên)", _SIGN, half)),
        ]
    )
    return Frame(Stack([signs, Space(24 * mm)]), _WIDTH, 5 * mm, thickness=0.8)
