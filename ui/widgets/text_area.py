"""Several lines to type into, sized for fingers; without menus, dragging or scroll bars.

Its height follows from the text it begins with and stays as it is while somebody types, so that
nothing below it moves; what goes beyond it is kept in sight as the cursor moves.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPalette, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.painting import paint_panel, smooth
from ui.widgets.text_flow import TextFlow


class TextArea(QPlainTextEdit):
    """A QPlainTextEdit with the looks of a TextField; `name` is spoken."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        least_lines: int = 1,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least_lines = least_lines
        self._begun = TextFlow(theme, text, TextRole.BODY)
        # A single line stands in the middle of the lowest field.
        around = theme.mm(theme.button_mm) - QFontMetrics(theme.font(TextRole.BODY)).lineSpacing()
        self._pad = max(theme.mm(2.4), around // 2)
        describe(self, name)
        self._set_looks()
        self._set_limits()
        self.setPlainText(text)

    def text(self) -> str:
        """Return what was typed, lines apart."""
        return self.toPlainText()

    def _set_looks(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(self._theme.font(TextRole.BODY))
        palette = self._theme.qt_palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        # Marks on capitals reach above the font's ascent, into this margin.
        self.document().setDocumentMargin(self._pad)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)

    def _set_limits(self) -> None:
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # Size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text it began with."""
        room = max(1, width - 2 * self._pad)
        lines = self._begun.height(room) // self._begun.line_px
        wanted = max(lines, self._least_lines) * self._line_px + 2 * self._pad
        return max(self._theme.mm(self._theme.button_mm), wanted)

    @property
    def _line_px(self) -> int:
        return self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else self._theme.mm(100)
        return QSize(self._theme.mm(100), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.mm(24), self._theme.mm(self._theme.button_mm))

    # Looks

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Paint the panel where Qt would paint a frame."""
        if event.type() is not QEvent.Type.Paint:
            return super().event(event)
        focused = self.hasFocus()
        paint_panel(
            smooth(QPainter(self)),
            self.rect(),
            ground=self._theme.colour("card" if self.isEnabled() else "sand"),
            border=self._theme.colour("blue" if focused else "edge"),
            border_px=self._theme.edge_width * 3 // 2 if focused else self._theme.edge_width,
            radius=self._theme.button_radius,
        )
        return True
