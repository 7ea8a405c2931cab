"""One row of the sheet: the code, what to know at the door, and boxes for how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.calendar import WEEKDAYS, office_time
from kiosk.domain.follow_up import ATTEMPT_LABELS, FollowUp
from kiosk.domain.person import PHONE_OWNER_LABELS, Person, grouped_phone
from kiosk.domain.round import ANSWER_LABELS, SHEET_ANSWERS
from kiosk.domain.slip_code import grouped
from kiosk.services.documents.blocks import (
    Block,
    CheckRow,
    Columns,
    Frame,
    QrBlock,
    Rule,
    Space,
    Stack,
)
from kiosk.services.documents.fonts import CAP_HEIGHT, Face, printable, text_width, unbroken
from kiosk.services.documents.qr import DOT, QUIET_MODULES
from kiosk.services.documents.text import Align, Paragraph, Run, Style, fitted

_PADDING = 3 * mm
_CODE_WIDTH = 27 * mm
_RESULT_WIDTH = 64 * mm
_SECOND_RESULTS = 35 * mm
_GUTTER = 3.5 * mm
_QR_DOTS = 6
_LINE_HEIGHT = 8 * mm
_SIGNATURE_HEIGHT = 13 * mm
"""Room for an old hand, or for a finger's print."""

_CODE = Style(12, Face.BOLD, Align.CENTRE)
_NAME = Style(14.5, Face.BOLD, leading=1.3)
_BODY = Style(11, leading=1.32)
_STRONG = Style(11.5, Face.SEMI_BOLD, leading=1.32)
_QUIET = Style(10.5, gray=0.25, leading=1.32)
_BADGE = Style(10.5, Face.BOLD, Align.CENTRE)
_CHECK = Style(10, leading=1.65)


@dataclass(frozen=True, slots=True)
class RunSheetRow:
    """One row: its number, village and case, with the words its ids stand for.

    `payload` and `code` are the newest slip's; `step` is where it stopped on the citizen's screen,
    `ready` the papers marked as there, `call` what came of ringing. A row with an `answer` keeps
    its place and names nobody.
    """

    position: int
    village: str
    follow_up: FollowUp | None = None
    payload: str = ""
    code: str = ""
    procedure: str = ""
    step: str = ""
    needs: tuple[str, ...] = ()
    ready: tuple[str, ...] = ()
    call: str = ""
    answer: str = ""


class Badge:
    """Words on black, for what must not be overlooked."""

    def __init__(self, text: str) -> None:
        self._text = unbroken(text)
        self.width = text_width(self._text, _BADGE.face, _BADGE.size) + 10

    @property
    def height(self) -> float:
        """The height of its line."""
        return _BADGE.line_height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw white words in a black pill."""
        canvas.setFillGray(0)
        canvas.roundRect(x, top - self.height, self.width, self.height, 4, stroke=0, fill=1)
        white = Style(_BADGE.size, _BADGE.face, _BADGE.align, gray=1.0)
        Paragraph([Run(self._text, white.face)], white, self.width).draw(canvas, x, top)


def row_block(row: RunSheetRow, today: date, width: float) -> Block:
    """Return the frame of one row, `width` points wide."""
    if row.follow_up is None:
        return _answered(row, width)
    middle = _CODE_WIDTH + _GUTTER
    middle_width = width - 2 * _PADDING - middle - _GUTTER - _RESULT_WIDTH
    words = Stack(
        [
            *_person(row.follow_up, row.position, middle_width),
            *_case(row, row.follow_up, today, middle_width),
        ]
    )
    columns = Columns(
        [
            (0, _code(row)),
            (middle, words),
            (middle + middle_width + _GUTTER, _results(words.height)),
        ]
    )
    return Frame(columns, width, _PADDING, thickness=1.2)


def _answered(row: RunSheetRow, width: float) -> Block:
    """Return the narrow frame of a row that was answered before the sheet was printed."""
    words = f"{row.position}. Đã có kết quả: {row.answer}"
    return Frame(Paragraph(words, _BODY, width - 2 * _PADDING), width, _PADDING, thickness=0.6)


def _code(row: RunSheetRow) -> Block:
    """Return QR and typed code; the quiet zone reaches into the padding of the frame."""
    code = fitted(grouped(row.code.replace("-", "")), _CODE, _CODE_WIDTH)
    if not row.payload:
        return code
    qr = QrBlock(row.payload, _QR_DOTS)
    left = (_CODE_WIDTH - qr.height) / 2
    quiet = QUIET_MODULES * _QR_DOTS * DOT
    # The first dark module stands as high as the capitals of the name beside it.
    above = (_NAME.line_height - _NAME.size * CAP_HEIGHT) / 2 - quiet
    return Stack([Space(above), Columns([(left, qr)]), Space(1.5 * mm - quiet), code])


def _person(case: FollowUp, number: int, width: float) -> list[Block]:
    """Return whom to look for, and where; not who lives alone, should the sheet be lost."""
    person = case.person
    if person is None:
        return [Paragraph(f"{number}. Không ghi tên", _NAME, width)]
    age = _age(person, case)
    blocks: list[Block] = [Paragraph(f"{number}. {person.name}{age}", _NAME, width)]
    place = [person.where_to_find.strip()]
    place += ["Khó đi lại"] if person.hard_to_move else []
    blocks.append(Paragraph(" · ".join(part for part in place if part), _BODY, width))
    return [*blocks, Paragraph(_phone(person), _BODY, width)]


def _age(person: Person, follow_up: FollowUp) -> str:
    """Return the age in the year of the promised day; only the birth year is known."""
    return f", {follow_up.due.year - person.birth_year} tuổi" if person.birth_year else ""


def _phone(person: Person) -> list[Run]:
    digits = person.phone.strip()
    if not digits:
        return [Run("Không có điện thoại", Face.REGULAR)]
    owner = PHONE_OWNER_LABELS[person.phone_owner]
    return [
        Run(unbroken(grouped_phone(digits)), Face.SEMI_BOLD),
        Run(unbroken(f"({owner})"), Face.REGULAR),
    ]


def _case(row: RunSheetRow, follow_up: FollowUp, today: date, width: float) -> list[Block]:
    blocks: list[Block] = [Space(1 * mm), Paragraph(row.procedure, _STRONG, width)]
    for label, words in (
        ("Cần:", ", ".join(row.needs)),
        ("Giấy cần có:", "; ".join(follow_up.bring)),
        ("Giấy đã có:", "; ".join(row.ready)),
    ):
        if words:
            blocks.append(_labelled(label, words, _BODY, width))
    barriers = [BARRIER_BY_CODE[c].staff_label for c in follow_up.barriers if c in BARRIER_BY_CODE]
    stopped = " – ".join(part for part in (row.step.strip(), "; ".join(barriers)) if part)
    if stopped:
        blocks.append(_labelled("Vướng ở:", stopped, _QUIET, width))
    if follow_up.attempts:
        blocks.append(_labelled("Lần trước:", _last_attempt(follow_up), _QUIET, width))
    if row.call:
        blocks.append(_labelled("Gọi trước:", row.call, _QUIET, width))
    return [*blocks, _due(follow_up, today, width)]


def _labelled(label: str, value: str, style: Style, width: float) -> Block:
    runs = [Run(unbroken(label), Face.MEDIUM), Run(printable(value), style.face)]
    return Paragraph(runs, style, width)


def _last_attempt(follow_up: FollowUp) -> str:
    last = max(follow_up.attempts, key=lambda attempt: attempt.at)
    return f"{office_time(last.at):%d/%m}, {ATTEMPT_LABELS[last.result]}, {last.staff_name}"


def _due(follow_up: FollowUp, today: date, width: float) -> Block:
    day = f"{WEEKDAYS[follow_up.due.weekday()]}, {follow_up.due:%d/%m}"
    year = "" if follow_up.due.year == today.year else f"/{follow_up.due.year}"
    promised = f"Hẹn {follow_up.half_day.label.removeprefix('buổi ')} {day}{year}"
    late = follow_up.days_overdue(today)
    if not late:
        return Paragraph(promised, _BODY, width)
    badge = Badge(f"quá {late} ngày")
    text = Paragraph(promised, _BODY, width - badge.width - 6)
    if text.line_count > 1:
        return Stack([Paragraph(promised, _BODY, width), Space(1), badge])
    return Columns([(0, text), (text.widest + 6, badge)], centred=True)


def _results(height: float) -> Block:
    """Return the boxes, room for signature or finger, and as many lines for notes as fit."""
    first, second = (
        Stack([CheckRow(ANSWER_LABELS[a], _CHECK, _SECOND_RESULTS) for a in answers])
        for answers in (SHEET_ANSWERS[::2], SHEET_ANSWERS[1::2])
    )
    ticks = Columns([(0, first), (_SECOND_RESULTS, second)])
    lines = [_line("Ký, điểm chỉ:", _SIGNATURE_HEIGHT), _line("Ghi chú:")]
    room = height - ticks.height - _SIGNATURE_HEIGHT - _LINE_HEIGHT
    return Stack([ticks, *lines, *[_line("")] * int(room / _LINE_HEIGHT)])


def _line(label: str, height: float = _LINE_HEIGHT) -> Block:
    """Return a label with a line to write on; the line stands at the foot of the words."""
    words = Paragraph(label, _CHECK, _RESULT_WIDTH)
    left = words.widest + 4 if label else 0.0
    rule = Rule(_RESULT_WIDTH - left, 1, thickness=0.6, gray=0.35)
    lead = height - _CHECK.line_height
    return Columns(
        [(0, Stack([Space(lead), words])), (left, Stack([Space(height - 4), rule, Space(3)]))]
    )
