"""Pictures of papers for tests: an invented birth note, as a camera on a stand sees it.

Every word on it is made up. `canary` is printed where a name would stand.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtGui import QImage

from resources import font_paths

_A4 = (210, 297)
_LINES = (
    "Họ và tên mẹ: {canary}",
    "Đã sinh con vào lúc: 05 giờ 10 phút",
    "Ngày 20 tháng 11 năm 2026",
    "Tại: Trạm y tế xã Ví Dụ",
    "Số con trong lần sinh này: 1",
    "Giới tính của con: Nữ. Cân nặng: 3100 g",
    "Tình trạng con: khỏe mạnh",
    "Dự định đặt tên con: Mầm",
)


def paper_image(canary: str = "Nguyễn Thị Mẫu", px_per_mm: float = 8.0) -> Image.Image:
    """Return an upright A4 sheet with some lines of print and a red stamp."""
    width, height = (round(side * px_per_mm) for side in _A4)
    sheet = Image.new("RGB", (width, height), "#fbfaf6")
    draw = ImageDraw.Draw(sheet)

    def print_at(x: float, y: float, text: str, size: float, name: str = "Regular") -> None:
        font = ImageFont.truetype(_font(name), round(size * px_per_mm))
        draw.text((x * px_per_mm, y * px_per_mm), text, fill="#1d1b19", font=font)

    print_at(62, 24, "GIẤY CHỨNG SINH", 9, "Bold")
    print_at(78, 38, "(tờ mẫu, không của ai)", 5)
    for row, line in enumerate(_LINES):
        print_at(22, 60 + row * 15, line.format(canary=canary), 5.6)
    stamp = [side * px_per_mm for side in (125, 200, 165, 240)]
    draw.ellipse(stamp, outline="#b3261e", width=max(1, round(1.2 * px_per_mm)))
    print_at(130, 216, "CON DẤU MẪU", 4.4, "Bold")
    return sheet


def _font(name: str) -> Path:
    return next(path for path in font_paths() if path.stem == f"BeVietnamPro-{name}")


def on_a_table(sheet: Image.Image, size: tuple[int, int] = (2592, 1944)) -> Image.Image:
    """Return what a camera above a table sees: the sheet lies in the middle."""
    table = Image.new("RGB", size, "#7a6a58")
    small = sheet.copy()
    small.thumbnail((round(size[0] * 0.92), round(size[1] * 0.92)))
    table.paste(small, ((size[0] - small.width) // 2, (size[1] - small.height) // 2))
    return table


def jpeg(image: Image.Image, quality: int = 92, **more: object) -> bytes:
    """Return the image as the bytes of a JPEG file."""
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, **more)
    return out.getvalue()


def qimage(image: Image.Image) -> QImage:
    """Return the image as Qt has it."""
    data = image.convert("RGB").tobytes()
    width, height = image.size
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def grainy(size: tuple[int, int]) -> Image.Image:
    """Return a picture that no compression makes much smaller."""
    return Image.effect_noise(size, 60).convert("RGB")
