"""The theme: panel, palette, text size and audience brought together for the widgets.

Every widget takes a theme first and reads lengths (logical pixels, from millimetres), colours and
fonts from it. A change of text size, contrast or panel makes a new theme and new widgets.
"""

from __future__ import annotations

import math

from PySide6.QtGui import QColor, QFont, QPalette, QPixmap

from ui.theme.fonts import cap_ratio, load_family
from ui.theme.icons import icon_pixmap
from ui.theme.metrics import PanelMetrics
from ui.theme.tokens import (
    STANDARD,
    Audience,
    Palette,
    TextRole,
    TextSize,
    cap_height_mm,
    least_cap_height_mm,
)

_WEIGHTS = {
    TextRole.DISPLAY: QFont.Weight.Bold,
    TextRole.TITLE: QFont.Weight.Bold,
    TextRole.HEADING: QFont.Weight.Bold,
    TextRole.BODY: QFont.Weight.Normal,
    TextRole.STRONG: QFont.Weight.Bold,
    TextRole.BUTTON: QFont.Weight.DemiBold,
    TextRole.LABEL: QFont.Weight.DemiBold,
    TextRole.CAPTION: QFont.Weight.Normal,
    TextRole.SOURCE: QFont.Weight.Normal,
}
TAP_GUARD_MS = 400
_STAFF_REPEAT_MS = 150
_COMPACT_HEIGHT_MM = 220.0
_MARGIN_SHARE = 0.025


class Theme:
    """Lengths, colours and fonts for one panel, one text size and one audience."""

    line_height = 1.4

    def __init__(
        self,
        metrics: PanelMetrics,
        palette: Palette = STANDARD,
        text_size: TextSize = TextSize.NORMAL,
        audience: Audience = Audience.CITIZEN,
    ) -> None:
        self.metrics = metrics
        self.palette = palette
        self.text_size = text_size
        self.audience = audience
        self._fonts: dict[tuple[TextRole, bool], QFont] = {}

    @property
    def is_staff(self) -> bool:
        """Whether staff read these screens."""
        return self.audience is Audience.STAFF

    @property
    def is_compact(self) -> bool:
        """Whether the panel is low, so that headings and gaps give way to content."""
        return self.metrics.height_mm < _COMPACT_HEIGHT_MM

    @property
    def main_button_mm(self) -> float:
        """Least height of a main button."""
        return 14.0 if self.is_staff else 20.0

    @property
    def button_mm(self) -> float:
        """Least height of any other button."""
        return 12.0 if self.is_staff else 16.0

    def mm(self, length: float) -> int:
        """Return the pixels of `length` millimetres."""
        return self.metrics.mm(length)

    @property
    def repeat_guard_ms(self) -> int:
        """How long a button that is rightly tapped again and again ignores a second tap."""
        return _STAFF_REPEAT_MS if self.is_staff else TAP_GUARD_MS

    @property
    def gap(self) -> int:
        """Pixels between neighbours that can be pressed (at least 3 mm)."""
        if self.is_staff:
            return self.mm(3.0)
        return self.mm(4.0 if self.is_compact else 5.5)

    @property
    def small_gap(self) -> int:
        """Pixels between an icon and its text, or a label and its field."""
        return self.mm(1.6 if self.is_staff else 3.0)

    @property
    def section_gap(self) -> int:
        """Pixels between two groups of a page."""
        return self.gap * 2 if not self.is_compact else self.gap * 3 // 2

    @property
    def margin(self) -> int:
        """Pixels between content and the panel's edge (at least 5 mm)."""
        return self.mm(min(12.0, max(7.0, self.metrics.width_mm * _MARGIN_SHARE)))

    @property
    def padding(self) -> int:
        """Pixels between the border of a card and its content."""
        if self.is_staff:
            return self.mm(4.5)
        return self.mm(5.5 if self.is_compact else 7.0)

    @property
    def radius(self) -> int:
        """Corner radius of cards."""
        return self.mm(4.5 if self.is_staff else 6.0)

    @property
    def button_radius(self) -> int:
        """Corner radius of buttons and fields."""
        return self.mm(3.0 if self.is_staff else 4.5)

    @property
    def line_width(self) -> int:
        """Pixels of a card's border."""
        return self.stroke(self.palette.line_mm)

    @property
    def edge_width(self) -> int:
        """Pixels of the border of something that can be pressed."""
        return self.stroke(self.palette.edge_mm)

    def stroke(self, width: float) -> int:
        """Return the pixels nearest to a line `width` mm wide; at least one."""
        return max(1, round(width * self.metrics.px_per_mm))

    def font(self, role: TextRole) -> QFont:
        """Return the font of a role; its capitals have the role's height in millimetres."""
        return self._font(role, bold=False)

    def bold_font(self, role: TextRole) -> QFont:
        """Return the font of a role in bold, for emphasis inside a text."""
        return self._font(role, bold=True)

    def line_px(self, role: TextRole) -> int:
        """Return the distance between two lines of text; stacked marks fit into it."""
        return math.ceil(self.font(role).pixelSize() * self.line_height)

    def colour(self, token: str) -> QColor:
        """Return the colour of a palette token such as `ink`."""
        return QColor(getattr(self.palette, token))

    def text_colour(self, role: TextRole) -> str:
        """Return the token a role of text is drawn in when nothing else is asked for."""
        return "muted" if role in (TextRole.CAPTION, TextRole.SOURCE) else "ink"

    def icon(self, name: str, colour: str, size_px: int, dpr: float) -> QPixmap:
        """Return an icon drawn in a palette token's colour; kept after the first time."""
        return icon_pixmap(name, getattr(self.palette, colour), size_px, dpr)

    def qt_palette(self) -> QPalette:
        """Return the palette for Qt's own parts: fields, selections and window grounds."""
        palette = QPalette()
        for role, token in _QT_ROLES.items():
            palette.setColor(role, self.colour(token))
        return palette

    def _font(self, role: TextRole, *, bold: bool) -> QFont:
        if (role, bold) not in self._fonts:
            font = QFont(load_family())
            font.setPixelSize(self._pixel_size(role))
            font.setWeight(QFont.Weight.Bold if bold else _WEIGHTS[role])
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[role, bold] = font
        return self._fonts[role, bold]

    def _pixel_size(self, role: TextRole) -> int:
        """Return the whole pixel size nearest to the wanted capitals, and not below the least."""
        em_per_mm = self.metrics.px_per_mm / cap_ratio()
        wanted = cap_height_mm(role, self.text_size, self.audience, compact=self.is_compact)
        least = least_cap_height_mm(role, self.text_size, self.audience)
        return max(round(wanted * em_per_mm), math.ceil(least * em_per_mm))


_QT_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "blue",
    QPalette.ColorRole.HighlightedText: "on_fill",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Accent: "blue",
}
