"""The question after a long silence: whether anybody is still here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_VEIL_ALPHA = 150
_SPOKEN_EVERY = 15


class IdleOverlay(QWidget):
    """Counts down in words over a veiled page; one large button stops it.

    `for_staff` while they have the screen: then nothing is wiped, and it is given back.

    Signals: `still_here`.
    """

    still_here = Signal()

    def __init__(
        self,
        kit: ScreenKit,
        seconds: int,
        *,
        for_staff: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._for_staff = for_staff
        theme, t = kit.theme, kit.t
        title = t("Cán bộ còn ở đây không?") if for_staff else t("Ông/bà còn ở đây không?")
        self.setAccessibleName(title)
        centred = Qt.AlignmentFlag.AlignHCenter
        self._text = TextBlock(theme, "", TextRole.BODY, align=centred)
        self.button = TouchButton(
            theme, t("Tôi vẫn đang làm"), icon="hand-pointing", kind=ButtonKind.PRIMARY, min_mm=28.0
        )
        self.button.activated.connect(self.still_here)
        card = Card(theme)
        card.body.setSpacing(theme.gap)
        card.add(TextBlock(theme, title, TextRole.TITLE, align=centred))
        card.add(self._text)
        card.add(self.button)
        self._centre(card)
        self.set_seconds(seconds)

    def set_seconds(self, seconds: int) -> None:
        """Show how many seconds are left; a screen reader hears it now and then."""
        t = self._kit.t
        text = t("Còn {seconds} giây, máy sẽ xóa và về đầu.", seconds=seconds)
        if self._for_staff:
            text = t("Còn {seconds} giây, máy trả lại cho ông/bà.", seconds=seconds)
        self._text.set_text(text)
        if seconds % _SPOKEN_EVERY == 0:
            announce(self, text)

    def _centre(self, card: Card) -> None:
        theme = self._kit.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.margin, theme.margin, theme.margin, theme.margin)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(1)
        side = 0 if theme.metrics.is_portrait else 1
        row.addStretch(side)
        row.addLayout(column, 4)
        row.addStretch(side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(self._kit.theme.colour("ink"))
        veil.setAlpha(_VEIL_ALPHA)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: object) -> None:
        """Keep touches beside the card from reaching the page below."""
