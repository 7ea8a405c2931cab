"""A PDF whose every page is one JPEG, put in as it is: nothing is compressed a second time.

The page is as long as A4 at most. There is no date, no author and no program in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_A4_LONG = 841.89
"""Points of A4's long side."""
_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_ROOT, _TREE, _FIRST = 1, 2, 3
_OBJECTS_A_PAGE = 3


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A JPEG in three colours, and its size in dots."""

    data: bytes = field(repr=False)
    width: int
    height: int


def pdf_of_jpegs(jpegs: Sequence[Jpeg]) -> bytes:
    """Return the PDF (format: ISO 32000-1, 7.5) with one page for each picture, in their order."""
    pages = [_FIRST + _OBJECTS_A_PAGE * number for number in range(len(jpegs))]
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects = [
        f"<< /Type /Catalog /Pages {_TREE} 0 R >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
    ]
    for page, jpeg in zip(pages, jpegs, strict=True):
        objects += _page_objects(page, jpeg)
    return _written(objects)


def _page_objects(page: int, jpeg: Jpeg) -> tuple[bytes, bytes, bytes]:
    """Return the page, what it draws, and the picture; `page` is the first one's number."""
    scale = _A4_LONG / max(jpeg.width, jpeg.height)
    width, height = f"{jpeg.width * scale:.2f}", f"{jpeg.height * scale:.2f}"
    sheet = (
        f"<< /Type /Page /Parent {_TREE} 0 R /MediaBox [0 0 {width} {height}]"
        f" /Contents {page + 1} 0 R /Resources << /XObject << /P {page + 2} 0 R >> >> >>"
    )
    picture = (
        f"/Type /XObject /Subtype /Image /Width {jpeg.width} /Height {jpeg.height}"
        " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    )
    drawing = f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode()
    return (sheet.encode(), _stream("", drawing), _stream(picture, jpeg.data))


def _stream(entries: str, data: bytes) -> bytes:
    head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode()
    return head + data + b"\nendstream"


def _written(objects: Sequence[bytes]) -> bytes:
    """Return the file: objects numbered from 1, then the table of where each begins."""
    out = bytearray(_HEAD)
    starts: list[int] = []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for start in starts:
        out += b"%010d 00000 n \n" % start
    trailer = f"<< /Size {len(objects) + 1} /Root {_ROOT} 0 R >>"
    out += f"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
