"""What a camera sees just now, mirrored by nothing and kept by nobody."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.widgets.painting import paint_icon, paint_panel, smooth

_SHAPE = (16, 9)
_LEAST_MM, _USUAL_MM, _ICON_MM = 60, 100, 16


class CameraView(QWidget):
    """Fills its width in the shape of a camera's picture; a symbol while nothing is seen."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        describe(self, name)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is seen."""
        return self._image.isNull()

    @Slot(QImage)
    def show_image(self, image: QImage) -> None:
        """Show what is seen now."""
        self._image = image
        self.update()

    def clear(self) -> None:
        """Show nothing any more."""
        self.show_image(QImage())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * _SHAPE[1] // _SHAPE[0]

    def sizeHint(self) -> QSize:
        width = self._theme.mm(_USUAL_MM)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.mm(_LEAST_MM)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        paint_panel(
            painter,
            self.rect(),
            ground=self._theme.colour("card"),
            border=self._theme.colour("line"),
            border_px=self._theme.line_width,
            radius=self._theme.mm(2.0),
        )
        if self.is_empty:
            self._paint_symbol(painter)
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self._image)

    def _paint_symbol(self, painter: QPainter) -> None:
        side = self._theme.mm(_ICON_MM)
        place = QRect(0, 0, side, side)
        place.moveCenter(self.rect().center())
        paint_icon(painter, self._theme, "camera", "muted", place)
