"""Pages of a paper as pictures, and one PDF of them that keeps below a limit of bytes.

The PDF keeps as many dots as the limit allows, and compresses them as little as fits. Below
`_FEWEST_DOTS` print can no longer be read, and it is said that the pages do not fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.jpeg_pdf import Jpeg, pdf_of_jpegs

_MOST_DOTS = 2480
"""Dots along a page's long side that a PDF is tried with first: 212 an inch on A4."""
_FEWEST_DOTS = 1240
"""The least: 106 an inch, at which print of 10 points can still be read."""
_DOTS = (_MOST_DOTS, 2100, 1754, 1480, _FEWEST_DOTS)
_QUALITIES = (85, 70, 55)
_KEPT_QUALITY = 92
_MOST_PIXELS = 120_000_000
_AROUND_ALL, _AROUND_EACH = 400, 700
"""More bytes than a PDF has around its pages, and around each page's picture."""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page: a JPEG, and by how many quarters it is turned clockwise when it is shown."""

    jpeg: bytes = field(repr=False)
    turns: int = 0

    def turned(self) -> PaperPage:
        """Return the page turned by one more quarter."""
        return replace(self, turns=(self.turns + 1) % 4)


def page_of(data: bytes, turns: int = 0) -> PaperPage:
    """Return the page that a picture file holds, turned as its camera noted.

    What the file says besides (place, time, device) is left behind. Raises KnownError when it
    cannot be opened.
    """
    try:
        with Image.open(BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise _unreadable(f"{image.width} x {image.height} dots")
            image.draft("RGB", (_MOST_DOTS, _MOST_DOTS))
            upright = ImageOps.exif_transpose(image)
            return PaperPage(_jpeg(_within(_on_white(upright), _MOST_DOTS), _KEPT_QUALITY), turns)
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError) as error:
        raise _unreadable(type(error).__name__) from error
    except (OSError, ValueError) as error:  # Pillow's words for files that end too early
        raise _unreadable(str(error)) from error


def pdf_of(pages: Sequence[PaperPage], most_bytes: int) -> bytes:
    """Return one PDF of `pages` within `most_bytes`; raises KnownError when they do not fit."""
    room = most_bytes - _AROUND_ALL - _AROUND_EACH * len(pages)
    for dots in _DOTS:
        pictures = _pictures(pages, dots, room)
        if pictures:
            return pdf_of_jpegs(pictures)
    raise KnownError(
        N_("Thêm trang này thì tệp quá lớn."),
        N_("Để trang này sang một tệp khác."),
        f"{len(pages)} pages do not fit into {most_bytes} bytes",
    )


def _pictures(pages: Sequence[PaperPage], dots: int, room: int) -> list[Jpeg]:
    """Return the pictures, compressed as little as fits into `room` bytes; none if none does.

    Each page is opened once. A quality whose pictures have grown too large is given up.
    """
    made: dict[int, list[Jpeg]] = {quality: [] for quality in _QUALITIES}
    for page in pages:
        picture = _picture(page, dots)
        for quality, jpegs in list(made.items()):
            jpegs.append(Jpeg(_jpeg(picture, quality), *picture.size))
            if sum(len(jpeg.data) for jpeg in jpegs) > room:
                del made[quality]
    return made[max(made)] if made else []


def _picture(page: PaperPage, dots: int) -> Image.Image:
    with Image.open(BytesIO(page.jpeg)) as image:
        small = _within(image.convert("RGB"), dots)
    return small.rotate(-90 * page.turns, expand=True) if page.turns else small


def _within(image: Image.Image, dots: int) -> Image.Image:
    """Return the image with at most `dots` along its long side; nothing is made larger."""
    if max(image.size) <= dots:
        return image
    small = image.copy()
    small.thumbnail((dots, dots), Image.Resampling.LANCZOS)
    return small


def _on_white(image: Image.Image) -> Image.Image:
    """Return the image without transparency, which would come out black."""
    if image.mode in ("RGB", "L"):
        return image.convert("RGB")
    layered = image.convert("RGBA")
    sheet = Image.new("RGB", layered.size, "white")
    sheet.paste(layered, mask=layered.getchannel("A"))
    return sheet


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _unreadable(why: str) -> KnownError:
    return KnownError(
        N_("Ảnh này máy chưa mở được."),
        N_("Chụp tờ giấy ở đây, hoặc chọn ảnh khác."),
        f"picture not taken: {why}",
    )


# A picture that ends too early is told, not filled up with gray.
ImageFile.LOAD_TRUNCATED_IMAGES = False
