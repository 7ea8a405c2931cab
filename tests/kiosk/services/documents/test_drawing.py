"""Drawings of papers in a PDF: the same lines as in the SVG, and nothing that is not understood."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import resources
from kiosk.domain.errors import BugError
from kiosk.domain.paper_picture import PaperPicture
from kiosk.services.documents import drawing
from kiosk.services.documents.blocks import new_canvas
from kiosk.services.documents.drawing import HEIGHT, WIDTH, Drawing
from tests.support.pdf import page_images

SCALE = 5
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 36" stroke="#000000">'


def in_pdf(name: str) -> Image.Image:
    """Return a drawing as it comes out of a PDF."""
    buffer = BytesIO()
    canvas = new_canvas(buffer, (WIDTH, HEIGHT), name)
    Drawing(name, WIDTH).draw(canvas, 0, HEIGHT)
    canvas.showPage()
    canvas.save()
    (page,) = page_images(buffer.getvalue(), 72 * SCALE)
    return page


def as_svg(name: str, qapp: object) -> np.ndarray:
    """Return a drawing as Qt's own SVG renderer draws it, in grays."""
    image = QImage(int(WIDTH) * SCALE, int(HEIGHT) * SCALE, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer = QSvgRenderer(QByteArray(resources.paper_svg(name).encode()))
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    rows = np.frombuffer(bytes(image.constBits()), np.uint8)
    return rows.reshape(image.height(), image.bytesPerLine())[:, : image.width()]


@pytest.mark.parametrize("name", [picture.value for picture in PaperPicture])
def test_the_pdf_shows_what_the_svg_shows(name: str, qapp: object) -> None:
    printed = np.asarray(in_pdf(name)).astype(int)
    drawn = as_svg(name, qapp).astype(int)
    assert printed.shape == drawn.shape
    differing = np.mean(np.abs(printed - drawn) > 128)
    assert differing < 0.01, f"{differing:.1%} of the dots differ"
    assert 0.03 < np.mean(printed < 128) < 0.6, "neither blank nor a black block"


@pytest.mark.parametrize("name", [picture.value for picture in PaperPicture])
def test_no_line_is_thinner_than_a_dot_on_a_roll(name: str) -> None:
    """At 16 mm a stroke of 1.6 units is 0.53 mm: four dots of a thermal printer."""
    svg = resources.paper_svg(name)
    assert 'stroke-width="1.6"' in svg
    assert svg.count("stroke-width") == 1
    assert "<text" not in svg, "nobody has to read a drawing"


@pytest.mark.parametrize(
    "body",
    [
        '<text x="1" y="2">A</text>',
        '<path d="M 0 0 Q 1 1 2 2"/>',
        '<path d="M 0 0 h 3"/>',
        '<path d="1 2 3"/>',
    ],
)
def test_what_is_not_understood_is_refused(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(_name: str) -> str:
        return f"{HEAD}{body}</svg>"

    monkeypatch.setattr(drawing, "paper_svg", other)
    drawing._shapes.cache_clear()
    with pytest.raises(BugError):
        Drawing("odd", 48).draw(new_canvas(BytesIO(), (48, 36), "odd"), 0, 36)
    drawing._shapes.cache_clear()


def test_another_canvas_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(_name: str) -> str:
        return HEAD.replace("0 0 48 36", "0 0 24 24") + "</svg>"

    monkeypatch.setattr(drawing, "paper_svg", other)
    drawing._shapes.cache_clear()
    with pytest.raises(BugError):
        Drawing("odd", 48)
    drawing._shapes.cache_clear()
