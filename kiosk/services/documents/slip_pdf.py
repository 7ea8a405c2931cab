"""A slip as a PDF: the same words on an 80 mm roll or on A4."""

from __future__ import annotations

from kiosk.domain.slip import Paper, SlipContent
from kiosk.services.documents.slip_a4 import a4_slip
from kiosk.services.documents.slip_roll import roll_slip


def slip_pdf(content: SlipContent, paper: Paper) -> bytes:
    """Return the slip for `paper`; only Be Vietnam Pro is embedded, all text is NFC."""
    return a4_slip(content) if paper is Paper.A4 else roll_slip(content)
