"""The sample card on paper, to hold to a scanner that cannot see the screen."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.units import mm

from kiosk.domain.sample_card import SAMPLE_CARD, SAMPLE_NAME
from kiosk.domain.slip import Paper
from kiosk.domain.words import N_
from kiosk.services.documents.blocks import A4, Columns, QrBlock, Space, Stack, new_canvas
from kiosk.services.documents.fonts import Face
from kiosk.services.documents.slip_roll import PAGE_WIDTH
from kiosk.services.documents.text import Align, Paragraph, Style, fitted

TITLE = N_("THẺ MẪU")
_NOTE = N_("Chỉ để thử máy quét, không phải thẻ của ai.")
_MARGIN = 3 * mm
_WIDTH = PAGE_WIDTH - 2 * _MARGIN


def sample_card_pdf(paper: Paper) -> bytes:
    """Return one page with the sample's code, as wide as the roll; on A4 at the upper left."""
    centre = Align.CENTRE
    qr = QrBlock(SAMPLE_CARD)
    stack = Stack(
        [
            fitted(TITLE, Style(19, Face.BOLD, centre, leading=1.3), _WIDTH),
            Space(3 * mm),
            Columns([((_WIDTH - qr.height) / 2, qr)]),
            Space(3 * mm),
            Paragraph(SAMPLE_NAME, Style(13, Face.SEMI_BOLD, centre), _WIDTH),
            Paragraph(_NOTE, Style(11, align=centre), _WIDTH),
        ]
    )
    size = A4 if paper is Paper.A4 else (PAGE_WIDTH, stack.height + 12 * mm)
    buffer = BytesIO()
    canvas = new_canvas(buffer, size, TITLE)
    stack.draw(canvas, _MARGIN, size[1] - 6 * mm)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
