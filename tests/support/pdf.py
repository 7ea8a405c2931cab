"""Looks into PDFs as a reader or a scanner would."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image
from pypdf import PdfReader


def page_images(pdf: bytes, dpi: float = 203) -> list[Image.Image]:
    """Return the pages as gray pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def page_colours(pdf: bytes) -> set[tuple[int, int, int]]:
    """Return every colour on the first page, as red, green and blue."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=2).to_pil().convert("RGB")
    finally:
        document.close()
    return {colour for _count, colour in image.getcolors(image.width * image.height)}


def qr_texts(pdf: bytes, dpi: float = 203) -> list[str]:
    """Return what a scanner reads from the pages, in black and white as thermal paper is."""
    found = []
    for image in page_images(pdf, dpi):
        sheet = image.point(lambda gray: 255 if gray >= 128 else 0)
        found += [code.text for code in zxingcpp.read_barcodes(sheet)]
    return found


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page, its blanks made one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def page_sizes_mm(pdf: bytes) -> list[tuple[float, float]]:
    """Return (width, height) of each page in millimetres."""
    boxes = [page.mediabox for page in PdfReader(BytesIO(pdf)).pages]
    return [(float(b.width) / 72 * 25.4, float(b.height) / 72 * 25.4) for b in boxes]


def font_names(pdf: bytes) -> set[str]:
    """Return the names of all fonts listed, without the tag of their subset."""
    names = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            names.add(str(font.get_object()["/BaseFont"]).lstrip("/").split("+")[-1])
    return names


def is_nfc(text: str) -> bool:
    """Return whether `text` is in Unicode's composed normal form."""
    return unicodedata.is_normalized("NFC", text)


def ink_box_mm(image: Image.Image, dpi: float) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what is printed on a page, in millimetres."""
    box = image.point(lambda gray: 255 if gray < 128 else 0).getbbox()
    assert box is not None, "the page is blank"
    left, top, right, bottom = (side / dpi * 25.4 for side in box)
    return left, top, right, bottom
