"""The consent on paper: each question with its answer, the words shown, and how to withdraw.

In the style of the slips, on an 80 mm roll or on A4. No name is printed: whoever takes the sheet
along signs it, or does not, and a sheet left behind says nothing about anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.units import mm

from kiosk.domain.calendar import office_time
from kiosk.domain.slip import NOT_A_RECEIPT, Paper
from kiosk.domain.words import N_
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
from kiosk.services.documents.slip_roll import PAGE_WIDTH
from kiosk.services.documents.text import Align, Paragraph, Style, fitted

TITLE = N_("PHIẾU ĐỒNG Ý")
YES, NO = N_("Đồng ý"), N_("Không đồng ý")
_HASH_SHOWN = 16


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """What the sheet says; `answers` holds each question and whether it was agreed to."""

    office: str
    counter: str
    answers: tuple[tuple[str, bool], ...]
    lines: tuple[str, ...]
    version: str
    text_hash: str
    answered_at: datetime
    staff_name: str
    phone: str
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class _Look:
    """One paper: its width, its margin, and how large everything stands on it."""

    width: float
    margin: float
    title: float
    body: float
    small: float
    sign_height: float

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin


_ROLL = _Look(PAGE_WIDTH, 2 * mm, 19, 11.5, 10, 16 * mm)
_SHEET = _Look(A4[0], 20 * mm, 28, 14.5, 11, 26 * mm)


def consent_pdf(sheet: ConsentSheet, paper: Paper) -> bytes:
    """Return the sheet for `paper`: one page, on the roll as long as its content."""
    look = _SHEET if paper is Paper.A4 else _ROLL
    stack = Stack([block for part in _PARTS for block in part(sheet, look)])
    needed = stack.height + 12 * mm
    height = A4[1] if paper is Paper.A4 else needed
    top = height - (20 * mm if paper is Paper.A4 else 4 * mm)
    buffer = BytesIO()
    canvas = new_canvas(buffer, (look.width, height), TITLE)
    stack.draw(canvas, look.margin, top)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _head(sheet: ConsentSheet, look: _Look) -> Sequence[Block]:
    centre = Align.CENTRE
    when = f"{office_time(sheet.answered_at):%H:%M, %d/%m/%Y}"
    return (
        Paragraph(sheet.office, Style(look.body, Face.SEMI_BOLD, centre), look.inner),
        Paragraph(sheet.counter, Style(look.small, align=centre), look.inner),
        Space(look.body / 2),
        fitted(TITLE, Style(look.title, Face.BOLD, centre, leading=1.3), look.inner),
        Paragraph(f"Ông/bà trả lời lúc {when}", Style(look.small, align=centre), look.inner),
        Rule(look.inner, look.body * 1.4),
    )


def _answers(sheet: ConsentSheet, look: _Look) -> Sequence[Block]:
    strong, plain = Style(look.body, Face.SEMI_BOLD), Style(look.body)
    blocks: list[Block] = []
    for question, is_granted in sheet.answers:
        half = look.inner / 2
        boxes = Columns(
            [
                (0, CheckRow(YES, plain, half, is_ticked=is_granted)),
                (half, CheckRow(NO, plain, half, is_ticked=not is_granted)),
            ]
        )
        blocks += [Paragraph(question, strong, look.inner), Space(3), boxes, Space(look.body)]
    return blocks


def _lines(sheet: ConsentSheet, look: _Look) -> Sequence[Block]:
    style = Style(look.body)
    blocks: list[Block] = [Rule(look.inner, look.body)]
    for line in sheet.lines:
        blocks += [Paragraph(line, style, look.inner), Space(look.body * 0.45)]
    return blocks


def _signature(sheet: ConsentSheet, look: _Look) -> Sequence[Block]:
    small = Style(look.small)
    return (
        Space(look.body),
        Paragraph("Ông/bà ký hoặc điểm chỉ, nếu muốn:", small, look.inner),
        Space(look.sign_height),
        Rule(look.inner, look.body, thickness=0.5, dash=2),
        Paragraph(f"Cán bộ hỏi: {sheet.staff_name}", small, look.inner),
    )


def _foot(sheet: ConsentSheet, look: _Look) -> Sequence[Block]:
    small = Style(look.small, align=Align.CENTRE)
    asked = f"Lời hỏi {sheet.version} · {sheet.text_hash[:_HASH_SHOWN]}"
    call: list[Block] = []
    if sheet.phone.strip():
        strong = Style(look.body, Face.BOLD, Align.CENTRE)
        call = [Paragraph(f"Rút đồng ý, gọi: {sheet.phone}", strong, look.inner)]
    return (
        Rule(look.inner, look.body * 1.4),
        *call,
        Paragraph(asked, small, look.inner),
        Paragraph(f"In lúc {office_time(sheet.printed_at):%H:%M, %d/%m/%Y}", small, look.inner),
        Paragraph(NOT_A_RECEIPT, small, look.inner),
    )


_PARTS = (_head, _answers, _lines, _signature, _foot)
