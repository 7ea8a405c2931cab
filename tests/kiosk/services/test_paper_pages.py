"""Pages of a paper: opened as they were meant, and bound into a PDF that keeps its limit."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from kiosk.domain.errors import KnownError
from kiosk.services.paper_pages import PaperPage, page_of, pdf_of
from tests.support.sheets import grainy, jpeg, on_a_table, paper_image

MEGABYTE = 1_000_000
_ORIENTATION = 0x0112
_MADE_BY = 0x010F


def opened(page: PaperPage) -> Image.Image:
    return Image.open(BytesIO(page.jpeg))


def drawn(pdf: bytes, number: int = 0) -> Image.Image:
    """Return a page as a viewer shows it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Image.Image = document[number].render(scale=2).to_pil().convert("RGB")
    finally:
        document.close()
    return image


def test_a_photographed_sheet_becomes_a_pdf_within_two_megabytes() -> None:
    photo = jpeg(on_a_table(paper_image(px_per_mm=14), (4032, 3024)))
    pdf = pdf_of([page_of(photo)], 2 * MEGABYTE)

    assert pdf.startswith(b"%PDF-")
    assert len(pdf) <= 2 * MEGABYTE
    (page,) = PdfReader(BytesIO(pdf)).pages
    (picture,) = page.images
    assert picture.image is not None
    assert max(picture.image.size) == 2480, "there was room for every dot"


def test_the_print_can_still_be_seen_in_the_pdf() -> None:
    sheet = paper_image(px_per_mm=8)
    shown = drawn(pdf_of([page_of(jpeg(sheet))], 2 * MEGABYTE)).resize((210, 297))
    ink = sheet.resize((210, 297)).convert("L")
    dark = [spot for spot in _spots() if ink.getpixel(spot) < 120]  # type: ignore[operator]
    light = [spot for spot in _spots() if ink.getpixel(spot) > 230]  # type: ignore[operator]
    gray = shown.convert("L")

    assert len(dark) > 50
    assert _mean(gray, dark) < 140
    assert _mean(gray, light) > 225


def _spots() -> list[tuple[int, int]]:
    return [(x, y) for x in range(20, 190) for y in range(20, 180)]


def _mean(image: Image.Image, spots: list[tuple[int, int]]) -> float:
    values = [float(image.getpixel(spot)) for spot in spots]  # type: ignore[arg-type]
    return sum(values) / len(values)


def test_a_pdf_says_nothing_of_when_and_by_what_it_was_made() -> None:
    page = page_of(jpeg(paper_image(px_per_mm=3)))
    reader = PdfReader(BytesIO(pdf_of([page, page], MEGABYTE)), strict=True)

    assert reader.metadata is None
    assert [round(max(page.mediabox[2:])) for page in reader.pages] == [842, 842]
    assert pdf_of([page], MEGABYTE) == pdf_of([page], MEGABYTE)


def test_the_limit_is_kept_to_the_byte() -> None:
    pages = [page_of(jpeg(paper_image(px_per_mm=3)))] * 3
    size = len(pdf_of(pages, MEGABYTE))

    assert len(pdf_of(pages, size + 4_000)) == size
    assert len(pdf_of(pages, size - 1)) < size


def test_more_pages_get_fewer_dots_until_they_fit() -> None:
    page = page_of(jpeg(grainy((2480, 1754))))
    pdfs = [pdf_of([page] * count, 2 * MEGABYTE) for count in (1, 3)]
    sides = [_long_side(pdf) for pdf in pdfs]

    assert max(map(len, pdfs)) <= 2 * MEGABYTE
    assert [len(PdfReader(BytesIO(pdf)).pages) for pdf in pdfs] == [1, 3]
    assert 2480 >= sides[0] > sides[1] >= 1240


def _long_side(pdf: bytes) -> int:
    picture = PdfReader(BytesIO(pdf)).pages[0].images[0].image
    assert picture is not None
    return max(picture.size)


def test_what_cannot_fit_is_said_plainly() -> None:
    page = page_of(jpeg(grainy((1240, 900))))
    with pytest.raises(KnownError) as told:
        pdf_of([page] * 12, MEGABYTE)

    assert told.value.message == "Thêm trang này thì tệp quá lớn."
    assert "12 pages" in told.value.log_line


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_page_stands_as_its_camera_noted(orientation: int) -> None:
    turn = {3: 180, 6: 90, 8: -90}[orientation]
    upright = _marked()
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    page = page_of(jpeg(upright.rotate(turn, expand=True), exif=exif))

    assert opened(page).size == upright.size
    assert _is_red(opened(page), (10, 10))


def test_turning_a_page_turns_it_clockwise_in_the_pdf() -> None:
    page = page_of(jpeg(_marked()))
    shown = drawn(pdf_of([page.turned()], MEGABYTE))

    assert shown.width > shown.height
    assert _is_red(shown, (shown.width - 20, 20)), "what was top left is top right"
    assert page.turned().turned().turned().turned() == page


def _marked() -> Image.Image:
    """Return an upright sheet, red in its top left corner."""
    sheet = Image.new("RGB", (400, 600), "white")
    ImageDraw.Draw(sheet).rectangle((0, 0, 80, 80), fill="red")
    return sheet


def _is_red(image: Image.Image, spot: tuple[int, int]) -> bool:
    red, green, blue = image.convert("RGB").getpixel(spot)  # type: ignore[misc]
    return red > 200 and green < 90 and blue < 90


def test_pages_keep_their_order() -> None:
    pages = [page_of(jpeg(Image.new("RGB", (300, 400), colour))) for colour in ("red", "blue")]
    pdf = pdf_of(pages, MEGABYTE)

    assert _is_red(drawn(pdf, 0), (50, 50))
    assert not _is_red(drawn(pdf, 1), (50, 50))


def test_place_and_device_of_a_photo_are_left_behind() -> None:
    exif = Image.Exif()
    exif[_MADE_BY] = "Dien thoai cua ba Mau"
    exif[0x8825] = {1: "N", 2: (20.0, 43.0, 1.0)}
    photo = jpeg(_marked(), exif=exif)
    assert b"Dien thoai" in photo
    page = page_of(photo)

    assert b"Dien thoai" not in page.jpeg
    assert b"Exif" not in page.jpeg
    assert b"Dien thoai" not in pdf_of([page], MEGABYTE)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "CMYK", "I;16"])
def test_pictures_of_every_kind_are_taken(mode: str) -> None:
    out = BytesIO()
    kind = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    Image.new("L", (50, 70)).convert(mode).save(out, kind)

    assert opened(page_of(out.getvalue())).mode == "RGB"


def test_what_is_transparent_comes_out_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (50, 70), (0, 0, 0, 0)).save(out, "PNG")

    assert opened(page_of(out.getvalue())).getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", jpeg(_marked())[:400], b"\x89PNG\r\n\x1a\n" + b"x" * 50],
    ids=["empty", "text", "cut off", "broken"],
)
def test_what_is_no_picture_is_said_plainly(data: bytes) -> None:
    with pytest.raises(KnownError) as told:
        page_of(data)

    assert told.value.message == "Ảnh này máy chưa mở được."


def test_a_picture_of_endless_size_is_refused_before_it_is_unpacked() -> None:
    header = BytesIO()
    Image.new("1", (1, 1)).save(header, "PNG")
    data = bytearray(header.getvalue())
    data[16:24] = (30_000).to_bytes(4, "big") * 2
    data[29:33] = _crc(bytes(data[12:29]))
    with pytest.raises(KnownError):
        page_of(bytes(data))


def _crc(chunk: bytes) -> bytes:
    import zlib

    return zlib.crc32(chunk).to_bytes(4, "big")


def test_nothing_of_a_page_shows_in_its_repr() -> None:
    assert repr(PaperPage(b"\xff\xd8", 1)) == "PaperPage(turns=1)"
