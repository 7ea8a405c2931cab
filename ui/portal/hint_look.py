"""How the hint in the page looks: the theme's colours and millimetres, in pixels of the page."""

from __future__ import annotations

from ui.portal.models import ZOOMS, HintLook
from ui.theme.theme import Theme

_LINE_MM, _GAP_MM, _ARROW_MM = 1.1, 1.6, 13.0


def hint_look(theme: Theme, zoom: int) -> HintLook:
    """Return the look on a page that is shown at the step `zoom` of `ZOOMS`."""

    def px(millimetres: float) -> float:
        return round(millimetres * theme.metrics.px_per_mm / ZOOMS[zoom], 2)

    colours = theme.palette
    return HintLook(colours.blue, colours.on_fill, px(_LINE_MM), px(_GAP_MM), px(_ARROW_MM))
