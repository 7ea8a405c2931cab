"""QR codes as vector squares, sized in whole dots of a thermal printer.

A module of a fractional number of dots prints with ragged edges; four dots of 203 dpi (0.5 mm) are
the rule and three the floor (research/feasibility 6). The highest error correction is used: slips
are folded, wetted and carried in a pocket for days.
"""

from __future__ import annotations

import math
from functools import lru_cache

from qrcode.constants import ERROR_CORRECT_H
from qrcode.main import QRCode
from reportlab.pdfgen.canvas import Canvas

DOT = 72 / 203
"""One dot of a 203 dpi printer, in points."""

QUIET_MODULES = 4
MODULE_DOTS = 4

Matrix = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=64)
def qr_matrix(payload: str) -> Matrix:
    """Return the modules of `payload` as rows of dark (True) and light, without a quiet zone."""
    code = QRCode(error_correction=ERROR_CORRECT_H, border=0)
    code.add_data(payload)
    code.make()
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def qr_side(payload: str, *, dots: int = MODULE_DOTS) -> float:
    """Return the side of the drawn code with its quiet zone, in points."""
    return (len(qr_matrix(payload)) + 2 * QUIET_MODULES) * dots * DOT


def draw_qr(canvas: Canvas, payload: str, x: float, top: float, *, dots: int = MODULE_DOTS) -> None:
    """Draw `payload` with its upper left corner, quiet zone included, near (`x`, `top`).

    The corner is moved to the nearest dot inside, counted from the page's upper left corner.
    """
    module = dots * DOT
    page_height = canvas._pagesize[1]  # noqa: SLF001 - the canvas has no other way to tell
    left = math.ceil(round(x / DOT, 6)) * DOT + QUIET_MODULES * module
    upper = (
        page_height - math.ceil(round((page_height - top) / DOT, 6)) * DOT - QUIET_MODULES * module
    )
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for row, modules in enumerate(qr_matrix(payload)):
        for column, length in _dark_stretches(modules):
            path.rect(left + column * module, upper - (row + 1) * module, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_stretches(modules: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return (start, length) of each run of dark modules: fewer shapes, and no hairlines."""
    stretches = []
    start = None
    for column, is_dark in enumerate((*modules, False)):
        if is_dark and start is None:
            start = column
        elif not is_dark and start is not None:
            stretches.append((start, column - start))
            start = None
    return stretches
