"""Running text on paper: words of several weights, broken into lines that fit a width.

A line is filled greedily; then the paragraph is narrowed, without growing taller, until its last
line is not a lonely word. A word wider than the line is cut, so nothing ever overflows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas

from kiosk.services.documents.fonts import CAP_HEIGHT, NBSP, Face, printable, text_width, unbroken

_RANGE = re.compile(r"(?<=\d) – (?=\d)")
_LEADING = 1.36
_NARROWING_STEP = 4.0
_LONELY_SHARE = 0.3
"""A last line shorter than this share of the width looks lost."""


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; `size` in points, `gray` 0 is black."""

    size: float
    face: Face = Face.REGULAR
    align: Align = Align.LEFT
    gray: float = 0.0
    leading: float = _LEADING

    @property
    def line_height(self) -> float:
        """The distance between two lines, in points."""
        return self.size * self.leading


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight; NBSP inside keeps words together."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    face: Face
    width: float


_Line = tuple[_Word, ...]


class Paragraph:
    """Text broken to a width, ready to be drawn; `height` and `width` in points."""

    def __init__(self, content: str | Iterable[Run], style: Style, width: float) -> None:
        runs = [Run(_bound(content), style.face)] if isinstance(content, str) else content
        self.style = style
        self.width = width
        self._lines = self._broken(self._words(runs))

    @property
    def height(self) -> float:
        """The height of all lines together."""
        return len(self._lines) * self.style.line_height

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def widest(self) -> float:
        """The width of the longest line."""
        return max((self._measure(line) for line in self._lines), default=0.0)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the lines below `top`, from `x` to `x + width`."""
        canvas.setFillGray(self.style.gray)
        for number, line in enumerate(self._lines):
            # Capitals stand centred in their line, so blocks of text align with boxes beside them.
            middle = top - (number + 0.5) * self.style.line_height
            self._draw_line(canvas, line, x, middle - self.style.size * CAP_HEIGHT / 2)

    def _draw_line(self, canvas: Canvas, line: _Line, x: float, baseline: float) -> None:
        slack = self.width - self._measure(line)
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[self.style.align]
        out = canvas.beginText(x + slack * share, baseline)
        last = len(line) - 1
        for place, word in enumerate(line):
            out.setFont(word.face.value, self.style.size)
            out.textOut(word.text.replace(NBSP, " ") + (" " if place < last else ""))
        canvas.drawText(out)

    def _words(self, runs: Iterable[Run]) -> list[_Word]:
        words = []
        for run in runs:
            for text in run.text.split(" "):
                words += self._cut(text, run.face) if text else []
        return words

    def _cut(self, text: str, face: Face) -> list[_Word]:
        """Return the word whole, or in pieces when it is wider than a line."""
        pieces = []
        while len(text) > 1 and text_width(text, face, self.style.size) > self.width:
            end = len(text) - 1
            while end > 1 and text_width(text[:end], face, self.style.size) > self.width:
                end -= 1
            pieces.append(text[:end])
            text = text[end:]
        pieces.append(text)
        return [_Word(p, face, text_width(p, face, self.style.size)) for p in pieces]

    def _broken(self, words: list[_Word]) -> list[_Line]:
        lines = self._fill(words, self.width)
        width = self.width
        best = lines
        while self._is_lonely(best) and width > self.width / 2:
            width -= _NARROWING_STEP
            narrower = self._fill(words, width)
            if len(narrower) > len(lines):
                break
            best = narrower
        return best

    def _fill(self, words: list[_Word], width: float) -> list[_Line]:
        lines: list[_Line] = []
        line: _Line = ()
        for word in words:
            if line and self._measure((*line, word)) > width:
                lines.append(line)
                line = ()
            line = (*line, word)
        return [*lines, line] if line else lines

    def _is_lonely(self, lines: list[_Line]) -> bool:
        if len(lines) < 2:
            return False
        return len(lines[-1]) == 1 or self._measure(lines[-1]) < _LONELY_SHARE * self.width

    def _measure(self, line: _Line) -> float:
        spaces = sum(text_width(" ", w.face, self.style.size) for w in line[:-1])
        return sum(word.width for word in line) + spaces


def _bound(text: str) -> str:
    """Return clean text in which no line begins with a dash and a range of hours stays whole."""
    ranges = _RANGE.sub(f"{NBSP}–{NBSP}", printable(text))
    return ranges.replace(" – ", f"{NBSP}– ").replace(" · ", f"{NBSP}· ")


def fitted(text: str, style: Style, width: float) -> Paragraph:
    """Return `text` on one line, made smaller than `style` only when it would not fit."""
    natural = text_width(printable(text), style.face, style.size)
    size = min(style.size, style.size * width / natural * 0.999) if natural else style.size
    return Paragraph([Run(unbroken(text), style.face)], replace(style, size=size), width)
