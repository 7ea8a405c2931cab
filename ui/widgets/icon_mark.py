"""An icon on a tinted square or disc, to lead the eye; screen readers pass over it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import Tone, tone_colours
from ui.widgets.painting import paint_icon, paint_panel, smooth


class IconMark(QWidget):
    """A square of `size_mm`; `filled` draws the icon white on the tone's strong colour.

    With `bare` there is no ground at all, only the icon.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        size_mm: float,
        tone: Tone | str = Tone.BLUE,
        filled: bool = False,
        disc: bool = False,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone = tone_colours(tone)
        self._filled = filled
        self._disc = disc
        self._bare = bare
        side = theme.mm(size_mm)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        side = self.width()
        inset = 0 if self._bare else side // 5
        if not self._bare:
            paint_panel(
                painter,
                self.rect(),
                ground=self._theme.colour(self._tone.text if self._filled else self._tone.ground),
                border=None,
                border_px=0,
                radius=side / 2 if self._disc else side * 0.22,
            )
        inner = self.rect().adjusted(inset, inset, -inset, -inset)
        colour = "on_fill" if self._filled and not self._bare else self._tone.text
        paint_icon(painter, self._theme, self._icon, colour, inner)
