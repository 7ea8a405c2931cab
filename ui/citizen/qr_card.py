"""A QR on a card of its own, as large as the page allows."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.widgets.card import Card
from ui.widgets.qr_view import QrView

_SMALLEST_MM = 40.0
_UPRIGHT_SHARE = 0.32


def qr_card(kit: ScreenKit, payload: str, name: str, share: float, largest_mm: float) -> Card:
    """Return the code; `share` is the part of the page's width that the card takes in landscape."""
    theme, room = kit.theme, screen_room(kit.theme)
    upright = theme.metrics.is_portrait
    height = room.height() * (_UPRIGHT_SHARE if upright else 1.0) - 2 * theme.padding
    width = (room.width() - theme.section_gap) * (1.0 if upright else share) - 2 * theme.padding
    side_mm = theme.metrics.to_mm(int(min(height, width)))
    size_mm = min(largest_mm, max(_SMALLEST_MM, side_mm))
    card = Card(theme)
    code = QrView(theme, payload, size_mm=size_mm, name=name)
    card.body.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
    return card
