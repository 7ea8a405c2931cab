"""How the content of a button is measured and drawn, apart from how the button behaves.

A face knows text, icon and detail; it answers heights for widths and paints into a rectangle. There
are four: a row (icon beside text), a banner (a row across the page), a tile (icon above text, with
a note in the corner) and a rail button (small text below an icon).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.button_style import Align, ButtonColours, ButtonKind
from ui.widgets.painting import paint_icon, paint_panel
from ui.widgets.text_flow import TextFlow

_WIDEST_TEXT_MM = 120.0
_READ_KINDS = (ButtonKind.CHOICE, ButtonKind.RESULT, ButtonKind.CHECK)
"""Buttons whose words are read before they are chosen."""


@dataclass(frozen=True, slots=True)
class ButtonContent:
    """What stands on a button."""

    text: str
    icon: str = ""
    trailing_icon: str = ""
    detail: str = ""
    badge: str = ""
    role: TextRole = TextRole.BUTTON


def _by_room(theme: Theme, staff: float, compact: float, roomy: float) -> float:
    """Return the length in mm for staff, for a low panel, or for a panel with room."""
    if theme.is_staff:
        return staff
    return compact if theme.is_compact else roomy


class ButtonFace(ABC):
    """The content of one button; all lengths are logical pixels.

    `shared_height` is what the tallest of its neighbours needs, if they are to look alike.
    """

    def __init__(self, theme: Theme, content: ButtonContent) -> None:
        self.theme = theme
        self.content = content
        self.shared_height = 0
        self.text = TextFlow(theme, content.text, content.role, balance=True)
        self.detail = TextFlow(theme, content.detail, TextRole.CAPTION, balance=True)

    @property
    def pad_x(self) -> int:
        """Room left and right of the content."""
        return self.theme.mm(_by_room(self.theme, 4.0, 5.0, 7.0))

    @property
    def pad_y(self) -> int:
        """Room above and below the content."""
        return self.theme.mm(_by_room(self.theme, 1.6, 2.2, 3.4))

    @abstractmethod
    def natural_width(self) -> int:
        """Return the width at which nothing has to wrap."""

    @abstractmethod
    def least_width(self) -> int:
        """Return the width below which words would break."""

    @abstractmethod
    def height(self, width: int) -> int:
        """Return the height of the content, with its padding, for a width."""

    @abstractmethod
    def paint(self, painter: QPainter, rect: QRect, colours: ButtonColours, checked: bool) -> None:
        """Paint the content into `rect`."""

    def flows(self) -> tuple[TextFlow, ...]:
        """Return the words in the order they are read in."""
        return self.text, self.detail

    def size(self) -> QSize:
        """Return the size with as few line breaks as reasonable."""
        width = self.natural_width()
        return QSize(width, self.height(width))

    @property
    def _widest_text(self) -> int:
        """The natural width at most: what is read is broken into lines that can be read."""
        return self.theme.mm(_WIDEST_TEXT_MM)

    def _text_widths(self) -> tuple[int, int]:
        """Return the natural and the least width of text and detail together."""
        widest = self._widest_text
        natural = max(self.text.natural_width(), self.detail.natural_width())
        least = max(self.text.widest_word(), self.detail.widest_word())
        return max(least, min(natural, widest)), least

    def _text_height(self, width: int) -> int:
        return self.text.height(width) + self.detail.height(width)


class RowFace(ButtonFace):
    """Icon, text with an optional second line, and an optional icon at the end."""

    def __init__(
        self, theme: Theme, content: ButtonContent, kind: ButtonKind, align: Align
    ) -> None:
        super().__init__(theme, content)
        self._kind = kind
        self._align = align
        self._gap = theme.small_gap if content.text else 0

    @property
    def pad_x(self) -> int:
        """A button with an icon alone is a square."""
        return super().pad_x if self.content.text else self.pad_y

    @property
    def _widest_text(self) -> int:
        """As wide as its one line, where a button says what it does and no more."""
        is_read = self.content.detail or self._kind in _READ_KINDS
        return super()._widest_text if is_read else self.text.natural_width()

    @property
    def _icon_px(self) -> int:
        if self._kind is ButtonKind.CHECK:
            return self.theme.mm(_by_room(self.theme, 7.0, 10.0, 12.0))
        if not self.content.icon:
            return 0
        is_large = self._kind in (ButtonKind.CHOICE, ButtonKind.RESULT)
        lines = 2.0 if self.content.detail or is_large else 1.4
        return round(self.theme.font(self.content.role).pixelSize() * lines)

    @property
    def _trailing_px(self) -> int:
        size = self.theme.font(self.content.role).pixelSize()
        return round(size * 1.25) if self.content.trailing_icon else 0

    @property
    def _around_text(self) -> int:
        """Everything beside the text: padding, icons and the gaps to them."""
        icons = sum(px + self._gap for px in (self._icon_px, self._trailing_px) if px)
        return 2 * self.pad_x + icons

    def natural_width(self) -> int:
        return self._text_widths()[0] + self._around_text

    def least_width(self) -> int:
        return self._text_widths()[1] + self._around_text

    def height(self, width: int) -> int:
        text = self._text_height(max(1, width - self._around_text))
        return max(text, self._icon_px) + 2 * self.pad_y

    def paint(self, painter: QPainter, rect: QRect, colours: ButtonColours, checked: bool) -> None:
        room = max(1, rect.width() - self._around_text)
        used = max(self.text.used_width(room), self.detail.used_width(room))
        left = rect.left() + self.pad_x
        if self._align is Align.CENTER:
            left += (room - used) // 2
        icon = QRect(left, rect.center().y() - self._icon_px // 2, self._icon_px, self._icon_px)
        self._paint_mark(painter, icon, colours, checked)
        text_left = left + (self._icon_px + self._gap if self._icon_px else 0)
        self._paint_text(painter, text_left, rect, room, colours)
        if self._trailing_px:
            self._paint_trailing(painter, rect, text_left + used + self._gap, colours)

    def _paint_mark(
        self, painter: QPainter, box: QRect, colours: ButtonColours, checked: bool
    ) -> None:
        if self._kind is not ButtonKind.CHECK:
            paint_icon(painter, self.theme, self.content.icon, colours.icon, box)
            return
        paint_panel(
            painter,
            box,
            ground=self.theme.colour(colours.icon if checked else "card"),
            border=self.theme.colour(colours.icon if checked else "muted"),
            border_px=self.theme.edge_width,
            radius=self.theme.mm(2.2),
        )
        if checked:
            inset = box.width() // 6
            mark = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, self.theme, "check", "on_fill", mark)

    def _paint_text(
        self, painter: QPainter, left: int, rect: QRect, room: int, colours: ButtonColours
    ) -> None:
        used = max(self.text.used_width(room), self.detail.used_width(room))
        alone = self._align is Align.CENTER and not (self._icon_px or self._trailing_px)
        align = Qt.AlignmentFlag.AlignHCenter if alone else Qt.AlignmentFlag.AlignLeft
        width = room if alone else used
        start = rect.left() + self.pad_x if alone else left
        top = rect.top() + (rect.height() - self._text_height(room)) / 2 - self.text.optical_shift
        text_height = self.text.height(room)
        # Wrapping is settled for `room`; painting in that width keeps measured and drawn lines one.
        shift = (width - room) / 2 if align is Qt.AlignmentFlag.AlignHCenter else 0.0
        colour, detail = self.theme.colour(colours.text), self.theme.colour(colours.detail)
        self.text.paint(painter, QPointF(start + shift, top), room, colour, align)
        self.detail.paint(painter, QPointF(start + shift, top + text_height), room, detail, align)

    def _paint_trailing(
        self, painter: QPainter, rect: QRect, after_text: int, colours: ButtonColours
    ) -> None:
        side = self._trailing_px
        at_edge = rect.right() + 1 - self.pad_x - side
        left = after_text if self._align is Align.CENTER else at_edge
        box = QRect(left, rect.center().y() - side // 2, side, side)
        paint_icon(painter, self.theme, self.content.trailing_icon, colours.icon, box)


class BannerFace(RowFace):
    """A row as wide as the page, whose second line moves up beside the first where both fit."""

    def _is_one_line(self, room: int) -> bool:
        texts = (self.text.natural_width(), self.detail.natural_width())
        return bool(self.content.detail) and sum(texts) + 2 * self._gap <= room

    def _text_height(self, width: int) -> int:
        return self.text.line_px if self._is_one_line(width) else super()._text_height(width)

    def _paint_text(
        self, painter: QPainter, left: int, rect: QRect, room: int, colours: ButtonColours
    ) -> None:
        if not self._is_one_line(room):
            super()._paint_text(painter, left, rect, room, colours)
            return
        used, beside = self.text.natural_width(), self.detail.natural_width()
        top = rect.top() + (rect.height() - self.text.line_px) / 2 - self.text.optical_shift
        # Letters of both sizes stand on one line.
        lower = top + self.text.line_px - self.detail.line_px
        second = QPointF(left + used + 2 * self._gap, lower)
        self.text.paint(painter, QPointF(left, top), used, self.theme.colour(colours.text))
        self.detail.paint(painter, second, beside, self.theme.colour(colours.detail))


class TileFace(ButtonFace):
    """A card: icon on a tinted square, a note in the corner, text and detail below."""

    @property
    def pad_x(self) -> int:
        return self.theme.mm(4.6) if self.theme.is_compact else self.theme.padding

    @property
    def pad_y(self) -> int:
        return self.theme.mm(_by_room(self.theme, 3.5, 2.4, 5.5))

    def __init__(self, theme: Theme, content: ButtonContent) -> None:
        super().__init__(theme, content)
        self._badge = TextFlow(theme, content.badge, TextRole.SOURCE)

    def flows(self) -> tuple[TextFlow, ...]:
        return self.text, self.detail, self._badge

    @property
    def _square(self) -> int:
        """Side of the tinted square under the icon, before it grows with the tile."""
        return self.theme.mm(_by_room(self.theme, 8.5, 10.5, 17.0)) if self.content.icon else 0

    @property
    def _top_height(self) -> int:
        return max(self._square, self._badge.height(self._badge.natural_width() or 1))

    @property
    def _between(self) -> int:
        return self.theme.mm(_by_room(self.theme, 1.2, 0.4, 2.4)) if self._top_height else 0

    def natural_width(self) -> int:
        top = self._square + self.theme.small_gap + self._badge.natural_width()
        return max(self._text_widths()[0], top) + 2 * self.pad_x

    def least_width(self) -> int:
        top = self._square + self.theme.small_gap + self._badge.natural_width()
        return max(self._text_widths()[1], top) + 2 * self.pad_x

    def height(self, width: int) -> int:
        text = self._text_height(max(1, width - 2 * self.pad_x))
        return self._top_height + self._between + text + 2 * self.pad_y

    def _free_height(self, rect: QRect) -> int:
        """Return the height to spare; alike for all tiles of a grid, so that they line up."""
        return max(0, rect.height() - max(self.shared_height, self.height(rect.width())))

    def paint(self, painter: QPainter, rect: QRect, colours: ButtonColours, checked: bool) -> None:
        room = max(1, rect.width() - 2 * self.pad_x)
        free = self._free_height(rect)
        # A taller tile gets a larger icon first, then air around it: no hole below the text.
        square = self._square + min(free * 2 // 5, self._square * 3 // 5)
        air = (free - (square - self._square)) // 3
        left, top = rect.left() + self.pad_x, rect.top() + self.pad_y + air // 2
        self._paint_icon(painter, QRect(left, top, square, square), colours)
        width = self._badge.natural_width()
        corner = QPointF(left + room - width, rect.top() + self.pad_y + air // 2)
        detail = self.theme.colour(colours.detail)
        self._badge.paint(painter, corner, max(1, width), detail)
        text_top = top + self._top_height + square - self._square + self._between + air
        text = QPointF(left, text_top)
        self.text.paint(painter, text, room, self.theme.colour(colours.text))
        below = text + QPointF(0, self.text.height(room))
        self.detail.paint(painter, below, room, detail)

    def _paint_icon(self, painter: QPainter, square: QRect, colours: ButtonColours) -> None:
        if not self.content.icon:
            return
        paint_panel(
            painter,
            square,
            ground=self.theme.colour("card" if colours.ground == "blue_tint" else "blue_tint"),
            border=None,
            border_px=0,
            radius=self.theme.mm(3.2),
        )
        inset = round(square.width() * 0.2)
        inner = square.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self.theme, self.content.icon, colours.icon, inner)


class RailFace(ButtonFace):
    """A button of the staff rail: an icon with its name below, both centred."""

    @property
    def pad_x(self) -> int:
        return self.theme.mm(1.5)

    @property
    def pad_y(self) -> int:
        return self.theme.mm(1.8)

    @property
    def _icon_px(self) -> int:
        return self.theme.mm(6.5) if self.content.icon else 0

    def natural_width(self) -> int:
        return max(self._text_widths()[0], self._icon_px) + 2 * self.pad_x

    def least_width(self) -> int:
        return max(self._text_widths()[1], self._icon_px) + 2 * self.pad_x

    def height(self, width: int) -> int:
        return self._icon_px + self._text_height(max(1, width - 2 * self.pad_x)) + 2 * self.pad_y

    def paint(self, painter: QPainter, rect: QRect, colours: ButtonColours, checked: bool) -> None:
        room = max(1, rect.width() - 2 * self.pad_x)
        top = rect.top() + (rect.height() - self.height(rect.width())) // 2 + self.pad_y
        icon = QRect(rect.left(), top, rect.width(), self._icon_px)
        paint_icon(painter, self.theme, self.content.icon, colours.icon, icon)
        centre = Qt.AlignmentFlag.AlignHCenter
        colour = self.theme.colour(colours.text)
        origin = QPointF(rect.left() + self.pad_x, top + self._icon_px)
        self.text.paint(painter, origin, room, colour, centre)


def make_face(theme: Theme, content: ButtonContent, kind: ButtonKind, align: Align) -> ButtonFace:
    """Return the face that a kind of button wears."""
    if kind is ButtonKind.TILE:
        return TileFace(theme, content)
    if kind is ButtonKind.RAIL:
        return RailFace(theme, content)
    row = BannerFace if kind is ButtonKind.BANNER else RowFace
    return row(theme, content, kind, align)
