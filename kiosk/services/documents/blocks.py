"""The few pieces that all papers are built of; each knows its height before it is drawn.

Heights are computed first, so a page is as long as its content, and nothing is cut by a page's
foot. All lengths are points, `top` is the upper edge of a piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.services.documents.fonts import Face, printable, register_fonts
from kiosk.services.documents.qr import MODULE_DOTS, draw_qr, qr_side
from kiosk.services.documents.text import Paragraph, Style

A4: tuple[float, float] = (210 * mm, 297 * mm)


class Block(Protocol):
    """A piece of a page."""

    @property
    def height(self) -> float:
        """The height it takes, in points."""
        ...

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw it with its upper left corner at (`x`, `top`)."""
        ...


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a height."""

    height: float

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across, in the middle of its height; `dash` 0 is solid."""

    width: float
    height: float
    thickness: float = 0.8
    gray: float = 0.0
    dash: float = 0.0

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the line."""
        canvas.saveState()
        canvas.setStrokeGray(self.gray)
        canvas.setLineWidth(self.thickness)
        if self.dash:
            canvas.setDash(self.dash, self.dash)
        y = top - self.height / 2
        canvas.line(x, y, x + self.width, y)
        canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces one below the other."""

    blocks: Sequence[Block]

    @property
    def height(self) -> float:
        """The height of all together."""
        return sum(block.height for block in self.blocks)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw them downwards."""
        for block in self.blocks:
            block.draw(canvas, x, top)
            top -= block.height


@dataclass(frozen=True, slots=True)
class Columns:
    """Pieces side by side, each with its distance from the left, by their tops or their middles."""

    cells: Sequence[tuple[float, Block]]
    centred: bool = False

    @property
    def height(self) -> float:
        """The height of the tallest."""
        return max((block.height for _, block in self.cells), default=0.0)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw them from left to right."""
        for left, block in self.cells:
            slack = (self.height - block.height) / 2 if self.centred else 0.0
            block.draw(canvas, x + left, top - slack)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rounded frame around a piece; `fill` is a gray, None leaves the paper."""

    block: Block
    width: float
    padding: float
    thickness: float = 1.0
    fill: float | None = None
    radius: float = 6.0

    @property
    def height(self) -> float:
        """The height with the padding."""
        return self.block.height + 2 * self.padding

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the frame, then what it holds."""
        canvas.saveState()
        canvas.setLineWidth(self.thickness)
        canvas.setStrokeGray(0)
        canvas.setFillGray(1 if self.fill is None else self.fill)
        stroke, filled = int(self.thickness > 0), int(self.fill is not None)
        canvas.roundRect(x, top - self.height, self.width, self.height, self.radius, stroke, filled)
        canvas.restoreState()
        self.block.draw(canvas, x + self.padding, top - self.padding)


class CheckRow:
    """A box to tick, or ticked, then text; the box is drawn because the font has none."""

    def __init__(self, text: str, style: Style, width: float, *, is_ticked: bool = False) -> None:
        self._style = style
        self._is_ticked = is_ticked
        self._side = style.size * 0.86
        self._text = Paragraph(text, style, width - self.indent)

    @property
    def indent(self) -> float:
        """Where the text begins."""
        return self._side + self._style.size * 0.55

    @property
    def height(self) -> float:
        """The height of the text."""
        return self._text.height

    @property
    def width(self) -> float:
        """The width really used."""
        return self.indent + self._text.widest

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the box beside the first line."""
        canvas.setStrokeGray(0)
        canvas.setLineWidth(max(0.8, self._style.size / 14))
        bottom = top - self._style.line_height / 2 - self._side / 2
        canvas.rect(x + 0.5, bottom, self._side, self._side, stroke=1, fill=0)
        if self._is_ticked:
            self._tick(canvas, x + 0.5, bottom)
        self._text.draw(canvas, x + self.indent, top)

    def _tick(self, canvas: Canvas, left: float, bottom: float) -> None:
        """Draw a tick that no worn printer loses, a little larger than its box."""
        side = self._side
        tick = canvas.beginPath()
        tick.moveTo(left + 0.15 * side, bottom + 0.5 * side)
        tick.lineTo(left + 0.42 * side, bottom + 0.2 * side)
        tick.lineTo(left + 1.05 * side, bottom + 1.05 * side)
        canvas.saveState()
        canvas.setLineWidth(side / 5)
        canvas.drawPath(tick, stroke=1, fill=0)
        canvas.restoreState()


@dataclass(frozen=True, slots=True)
class QrBlock:
    """A QR code with its quiet zone."""

    payload: str
    dots: int = MODULE_DOTS

    @property
    def height(self) -> float:
        """Its side: it is a square."""
        return qr_side(self.payload, dots=self.dots)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw it on the printer's grid of dots."""
        draw_qr(canvas, self.payload, x, top, dots=self.dots)


def new_canvas(buffer: BytesIO, size: tuple[float, float], title: str) -> Canvas:
    """Return a canvas that names no font but ours and writes the same bytes every time."""
    register_fonts()
    canvas = Canvas(
        buffer, pagesize=size, invariant=1, initialFontName=Face.REGULAR.value, lang="vi-VN"
    )
    canvas.setTitle(printable(title))
    canvas.setCreator("Đồng Hành Số")
    canvas.setProducer("Đồng Hành Số")
    return canvas
