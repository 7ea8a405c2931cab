"""Pages of a paper as pictures, and one PDF of them that keeps below a limit of bytes.

The PDF keeps as many dots as the limit allows: first the finest picture with little compression is
tried, then more compression, then fewer dots. Below `_FEWEST_DOTS` print can no longer be read, and
it is said that the pages do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import product

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

_A4_INCHES = 297 / 25.4
_MOST_DOTS = 2480
"""Dots along a page's long side that a PDF is tried with first: 212 an inch on A4."""
_FEWEST_DOTS = 1240
"""The least: 106 an inch, at which print of 10 points can still be read."""
_DOTS = (_MOST_DOTS, 2100, 1754, 1480, _FEWEST_DOTS)
_QUALITIES = (85, 70, 55)
_KEPT_QUALITY = 92
_MOST_PIXELS = 120_000_000
_OF_LETTERS = 60
"""Bytes of a PDF around each page's picture are fewer than ten times this."""


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
    for dots, quality in product(_DOTS, _QUALITIES):
        pictures = list(_within_budget(pages, dots, quality, most_bytes))
        if len(pictures) < len(pages):
            continue
        pdf = _bound(pictures, quality)
        if len(pdf) <= most_bytes:
            return pdf
    raise KnownError(
        N_("Thêm trang này thì tệp quá lớn."),
        N_("Để trang này sang một tệp khác."),
        f"{len(pages)} pages do not fit into {most_bytes} bytes",
    )


def _within_budget(
    pages: Sequence[PaperPage], dots: int, quality: int, most_bytes: int
) -> Iterator[Image.Image]:
    """Yield the pages' pictures for as long as their sizes stay within the limit."""
    used = 0
    for page in pages:
        picture = _picture(page, dots)
        used += len(_jpeg(picture, quality)) + _OF_LETTERS
        if used > most_bytes:
            return
        yield picture


def _picture(page: PaperPage, dots: int) -> Image.Image:
    with Image.open(BytesIO(page.jpeg)) as image:
        small = _within(image.convert("RGB"), dots)
    return small.rotate(-90 * page.turns, expand=True) if page.turns else small


def _bound(pictures: Sequence[Image.Image], quality: int) -> bytes:
    """Return the PDF; each page is as long as A4 at most, whatever its dots."""
    longest = max(max(picture.size) for picture in pictures)
    out = BytesIO()
    pictures[0].save(
        out,
        "PDF",
        save_all=True,
        append_images=pictures[1:],
        quality=quality,
        resolution=longest / _A4_INCHES,
    )
    return out.getvalue()


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
