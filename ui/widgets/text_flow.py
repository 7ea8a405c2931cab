"""Lays out wrapped text with room for stacked marks, and paints it.

Qt's own labels clip the circumflex-acute of a first line, because Be Vietnam Pro draws it above the
font's ascent. Here every line takes 1.4 times the font size and keeps that room on top, and the
horns and accents that stick out sideways have room too. Nothing is ever shortened with dots.
Layouts are kept per width, since Qt asks for heights again and again. The sentence that is being
read aloud has a mark below it.
"""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_QUOTED = re.compile(r"“[^”]+”")
_PAUSE = re.compile(r"(?<=[,.;:?!·]) ")
_SLASH = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")
BREAK = "\u200b"
"""An invisible place to break a line, as after the dots of a host."""
_BREAKS = re.compile(rf"[\s{BREAK}]+")
_BALANCE_STEPS = 6
# Bold is about a twelfth wider than regular.
_BOLD_SLACK = 1.08
# How far, in font sizes, the ink of "ư", "ế" and an opening quote goes beyond their advance.
_RIGHT_OVERHANG = 0.07
_LEFT_OVERHANG = 0.05
_MARK_EDGE_MM = 0.7
_STICKS_OUT_LEFT = frozenset("“‘ìĩj")


def plain_text(text: str) -> str:
    """Return the text without its `**` marks."""
    return _BOLD.sub(r"\1", text)


def _join(text: str) -> str:
    """Keep "ông/bà" on one line and turn line ends into Qt's own."""
    return _SLASH.sub("\u2060/\u2060", text).replace("\n", "\u2028")


class TextFlow:
    """A text in one role, wrapped to any width; heights and widths are logical pixels."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: TextRole,
        *,
        bold_quotes: bool = False,
        balance: bool = False,
    ) -> None:
        self.plain = plain_text(text)
        self._mark: tuple[int, int] | None = None
        self._theme = theme
        self._line_px = theme.line_px(role)
        self._balance = balance
        font = theme.font(role)
        self._overhang = math.ceil(font.pixelSize() * _RIGHT_OVERHANG)
        self._hang_left = font.pixelSize() * _LEFT_OVERHANG
        self._metrics = QFontMetricsF(font)
        self._joined = _join(self.plain)
        self._layout = QTextLayout(self._joined, font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._formats = _bold_ranges(theme, _join(text), role, bold_quotes)
        self._layout.setFormats(self._formats)
        self._slack = _BOLD_SLACK if self._formats else 1.0
        self._laid_width = -1
        self._heights: dict[int, int] = {}
        self._breaks: dict[int, tuple[float, str]] = {}
        self._natural: int | None = None
        self._widest_word: int | None = None

    @property
    def mark(self) -> tuple[int, int] | None:
        """Where the words being read aloud begin and end in `plain`."""
        return self._mark

    @mark.setter
    def mark(self, place: tuple[int, int] | None) -> None:
        self._mark = place
        self._layout.setFormats([*self._formats, *self._mark_format()])
        self._laid_width = -1

    @property
    def line_px(self) -> int:
        """Height of one line."""
        return self._line_px

    @property
    def cap_px(self) -> float:
        """Height of a capital letter."""
        return self._metrics.capHeight()

    def natural_width(self) -> int:
        """Return the width at which only the text's own line breaks remain."""
        if self._natural is None:
            self._lay_out(1_000_000.0, self._joined)
            widest = math.ceil(self._widest_line()) + self._overhang + 1
            self._natural = widest if self.plain else 0
            self._laid_width = -1
        return self._natural

    def widest_word(self) -> int:
        """Return the width of the longest word: narrower than this, words themselves break."""
        if self._widest_word is None:
            words = _BREAKS.split(self.plain)
            # The slack spares a layout for every word, only to find out which of them are bold.
            widest = max(self._metrics.horizontalAdvance(word) for word in words)
            self._widest_word = math.ceil(widest * self._slack) + self._overhang
        return self._widest_word

    def height(self, width: int) -> int:
        """Return the height of the text wrapped to `width`."""
        if not self.plain:
            return 0
        if width not in self._heights:
            self._fit(width)
            self._heights[width] = self._layout.lineCount() * self._line_px
        return self._heights[width]

    def line_count(self, width: int) -> int:
        """Return how many lines the text takes in `width`."""
        return self.height(width) // self._line_px

    def used_width(self, width: int) -> int:
        """Return the width of the longest line when wrapped to `width`."""
        if not self.plain:
            return 0
        self._fit(width)
        return min(width, math.ceil(self._widest_line()) + self._overhang + 1)

    @property
    def optical_shift(self) -> float:
        """Pixels to move the text up so that its capitals, not its line boxes, look centred."""
        return (self._line_px - 2 * self._metrics.descent() - self.cap_px) / 2

    def paint(
        self,
        painter: QPainter,
        origin: QPointF,
        width: int,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Paint the text wrapped to `width`, its first line box at `origin`."""
        if not self.plain:
            return
        self._fit(width)
        painter.setPen(colour)
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            spare = width - line.naturalTextWidth()
            if align & Qt.AlignmentFlag.AlignHCenter:
                shift = spare / 2
            elif align & Qt.AlignmentFlag.AlignRight:
                shift = spare - self._overhang
            else:
                shift = self._hang_left if self._sticks_out(line.textStart()) else 0.0
            corner = origin + QPointF(max(0.0, min(shift, spare)), 0.0)
            if self._mark is not None:
                self._paint_mark(painter, line, corner + QPointF(0.0, index * self._line_px))
            line.draw(painter, corner)

    def _paint_mark(self, painter: QPainter, line: QTextLine, corner: QPointF) -> None:
        """Paint the ground below the marked words of `line`, whose box begins at `corner`."""
        start, end = self._marked()
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            return
        left, right = (_x_of(line, at) for at in (first, last))
        box = QRectF(corner.x() + left, corner.y(), right - left, self._line_px)
        edge = self._theme.stroke(_MARK_EDGE_MM)
        below = QRectF(box.left(), box.bottom() - edge, box.width(), edge)
        painter.fillRect(box, self._theme.colour("mark"))
        painter.fillRect(below, self._theme.colour("mark_line"))

    def _marked(self) -> tuple[int, int]:
        """Return where the mark begins and ends in the laid out text."""
        start, end = self._mark or (0, 0)
        # Joined words have invisible letters more than plain ones.
        return len(_join(self.plain[:start])), len(_join(self.plain[:end]))

    def _mark_format(self) -> list[QTextLayout.FormatRange]:
        """Return the marked words' format: in ink, whatever colour the text has."""
        if self._mark is None:
            return []
        start, end = self._marked()
        inked = QTextCharFormat()
        inked.setForeground(self._theme.colour("ink"))
        return [_range(start, end - start, inked)]

    def _sticks_out(self, start: int) -> bool:
        return self._layout.text()[start : start + 1] in _STICKS_OUT_LEFT

    def _fit(self, width: int) -> None:
        """Break the lines for `width`, at a comma or evenly when it is a heading or a button."""
        if width == self._laid_width:
            return
        if width not in self._breaks:
            self._breaks[width] = self._best_breaks(width)
        break_width, text = self._breaks[width]
        self._lay_out(break_width, text)
        self._laid_width = width

    def _best_breaks(self, width: int) -> tuple[float, str]:
        """Return the width to break lines in, and the text with its forced breaks."""
        lines = self._lay_out(float(width), self._joined)
        if not 1 < lines < 5 or not (self._balance or self._leaves_a_word_alone(width)):
            return float(width), self._joined
        at_pause = self._broken_at_pause(width) if self._balance and lines == 2 else ""
        if at_pause:
            return float(width), at_pause
        return self._even_width(width, lines), self._joined

    def _leaves_a_word_alone(self, width: int) -> bool:
        """Whether the last line of running text is so short that it looks forgotten."""
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        return "\u2028" not in self._joined and last.naturalTextWidth() < width / 5

    def _broken_at_pause(self, width: int) -> str:
        """Return the text broken after the comma nearest to its middle, if both parts fit."""
        widths = self._metrics.horizontalAdvance
        best, least = "", float(width - self._overhang)
        for match in _PAUSE.finditer(self._joined):
            first, second = self._joined[: match.start()], self._joined[match.end() :]
            longest = max(widths(first), widths(second)) * self._slack
            if longest < least and "\u2028" not in self._joined:
                best, least = f"{first}\u2028{second}", longest
        return best

    def _even_width(self, width: int, lines: int) -> float:
        """Return the narrowest width with no more than `lines` lines: no word is left alone."""
        low, high = float(min(width, max(width // 2, self.widest_word()))), float(width)
        for _ in range(_BALANCE_STEPS):
            middle = (low + high) / 2
            if self._lay_out(middle, self._joined) > lines or self._widest_line() > middle:
                low = middle
            else:
                high = middle
        return high

    def _lay_out(self, width: float, text: str) -> int:
        if text != self._layout.text():
            self._layout.setText(text)
            self._layout.setFormats([*self._formats, *self._mark_format()])
        self._layout.beginLayout()
        count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width - self._overhang))
            # Only the descent stays below the baseline; all spare height is for the marks on top.
            baseline = (count + 1) * self._line_px - int(self._metrics.descent())
            line.setPosition(QPointF(0.0, baseline - line.ascent()))
            count += 1
        self._layout.endLayout()
        return count

    def _widest_line(self) -> float:
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(i).naturalTextWidth() for i in lines), default=0.0)


def _x_of(line: QTextLine, at: int) -> float:
    """Return where a letter begins; PySide returns its place beside that, which stubs leave out."""
    found: tuple[float, int] = line.cursorToX(at)  # type: ignore[assignment]
    return found[0]


def _bold_ranges(
    theme: Theme, text: str, role: TextRole, bold_quotes: bool
) -> list[QTextLayout.FormatRange]:
    """Return the format of every stretch that is bold in the plain text."""
    spans: list[tuple[int, int]] = []
    removed = 0
    for match in _BOLD.finditer(text):
        start = match.start() - removed
        spans.append((start, len(match.group(1))))
        removed += 4
    if bold_quotes:
        quoted = _QUOTED.finditer(plain_text(text))
        spans.extend((match.start(), match.end() - match.start()) for match in quoted)
    return [_bold_range(theme, role, start, length) for start, length in spans]


def _bold_range(theme: Theme, role: TextRole, start: int, length: int) -> QTextLayout.FormatRange:
    bold = QTextCharFormat()
    bold.setFont(theme.bold_font(role))
    return _range(start, length, bold)


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, length, look
    return span
