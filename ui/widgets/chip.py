"""A small pill that states one fact; it cannot be pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, Tone, tone_colours
from ui.widgets.painting import paint_icon, paint_panel, smooth
from ui.widgets.text_flow import TextFlow


class Chip(QLabel):
    """A rounded label in a tone, with an optional icon; long text wraps."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        tone: Tone | str = Tone.PLAIN,
        *,
        role: TextRole = TextRole.LABEL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._role = role
        self._tone = tone_colours(tone)
        self._pad_x = theme.mm(2.6 if theme.is_staff else 4.0)
        self._pad_y = theme.mm(0.8 if theme.is_staff else 1.3)
        self._icon_px = round(theme.font(role).pixelSize() * 1.2) if icon else 0
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """State another fact."""
        self._flow = TextFlow(self._theme, text, self._role)
        self.setText(self._flow.plain)
        describe(self, self._flow.plain)
        self.updateGeometry()
        self.update()

    def flows(self) -> tuple[TextFlow, ...]:
        """Return the text as it is painted."""
        return (self._flow,)

    @property
    def _text_left(self) -> int:
        gap = self._theme.mm(1.2 if self._theme.is_staff else 1.8)
        return self._pad_x + (self._icon_px + gap if self._icon_px else 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(1, width - self._text_left - self._pad_x)
        return max(self._flow.height(room), self._icon_px) + 2 * self._pad_y

    def sizeHint(self) -> QSize:
        width = self._flow.natural_width() + self._text_left + self._pad_x
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._flow.widest_word() + self._text_left + self._pad_x
        return QSize(width, self._flow.line_px + 2 * self._pad_y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        room = max(1, self.width() - self._text_left - self._pad_x)
        text_height = self._flow.height(room)
        pill = QRect(0, 0, self.width(), min(self.height(), self.heightForWidth(self.width())))
        pill.moveTop((self.height() - pill.height()) // 2)
        paint_panel(
            painter,
            pill,
            ground=self._theme.colour(self._tone.ground),
            border=None,
            border_px=0,
            radius=(self._flow.line_px + 2 * self._pad_y) / 2,
        )
        icon = QRect(self._pad_x, pill.top(), self._icon_px, pill.height())
        paint_icon(painter, self._theme, self._icon, self._tone.text, icon)
        top = pill.top() + (pill.height() - text_height) / 2 - self._flow.optical_shift
        colour = self._theme.colour(self._tone.text)
        self._flow.paint(painter, QPointF(self._text_left, top), room, colour)
