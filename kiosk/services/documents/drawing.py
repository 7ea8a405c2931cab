"""Draws the SVG drawings of papers into a PDF, as lines and not as pixels.

Only what those drawings use is known: rectangles, circles, lines, and paths of straight lines and
curves in absolute coordinates. Anything else is a mistake in a drawing and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree import ElementTree as ET

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from kiosk.domain.errors import BugError
from resources import paper_svg

WIDTH, HEIGHT = 48.0, 36.0
"""The canvas of every drawing."""

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_PIECE = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}

Commands = tuple[tuple[str, tuple[float, ...]], ...]


class Drawing:
    """One drawing, `width` points wide; a block of a page."""

    def __init__(self, name: str, width: float) -> None:
        self._shapes = _shapes(name)
        self.width = width

    @property
    def height(self) -> float:
        """The height that follows from the width."""
        return self.width * HEIGHT / WIDTH

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw it with its upper left corner at (`x`, `top`)."""
        scale = self.width / WIDTH
        canvas.saveState()
        canvas.translate(x, top)
        canvas.scale(scale, -scale)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for shape in self._shapes:
            _DRAWERS[shape.tag.removeprefix(_NAMESPACE)](canvas, shape)
        canvas.restoreState()


@lru_cache(maxsize=64)
def _shapes(name: str) -> tuple[ET.Element, ...]:
    """Return the shapes of a shipped drawing, with what it says of all of them on each."""
    root = ET.fromstring(paper_svg(name))  # noqa: S314 - our own file
    if root.get("viewBox") != f"0 0 {WIDTH:.0f} {HEIGHT:.0f}":
        raise BugError(f"papers/{name}.svg: another canvas")
    common = {key: value for key, value in root.attrib.items() if key != "viewBox"}
    for shape in root:
        if shape.tag.removeprefix(_NAMESPACE) not in _DRAWERS:
            raise BugError(f"papers/{name}.svg: {shape.tag} is not drawn")
        shape.attrib.update({k: v for k, v in common.items() if k not in shape.attrib})
    return tuple(root)


def _paint(canvas: Canvas, shape: ET.Element) -> tuple[int, int]:
    """Set the colours of a shape; return whether it is stroked and filled."""
    stroke, fill = shape.get("stroke", "none"), shape.get("fill", "none")
    canvas.setLineWidth(float(shape.get("stroke-width", "1")))
    if stroke != "none":
        canvas.setStrokeColor(HexColor(stroke))
    if fill != "none":
        canvas.setFillColor(HexColor(fill))
    return int(stroke != "none"), int(fill != "none")


def _number(shape: ET.Element, name: str) -> float:
    return float(shape.get(name, "0"))


def _rect(canvas: Canvas, shape: ET.Element) -> None:
    stroke, fill = _paint(canvas, shape)
    x, y, width, height, radius = (
        _number(shape, name) for name in ("x", "y", "width", "height", "rx")
    )
    canvas.roundRect(x, y, width, height, radius, stroke, fill)


def _circle(canvas: Canvas, shape: ET.Element) -> None:
    stroke, fill = _paint(canvas, shape)
    x, y, radius = (_number(shape, name) for name in ("cx", "cy", "r"))
    canvas.circle(x, y, radius, stroke, fill)


def _line(canvas: Canvas, shape: ET.Element) -> None:
    _paint(canvas, shape)
    canvas.line(*(_number(shape, name) for name in ("x1", "y1", "x2", "y2")))


def _path(canvas: Canvas, shape: ET.Element) -> None:
    stroke, fill = _paint(canvas, shape)
    path = canvas.beginPath()
    moves = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for command, numbers in _commands(shape.get("d", "")):
        moves[command](*numbers)
    canvas.drawPath(path, stroke, fill)


@lru_cache(maxsize=256)
def _commands(d: str) -> Commands:
    """Return the commands of a path; raises BugError where it holds others than M, L, C, Z."""
    if _PIECE.sub("", d).strip(" ,"):
        raise BugError(f"a path that is not drawn: {d}")
    return tuple(_parsed(iter(_PIECE.findall(d))))


def _parsed(pieces: Iterator[str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    for command in pieces:
        if command not in _NUMBERS:
            raise BugError(f"a number without a command: {command}")
        yield command, tuple(float(next(pieces)) for _ in range(_NUMBERS[command]))


_DRAWERS: dict[str, Callable[[Canvas, ET.Element], None]] = {
    "rect": _rect,
    "circle": _circle,
    "line": _line,
    "path": _path,
}
