"""Where a step stands in its guide; the same line offers help when somebody may be stuck.

The offer takes the place of the words and not of anything else: no button moves and nothing lies
over the page, so a tap that is under way meets what it aimed at.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.accessibility import announce
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.painting import paint_icon, paint_panel, smooth
from ui.widgets.text_block import TextBlock

OFFER = N_("Ông/bà cần giúp, cứ bấm nút vàng.")


class StepPlace(TextBlock):
    """One line as high as the higher of its two texts; `offer_help` exchanges them."""

    def __init__(
        self, kit: ScreenKit, where: str, *, offers_help: bool, parent: QWidget | None = None
    ) -> None:
        self._offer = kit.t(OFFER)
        self._offers = False
        super().__init__(kit.theme, where, TextRole.LABEL, colour="blue", parent=parent)
        self._where = where
        self._indent = self._flow.line_px + kit.theme.small_gap
        if offers_help:
            self._show_offer()

    @property
    def offers_help(self) -> bool:
        """Whether the line offers help now."""
        return self._offers

    def offer_help(self) -> None:
        """Offer help from now on, in the place of the words."""
        if not self._offers:
            self._show_offer()
            announce(self, self._offer)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the higher text, so that nothing moves when they are exchanged."""
        offer = self._flow_of(self._offer).height(max(1, width - self._indent))
        return max(self._flow_of(self._where).height(width), offer)

    def _show_offer(self) -> None:
        self._offers = True
        self.set_text(self._offer)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the offer on amber, with the hand of the yellow button before it."""
        if not self._offers:
            super().paintEvent(event)
            return
        theme, painter = self._theme, smooth(QPainter(self))
        height = self._flow.height(self.width() - self._indent)
        width = self._indent + self._flow.natural_width() + theme.small_gap
        ground = QRect(0, 0, min(self.width(), width), min(self.height(), height))
        paint_panel(
            painter,
            ground,
            ground=theme.colour("amber"),
            border=None,
            border_px=0,
            radius=theme.small_gap,
        )
        line = self._flow.line_px
        hand = QRect(theme.small_gap // 2, 0, line, line)
        paint_icon(painter, theme, "hand-waving", "ink", hand)
        room = self.width() - self._indent
        self._flow.paint(painter, QPointF(self._indent, 0), room, theme.colour("ink"))
