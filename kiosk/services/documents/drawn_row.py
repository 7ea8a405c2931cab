"""A line of what to bring: its drawing, a box to tick, and the words."""

from __future__ import annotations

from kiosk.domain.paper_picture import PaperPicture
from kiosk.services.documents.blocks import Block, CheckRow, Columns
from kiosk.services.documents.drawing import Drawing
from kiosk.services.documents.text import Style

_GAP_SHARE = 0.18
"""Room between drawing and words, as a share of the drawing's width."""

Papers = tuple[tuple[str, PaperPicture | None], ...]


def drawn_rows(papers: Papers, style: Style, width: float, picture_width: float) -> list[Block]:
    """Return the lines, drawing and words level with each other.

    Where one has no drawing its place stays free, so that the boxes stand below each other; where
    none has, the words take all the width.
    """
    left = picture_width * (1 + _GAP_SHARE) if any(picture for _, picture in papers) else 0.0
    return [_row(CheckRow(line, style, width - left), picture, left) for line, picture in papers]


def _row(words: CheckRow, picture: PaperPicture | None, left: float) -> Block:
    if picture is None:
        return Columns([(left, words)])
    drawing = Drawing(picture.value, left / (1 + _GAP_SHARE))
    return Columns([(0, drawing), (left, words)], centred=True)
