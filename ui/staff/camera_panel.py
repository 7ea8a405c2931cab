"""What the camera sees while card or slip is being read, over the page; one tap sends it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.staff.screen import StaffKit
from ui.staff.wishes import StopCamera
from ui.theme.tokens import TextRole
from ui.widgets.camera_view import CameraView
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_WIDTH_MM = 160


class CameraPanel(QWidget):
    """Covers its parent while the camera looks. Signal `wished` carries a StopCamera."""

    wished = Signal(object)

    def __init__(self, kit: StaffKit, covered: QWidget) -> None:
        super().__init__(covered)
        self._kit = kit
        self._covered = covered
        theme, t = kit.theme, kit.t
        self.view = CameraView(theme, t("Hình từ camera"))
        self.view.setFixedWidth(theme.mm(_WIDTH_MM))
        self._title = t("Đưa mã vuông vào giữa khung")
        self.stop = TouchButton(theme, t("Thôi, không quét"), icon="x-circle")
        self.stop.activated.connect(self._on_stop)
        card = Card(theme)
        card.body.setSpacing(theme.gap)
        card.add(TextBlock(theme, self._title, TextRole.HEADING))
        card.add(self.view)
        card.add(TextBlock(theme, t("Máy không lưu hình.")))
        card.add(self.stop)
        page = QVBoxLayout(self)
        page.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def look(self, *, is_looking: bool) -> None:
        """Appear with an empty view, or disappear and forget what was seen."""
        self.view.clear()
        self.setVisible(is_looking)
        if is_looking:
            self.fit()
            self.raise_()
            self.stop.setFocus()
            announce(self, self._title)

    def fit(self) -> None:
        """Cover the parent again after it changed its size."""
        self.setGeometry(self._covered.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._kit.theme.colour("paper"))

    @Slot()
    def _on_stop(self) -> None:
        self.wished.emit(StopCamera())
