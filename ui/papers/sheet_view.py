"""One sheet of paper, as large as there is room: what a camera sees, or a page of a file."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.widgets.painting import paint_icon, paint_panel, smooth

_LEAST_MM, _ICON_MM, _EDGE_MM = 40.0, 18.0, 1.5
_CORNER_INSET, _CORNER_LENGTH, _CORNER_MM = 0.05, 0.12, 1.4
_QUARTER = 90


class SheetView(QWidget):
    """Shows an image turned by `turns` quarters clockwise; a symbol while there is none.

    With `corners` it marks where the four corners of a paper should lie. `height_px` is what it
    would like to have where nothing else decides.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        icon: str = "camera",
        turns: int = 0,
        corners: bool = False,
        height_px: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._turns = turns
        self._corners = corners
        self._height = height_px
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        describe(self, name)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown yet."""
        return self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Show this from now on."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        least = self._theme.mm(_LEAST_MM)
        return QSize(least, max(least, self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        paint_panel(
            painter,
            self.rect(),
            ground=self._theme.colour("card" if self.is_empty else "line"),
            border=self._theme.colour("line"),
            border_px=self._theme.line_width,
            radius=self._theme.mm(2.0),
        )
        if self.is_empty:
            side = self._theme.mm(_ICON_MM)
            place = QRectF(0, 0, side, side)
            place.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, self._theme, self._icon, "muted", place.toRect())
            return
        sheet = self._sheet()
        self._paint_image(painter, sheet)
        if self._corners:
            self._paint_corners(painter, sheet)

    def _sheet(self) -> QRectF:
        """Return where the turned image lies."""
        size = self._image.size()
        if self._turns % 2:
            size.transpose()
        edge = self._theme.mm(_EDGE_MM)
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        fitted = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRectF(QPointF(0, 0), fitted)
        sheet.moveCenter(QRectF(room).center())
        return sheet

    def _paint_image(self, painter: QPainter, sheet: QRectF) -> None:
        painter.save()
        painter.translate(sheet.center())
        painter.rotate(self._turns * _QUARTER)
        size = sheet.size().transposed() if self._turns % 2 else sheet.size()
        place = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
        painter.drawImage(place, self._image)
        painter.restore()

    def _paint_corners(self, painter: QPainter, sheet: QRectF) -> None:
        """Draw four angles, light on dark, so that they are seen on any paper and any table."""
        inset = _CORNER_INSET * min(sheet.width(), sheet.height())
        length = _CORNER_LENGTH * min(sheet.width(), sheet.height())
        frame = sheet.adjusted(inset, inset, -inset, -inset)
        wide = self._theme.mm(_CORNER_MM)
        for colour, width in (("ink", wide), ("amber", wide * 0.55)):
            pen = QPen(self._theme.colour(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for corner, right, down in (
                (frame.topLeft(), 1, 1),
                (frame.topRight(), -1, 1),
                (frame.bottomLeft(), 1, -1),
                (frame.bottomRight(), -1, -1),
            ):
                painter.drawPolyline(
                    QPolygonF(
                        [
                            corner + QPointF(0, down * length),
                            corner,
                            corner + QPointF(right * length, 0),
                        ]
                    )
                )
