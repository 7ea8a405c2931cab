"""The slip on A4: the blocks of the roll, set large and calm on a full page.

The foot with the codes stands at the bottom of the last page. What is left between is ruled for
handwriting, because families add to such a sheet; long lists of papers go on on a second page.
"""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.slip import NEVER_ASK_OTP, NOT_A_RECEIPT, SlipContent
from kiosk.domain.slip_code import grouped
from kiosk.services.documents import slip_words as words
from kiosk.services.documents.blocks import (
    A4,
    Block,
    Columns,
    Frame,
    QrBlock,
    Rule,
    Space,
    Stack,
    new_canvas,
)
from kiosk.services.documents.drawn_row import drawn_rows
from kiosk.services.documents.fonts import Face
from kiosk.services.documents.qr import DOT, QUIET_MODULES
from kiosk.services.documents.text import Align, Paragraph, Style, fitted

_MARGIN = 20 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_TOP: float = A4[1] - 15 * mm
_BOTTOM = 14 * mm
_PADDING = 6 * mm
_LABEL_WIDTH = 40 * mm
_QR_DOTS = 8
_NOTE_LINE = 11 * mm
_MOST_NOTE_LINES = 6
_ONE_COLUMN, _ONE_COLUMN_WITH_DAY = 5, 3
"""More papers than these stand in two columns, so that the slip stays one page."""

_GUTTER = 8 * mm
_PICTURES = (17 * mm, 14 * mm, 11.5 * mm)
"""Widths of the drawings: the largest with which the slip stays one page, else the smallest."""

_OFFICE = Style(14, Face.SEMI_BOLD)
_SIDE = Style(12, gray=0.25)
_SIDE_RIGHT = Style(12, align=Align.RIGHT, gray=0.25)
_NUMBER = Style(14, Face.SEMI_BOLD, Align.RIGHT)
_TITLE = Style(28, Face.BOLD, leading=1.25)
_DAY = Style(32, Face.BOLD, leading=1.3)
_TIME = Style(22, Face.BOLD, leading=1.35)
_NEXT = Style(16, Face.MEDIUM)
_LABEL = Style(13, gray=0.25, leading=1.36 * 15 / 13)
_VALUE = Style(15, Face.SEMI_BOLD)
_HEADING = Style(16, Face.BOLD)
_PAPER = Style(14.5)
_HINT = Style(12)
_CODE = Style(34, Face.BOLD, leading=1.25)
_OTP = Style(13, Face.SEMI_BOLD)
_PHONE = Style(22, Face.BOLD, Align.RIGHT, leading=1.25)
_ASK = Style(13, align=Align.RIGHT)
_SMALL = Style(11, gray=0.25)
_SMALL_RIGHT = Style(11, align=Align.RIGHT, gray=0.25)


def a4_slip(content: SlipContent) -> bytes:
    """Return the slip as a PDF of one A4 page, or of more when the papers are many."""
    buffer = BytesIO()
    canvas = new_canvas(buffer, A4, f"{content.title} {content.number}")
    foot = _foot(content)
    again = Stack([Paragraph(words.number_line(content), _SIDE, _WIDTH), Space(6 * mm)])
    blocks = _blocks(content, foot.height)
    top = _draw_flow(canvas, blocks, foot.height, again)
    foot_top = _BOTTOM + foot.height
    _draw_note_lines(canvas, top, foot_top)
    foot.draw(canvas, _MARGIN, foot_top)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _blocks(content: SlipContent, foot: float) -> list[Block]:
    """Return all above the foot, with drawings as large as one page allows."""
    above = _head(content) + _facts(content)
    for width in _PICTURES:
        blocks = above + _papers(content, width)
        if sum(block.height for block in blocks) + foot <= _TOP - _BOTTOM:
            break
    return blocks


def _draw_flow(canvas: Canvas, blocks: list[Block], foot: float, again: Block) -> float:
    """Draw blocks downwards, over pages when they must, and return where they end.

    The last block stays on the page of the foot, so no page holds a foot alone.
    """
    top = _TOP
    for block in blocks:
        needed = block.height + (foot if block is blocks[-1] else 0.0)
        if top - needed < _BOTTOM:
            top = _next_page(canvas, again)
        block.draw(canvas, _MARGIN, top)
        top -= block.height
    return top


def _next_page(canvas: Canvas, again: Block) -> float:
    """Begin a page headed by `again`, the slip's number, and return where it is free."""
    canvas.showPage()
    again.draw(canvas, _MARGIN, _TOP)
    return _TOP - again.height


def _draw_note_lines(canvas: Canvas, top: float, bottom: float) -> None:
    heading = Paragraph("Ghi thêm", _LABEL, _WIDTH)
    room = top - bottom - heading.height - 12 * mm
    count = min(int(room / _NOTE_LINE), _MOST_NOTE_LINES)
    if count < 2:
        return
    lines = [Rule(_WIDTH, _NOTE_LINE, thickness=0.5, gray=0.6) for _ in range(count)]
    notes = Stack([Space(7 * mm), heading, *lines])
    notes.draw(canvas, _MARGIN, top)


def _head(content: SlipContent) -> list[Block]:
    half = _WIDTH / 2
    office = Stack(
        [
            Paragraph(content.office, _OFFICE, half * 1.2),
            Paragraph(content.counter, _SIDE, half * 1.2),
        ]
    )
    number = Stack(
        [
            Paragraph(words.number_line(content), _NUMBER, half * 0.75),
            Paragraph(words.printed_line(content), _SIDE_RIGHT, half * 0.75),
        ]
    )
    return [
        Columns([(0, office), (half * 1.25, number)]),
        Space(6 * mm),
        fitted(content.title, _TITLE, _WIDTH),
        Space(4 * mm),
        *_appointment(content),
    ]


def _appointment(content: SlipContent) -> list[Block]:
    width = _WIDTH - 2 * _PADDING
    day, time, hours = words.day_line(content), words.time_line(content), words.hours_line(content)
    action = Paragraph(content.next_action, _NEXT if day else _HEADING, width)
    blocks: list[Block] = [fitted(day, _DAY, width)] if day else []
    blocks += [Paragraph(time, _TIME, width)] if time else []
    blocks += [Paragraph(hours, _NEXT, width)] if hours else []
    # With a day, the day comes first; without one, what to do.
    blocks.insert(len(blocks) if day else 0, action)
    if not any(block.height for block in blocks):
        return []
    return [Frame(Stack(blocks), _WIDTH, _PADDING, thickness=1.5, radius=4 * mm), Space(6 * mm)]


def _facts(content: SlipContent) -> list[Block]:
    rows: list[Block] = []
    for label, value in words.facts(content):
        shown = Paragraph(value, _VALUE, _WIDTH - _LABEL_WIDTH)
        rows.append(Columns([(0, Paragraph(label, _LABEL, _LABEL_WIDTH)), (_LABEL_WIDTH, shown)]))
        rows.append(Space(1.1 * mm))
    return rows


def _papers(content: SlipContent, picture_width: float) -> list[Block]:
    bring = content.papers
    if not bring:
        return []
    line = Rule(_WIDTH, 3 * mm, thickness=0.5, gray=0.7)
    most = _ONE_COLUMN_WITH_DAY if words.day_line(content) else _ONE_COLUMN
    columns = 1 if len(bring) <= most else 2
    step = (_WIDTH + _GUTTER) / columns
    drawn = drawn_rows(bring, _PAPER, step - _GUTTER, picture_width)
    rows = []
    for first in range(0, len(bring), columns):
        cells = Columns(
            [(place * step, row) for place, row in enumerate(drawn[first : first + columns])]
        )
        rows.append(Stack([cells, line]))
    # The heading is one block with the first paper: it never stands alone at a page's foot.
    heading: list[Block] = [
        Space(4 * mm),
        Paragraph(words.BRING, _HEADING, _WIDTH),
        Space(2.5 * mm),
    ]
    return [Stack([*heading, rows[0]]), *rows[1:]]


def _foot(content: SlipContent) -> Stack:
    half = _WIDTH / 2
    last = Columns(
        [
            (0, Paragraph(NOT_A_RECEIPT, _SMALL, half)),
            (half, Paragraph(words.KEEP_HINT, _SMALL_RIGHT, half)),
        ]
    )
    line = Rule(_WIDTH, 6 * mm, thickness=1)
    return Stack([line, *_codes(content), Space(4 * mm), _help(content), Space(6 * mm), last])


def _codes(content: SlipContent) -> list[Block]:
    if not (content.payload and content.code):
        return []
    qr = QrBlock(content.payload, _QR_DOTS)
    quiet = QUIET_MODULES * _QR_DOTS * DOT
    left = qr.height - quiet + 3 * mm
    width = _WIDTH - left
    text = Stack(
        [
            Paragraph(words.CODE, _SIDE, width),
            fitted(grouped(content.code.replace("-", "")), _CODE, width),
            Space(1 * mm),
            *(Paragraph(hint, _HINT, width) for hint in words.scan_hints(content)),
        ]
    )
    return [Columns([(-quiet, qr), (left, text)], centred=True)]


def _help(content: SlipContent) -> Block:
    half = _WIDTH / 2
    ask: list[Block] = [Paragraph(words.ask_line(content), _ASK, half)]
    if content.phone.strip():
        ask.append(fitted(content.phone, _PHONE, half))
    warning = Paragraph(NEVER_ASK_OTP, _OTP, half - 6 * mm)
    return Columns([(0, warning), (half, Stack(ask))], centred=True)
