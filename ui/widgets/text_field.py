"""A line to type into, sized for fingers; without menus, dragging or shortened hints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRegularExpression, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegularExpressionValidator,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.painting import paint_icon, paint_panel, smooth
from ui.widgets.text_flow import TextFlow


class TextField(QLineEdit):
    """A QLineEdit with a hint that wraps instead of being cut off.

    `name` is spoken (the hint, if empty); a FormRow replaces it with its label.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        placeholder: str = "",
        max_length: int = 80,
        name: str = "",
        icon: str = "",
        digits_only: bool = False,
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._icon = icon
        self._icon_px = round(theme.font(role).pixelSize() * 1.4) if icon else 0
        self._pad = theme.mm(3.2 if theme.is_staff else 5.0)
        self._hint = TextFlow(theme, placeholder, TextRole.BODY)
        describe(self, name or placeholder)
        self._set_looks()
        self._set_limits(max_length, digits_only)

    def _set_looks(self) -> None:
        self.setFrame(False)
        self.setFont(self._theme.font(self._role))
        palette = self._theme.qt_palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        # Qt leaves two pixels of its own between the margin and the text.
        self.setTextMargins(self._text_left - 2, 0, self._pad - 2, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def _set_limits(self, max_length: int, digits_only: bool) -> None:
        self.setMaxLength(max_length)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        if digits_only:
            self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            self.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d*"), self))

    def flows(self) -> tuple[TextFlow, ...]:
        """Return the hint while it is painted; what was typed is nobody else's business."""
        return () if self.text() else (self._hint,)

    @property
    def _text_left(self) -> int:
        return self._pad + (self._icon_px + self._theme.small_gap if self._icon_px else 0)

    def _height(self, width: int) -> int:
        room = max(1, width - self._text_left - self._pad)
        hint = self._hint.height(room) if not self.text() else 0
        text = max(self._theme.line_px(self._role), hint) + 2 * self._theme.mm(1.2)
        return max(self._theme.mm(self._theme.button_mm), text)

    def sizeHint(self) -> QSize:
        natural = self._text_left + self._hint.natural_width() + self._pad
        wanted = min(max(natural, self._theme.mm(40)), self._theme.mm(150))
        width = self.width() if self.isVisible() else wanted
        return QSize(wanted, self._height(width))

    def minimumSizeHint(self) -> QSize:
        least = self._text_left + self._pad + self._theme.mm(16 if self._theme.is_staff else 24)
        return QSize(least, self.sizeHint().height())

    def is_live(self) -> bool:
        """Whether typing goes here, which its frame shows."""
        return self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        focused = self.is_live()
        paint_panel(
            painter,
            self.rect(),
            ground=self._theme.colour("card" if self.isEnabled() else "sand"),
            border=self._theme.colour("blue" if focused else "edge"),
            border_px=self._theme.edge_width * 3 // 2 if focused else self._theme.edge_width,
            radius=self._theme.button_radius,
        )
        icon = QRect(self._pad, 0, self._icon_px, self.height())
        paint_icon(painter, self._theme, self._icon, "blue", icon)
        if not self.text():
            self._paint_hint(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_hint(self, painter: QPainter) -> None:
        room = max(1, self.width() - self._text_left - self._pad)
        top = (self.height() - self._hint.height(room)) / 2 - self._hint.optical_shift
        origin = QPointF(self._text_left, top)
        self._hint.paint(painter, origin, room, self._theme.colour("muted"))
