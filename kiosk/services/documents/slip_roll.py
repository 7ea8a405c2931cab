"""The slip on an 80 mm roll: one column, black only, as long as its content.

The printable width of such printers is 576 dots of 203 dpi, 72 mm. Body text is 11 points or more,
the typed code 24 where it fits.
"""

from __future__ import annotations

import math
from io import BytesIO

from reportlab.lib.units import mm

from kiosk.domain.slip import NEVER_ASK_OTP, NOT_A_RECEIPT, SlipContent
from kiosk.domain.slip_code import grouped
from kiosk.services.documents import slip_words as words
from kiosk.services.documents.blocks import (
    Block,
    Columns,
    QrBlock,
    Rule,
    Space,
    Stack,
    new_canvas,
)
from kiosk.services.documents.drawn_row import drawn_rows
from kiosk.services.documents.fonts import Face, printable
from kiosk.services.documents.qr import DOT
from kiosk.services.documents.text import Align, Paragraph, Run, Style, fitted

PAGE_WIDTH = 576 * DOT
_MARGIN = 2 * mm
_WIDTH = PAGE_WIDTH - 2 * _MARGIN
_TOP, _BOTTOM = 3 * mm, 6 * mm
_PICTURE = 16 * mm

_OFFICE = Style(13, Face.SEMI_BOLD, Align.CENTRE)
_COUNTER = Style(11, align=Align.CENTRE)
_TITLE = Style(19, Face.BOLD, Align.CENTRE, leading=1.3)
_BODY = Style(11.5)
_NEXT = Style(12, Face.SEMI_BOLD)
_DAY = Style(18, Face.BOLD)
_TIME = Style(15, Face.BOLD)
_HINT = Style(10.5)
_CODE = Style(24, Face.BOLD, Align.CENTRE, leading=1.2)
_FOOT = Style(11, align=Align.CENTRE)
_PHONE = Style(16, Face.BOLD, Align.CENTRE, leading=1.25)
_SMALL = Style(10, align=Align.CENTRE)


def roll_slip(content: SlipContent) -> bytes:
    """Return the slip as a PDF of one page, 72 mm wide."""
    parts = (_head, _facts, _appointment, _papers, _codes, _foot)
    stack = Stack([block for part in parts for block in part(content)])
    dots = math.ceil((stack.height + _TOP + _BOTTOM) / DOT)
    page_height = dots * DOT
    buffer = BytesIO()
    canvas = new_canvas(buffer, (PAGE_WIDTH, page_height), f"{content.title} {content.number}")
    stack.draw(canvas, _MARGIN, page_height - _TOP)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _head(content: SlipContent) -> list[Block]:
    return [
        Paragraph(content.office.upper(), _OFFICE, _WIDTH),
        Paragraph(content.counter, _COUNTER, _WIDTH),
        Space(4),
        fitted(content.title, _TITLE, _WIDTH),
        Paragraph(words.number_line(content), _COUNTER, _WIDTH),
        _dashes(),
    ]


def _dashes() -> Block:
    return Rule(_WIDTH, 14, thickness=1, dash=3)


def _facts(content: SlipContent) -> list[Block]:
    blocks: list[Block] = []
    for label, value in words.facts(content):
        runs = [Run(f"{label}:", Face.REGULAR), Run(printable(value), Face.SEMI_BOLD)]
        blocks += [Paragraph(runs, _BODY, _WIDTH), Space(2)]
    return blocks


def _appointment(content: SlipContent) -> list[Block]:
    day, time, hours = words.day_line(content), words.time_line(content), words.hours_line(content)
    action = Paragraph(content.next_action, _NEXT, _WIDTH)
    blocks: list[Block] = [fitted(day, _DAY, _WIDTH)] if day else []
    blocks += [Paragraph(time, _TIME, _WIDTH)] if time else []
    blocks += [Paragraph(hours, _BODY, _WIDTH)] if hours else []
    # With a day, the day comes first; without one, what to do.
    blocks.insert(len(blocks) if day else 0, action)
    if not any(block.height for block in blocks):
        return []
    heavy = Rule(_WIDTH, 14, thickness=2)
    return [heavy, *blocks, heavy]


def _papers(content: SlipContent) -> list[Block]:
    if not content.papers:
        return []
    blocks: list[Block] = [Paragraph(f"{words.BRING}:", _NEXT, _WIDTH), Space(2)]
    for row in drawn_rows(content.papers, _BODY, _WIDTH, _PICTURE):
        blocks += [row, Space(4)]
    return blocks


def _codes(content: SlipContent) -> list[Block]:
    blocks: list[Block] = []
    if content.payload:
        qr = QrBlock(content.payload)
        # The quiet zone lies in the margin, so the dark modules stand in line with the text.
        hint_left = qr.height - _MARGIN
        hint = Paragraph(" ".join(words.scan_hints(content)), _HINT, _WIDTH - hint_left)
        blocks.append(Columns([(-_MARGIN, qr), (hint_left, hint)], centred=True))
    if content.code:
        blocks.append(fitted(grouped(content.code.replace("-", "")), _CODE, _WIDTH))
    return [_dashes(), *blocks] if blocks else []


def _foot(content: SlipContent) -> list[Block]:
    phone = content.phone.strip()
    number: list[Block] = [fitted(phone, _PHONE, _WIDTH)] if phone else []
    return [
        _dashes(),
        Paragraph(words.ask_line(content), _FOOT, _WIDTH),
        *number,
        Space(4),
        Paragraph(NEVER_ASK_OTP, _FOOT, _WIDTH),
        Space(4),
        Paragraph(NOT_A_RECEIPT, _SMALL, _WIDTH),
        Paragraph(words.printed_line(content), _SMALL, _WIDTH),
    ]
