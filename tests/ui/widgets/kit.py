"""What the tests of theme and widgets share: the three panels, themes, and a look at pixels."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme
from ui.theme.tokens import STANDARD, Audience, Palette, TextSize

PANELS = {
    "large": PanelMetrics(476.0, 1920, 1080),
    "small": PanelMetrics(344.0, 1366, 768),
    "portrait": PanelMetrics(268.0, 1080, 1920),
}
STACKED = "ẾỘẶỮỹ ỗầ"


class Hand:
    """A clock that only moves when told to; counts seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def wait_ms(self, milliseconds: int) -> None:
        """Let time pass."""
        self.now += milliseconds / 1000


def make_theme(
    panel: str = "large",
    size: TextSize = TextSize.NORMAL,
    *,
    palette: Palette = STANDARD,
    staff: bool = False,
) -> Theme:
    """Return a theme for one of the three panels."""
    audience = Audience.STAFF if staff else Audience.CITIZEN
    return Theme(PANELS[panel], palette, size, audience)


def luminance(colour: QColor) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def picture(widget: QWidget) -> QImage:
    """Return what the widget paints."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def text_contrast(image: QImage) -> float:
    """Return the contrast of the most common colour with the one that differs most from it."""
    pixels = Counter(image.pixel(x, y) for x in range(image.width()) for y in range(image.height()))
    ground = QColor(pixels.most_common(1)[0][0])
    # A stroke of text has hundreds of pixels in its full colour; blended edges have few.
    strong = (QColor(pixel) for pixel, count in pixels.items() if count >= 20)
    return max(contrast(ground, colour) for colour in strong)


def ink_rows(image: QImage) -> list[int]:
    """Return the rows that hold anything but the colour of the first pixel."""
    ground = image.pixel(0, 0)
    columns = range(image.width())
    return [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in columns)]
