"""How the citizen's window is divided: header, screen and bar, in pixels, from the theme alone.

The heights do not depend on any text, so a screen knows its room before it is built and can drop
decoration when there is little of it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole

EDGE_MM = 5.0
"""Nothing that can be pressed lies nearer to the panel's edge (sleeves, bezels, edge swipes)."""

_BUTTON_PAD_MM = 2.4
_ICON_SCALE = 1.35
_TIGHT_LINES = 12.5


def header_button_height(theme: Theme) -> int:
    """Return the height of the header's buttons."""
    pad = 2 * theme.mm(_BUTTON_PAD_MM)
    icon = round(theme.font(TextRole.BUTTON).pixelSize() * _ICON_SCALE) + pad
    return max(theme.mm(theme.button_mm), theme.line_px(TextRole.HEADING) + pad, icon)


def header_height(theme: Theme) -> int:
    """Return the height of the header with its margins."""
    return theme.mm(EDGE_MM) + header_button_height(theme) + theme.small_gap


def bar_button_height(theme: Theme) -> int:
    """Return the height of the bar's buttons, all on one line of text."""
    pad = 2 * theme.mm(_BUTTON_PAD_MM)
    icon = round(theme.font(TextRole.BUTTON).pixelSize() * _ICON_SCALE) + pad
    return max(theme.mm(theme.main_button_mm), theme.line_px(TextRole.BUTTON) + pad, icon)


def bar_height(theme: Theme) -> int:
    """Return the height of the bar with its margins."""
    return theme.small_gap + bar_button_height(theme) + theme.mm(EDGE_MM)


def screen_room(theme: Theme) -> QSize:
    """Return the size of the area between header and bar, without the screen's margins."""
    metrics = theme.metrics
    height = metrics.height_px - header_height(theme) - bar_height(theme)
    return QSize(metrics.width_px - 2 * theme.margin, height - 2 * page_margin(theme))


def page_margin(theme: Theme) -> int:
    """Return the pixels above and below a screen's content."""
    return theme.gap if theme.is_compact else theme.section_gap * 3 // 4


def is_tight(theme: Theme) -> bool:
    """Return whether so few lines fit that titles must turn pages with their text."""
    return screen_room(theme).height() < theme.line_px(TextRole.BODY) * _TIGHT_LINES
