"""How the citizen's window is divided: header, screen and bar, in pixels, from the theme alone.

The heights do not depend on any text, so a screen knows its room before it is built and can drop
decoration when there is little of it.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.button_face import ButtonContent, make_face
from ui.widgets.button_style import Align, ButtonKind
from ui.widgets.touch_button import TouchButton

EDGE_MM = 5.0
"""Nothing that can be pressed lies nearer to the panel's edge (sleeves, bezels, edge swipes)."""

_TIGHT_LINES = 12.5
_WIDE_PX = 10_000


@lru_cache(maxsize=64)
def _line_of_button(theme: Theme, role: TextRole) -> int:
    """Return the height of a button with an icon and one line of text in `role`.

    Every page asks for it many times, and there are few themes.
    """
    content = ButtonContent("A", "x", role=role)
    return make_face(theme, content, ButtonKind.QUIET, Align.CENTER).height(_WIDE_PX)


def one_line_width(button: TouchButton, height: int) -> int:
    """Return the width at which the words of `button` need no more than `height` pixels."""
    width = button.sizeHint().width()
    while button.heightForWidth(width) > height and width < _WIDE_PX:
        width += max(1, width // 100)
    return width


def header_button_height(theme: Theme) -> int:
    """Return the height of the header's buttons."""
    lines = (_line_of_button(theme, role) for role in (TextRole.BUTTON, TextRole.HEADING))
    return max(theme.mm(theme.button_mm), *lines)


def header_height(theme: Theme) -> int:
    """Return the height of the header with its margins."""
    return theme.mm(EDGE_MM) + header_button_height(theme) + theme.small_gap


def bar_button_height(theme: Theme) -> int:
    """Return the height of the bar's buttons, all on one line of text."""
    return max(theme.mm(theme.main_button_mm), _line_of_button(theme, TextRole.BUTTON))


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
