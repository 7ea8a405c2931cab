"""The face of a key: one letter, word or icon in its middle, on a key lower than a line of text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.button_face import ButtonContent, ButtonFace
from ui.widgets.button_style import ButtonColours
from ui.widgets.painting import paint_icon

_INK = "ấpg"
"""Letters that reach as high and as low as any on a key."""

_BESIDE_MM, _ABOVE_MM = 1.1, 0.9


class KeyFace(ButtonFace):
    """Content without the padding of other buttons; the panel fixes the key's height."""

    @property
    def pad_x(self) -> int:
        return self.theme.mm(_BESIDE_MM)

    @property
    def pad_y(self) -> int:
        return self.theme.mm(_ABOVE_MM)

    def natural_width(self) -> int:
        return max(self.text.natural_width(), self._icon_px) + 2 * self.pad_x

    def least_width(self) -> int:
        return self.natural_width()

    def height(self, width: int) -> int:
        return round(self._ink.height()) + 2 * self.pad_y

    @property
    def _ink(self) -> QRectF:
        """What letters cover around their baseline, those on this key among them."""
        metrics = QFontMetricsF(self.theme.font(self.content.role))
        return metrics.tightBoundingRect(_INK + self.content.text)

    @property
    def _icon_px(self) -> int:
        if not self.content.icon:
            return 0
        return round(self.theme.font(self.content.role).pixelSize() * 1.2)

    def paint(self, painter: QPainter, rect: QRect, colours: ButtonColours, checked: bool) -> None:
        side = self._icon_px
        box = QRect(0, 0, side, side)
        box.moveCenter(rect.center())
        paint_icon(painter, self.theme, self.content.icon, colours.icon, box)
        # One baseline for a whole row: what all letters together cover stands in the middle.
        baseline = rect.center().y() + 0.5 - self._ink.center().y()
        line = self.text.line_px
        descent = QFontMetricsF(self.theme.font(self.content.role)).descent()
        origin = QPointF(rect.left(), baseline - line + int(descent))
        centred = Qt.AlignmentFlag.AlignHCenter
        colour = self.theme.colour(colours.text)
        self.text.paint(painter, origin, rect.width(), colour, centred)


def role_that_fits(
    theme: Theme, texts: tuple[str, ...], width: int, height: int, roles: tuple[TextRole, ...]
) -> TextRole | None:
    """Return the first of `roles` in which every text has room on a key, None when in none."""
    for role in roles:
        faces = (KeyFace(theme, ButtonContent(text, role=role)) for text in texts)
        if all(f.natural_width() <= width and f.height(width) <= height for f in faces):
            return role
    return None
