"""Wrapped text that never loses a mark, a word or a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_flow import BREAK, TextFlow, plain_text
from ui.widgets.text_parts import text_parts

_HEADINGS = (TextRole.DISPLAY, TextRole.TITLE, TextRole.HEADING)
_RUNNING = (TextRole.BODY, TextRole.STRONG)
_WIDEST_MM = 150.0


class TextBlock(QLabel):
    """A label in one role of text; `**bold**` and line breaks are understood.

    `colour` is a palette token. With `bold_quotes`, whatever stands in “ ” is bold. Text stands at
    the top, or in the middle with `AlignVCenter`. `text()` and accessible name are plain text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: TextRole = TextRole.BODY,
        *,
        colour: str | None = None,
        bold_quotes: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.role = role
        self._theme = theme
        self._colour = colour or theme.text_colour(role)
        self._bold_quotes = bold_quotes
        self._align = align
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    @property
    def leads_on(self) -> bool:
        """Whether this is a heading, which must stay with the block after it."""
        return self.role in _HEADINGS or self.role is TextRole.LABEL

    def set_text(self, text: str) -> None:
        """Show another text, which may contain `**bold**`."""
        self._marked = text
        self._flow = self._flow_of(text)
        self.setText(plain_text(text))
        describe(self, self._flow.plain.replace(BREAK, ""))
        self.updateGeometry()
        self.update()

    def _flow_of(self, text: str) -> TextFlow:
        return TextFlow(
            self._theme,
            text,
            self.role,
            bold_quotes=self._bold_quotes,
            balance=self.role not in _RUNNING,
        )

    def flows(self) -> tuple[TextFlow, ...]:
        """Return the text as it is painted."""
        return (self._flow,)

    # In parts, where it is higher than a page

    def told(self) -> str:
        """Return the text."""
        return self.text()

    def parts(self, width: int, height: int) -> list[TextBlock]:
        """Return blocks that tell the text one after the other, each within `height` pixels."""
        return [self._part(text) for text in self.texts(width, height)]

    def texts(self, width: int, height: int) -> list[str]:
        """Return the text in parts that fit, with their marks."""
        return text_parts(self._marked, lambda part: self._flow_of(part).height(width) <= height)

    def _part(self, text: str) -> TextBlock:
        return TextBlock(
            self._theme,
            text,
            self.role,
            colour=self._colour,
            bold_quotes=self._bold_quotes,
            align=self._align,
        )

    def join(self) -> None:
        """Do nothing: the parts are blocks of their own."""

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text wrapped to `width`."""
        return self._flow.height(width)

    def sizeHint(self) -> QSize:
        """Return the text on as few lines as a readable line length allows."""
        width = min(self._flow.natural_width(), self._theme.mm(_WIDEST_MM))
        return QSize(width, self._flow.height(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word and the height of one line."""
        return QSize(self._flow.widest_word(), self._flow.line_px if self._flow.plain else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wrapped text from the top."""
        painter = QPainter(self)
        colour = self._theme.colour(self._colour)
        self._flow.paint(painter, QPointF(0, self._top()), self.width(), colour, self._align)

    def _top(self) -> float:
        if not self._align & Qt.AlignmentFlag.AlignVCenter:
            return 0.0
        free = self.height() - self._flow.height(self.width())
        return max(0.0, free / 2 - self._flow.optical_shift)
