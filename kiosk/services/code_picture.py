"""Reads QR codes from a gray picture, such as a frame of a camera; the picture is not kept.

The library is read late: the program runs without it, only without a camera as a scanner.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GrayPicture:
    """Rows of 8-bit grays from the top, each `stride` bytes long (at least the width)."""

    grays: bytes = field(repr=False)
    stride: int
    height: int


def read_codes(picture: GrayPicture) -> tuple[str, ...]:
    """Return the texts of the QR codes in `picture`; none is found in a blurred or empty one."""
    import zxingcpp

    rows = memoryview(picture.grays).cast("B", (picture.height, picture.stride))
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    codes = zxingcpp.read_barcodes(rows, formats=wanted)
    return tuple(scanned_text(bytes(code.bytes)) for code in codes)


def scanned_text(data: bytes) -> str:
    """Return what a code or a scanner says; bytes that are no UTF-8 become U+FFFD.

    Cards are UTF-8 without saying so, which makes readers guess; here nothing is guessed.
    """
    return data.decode("utf-8", errors="replace")
