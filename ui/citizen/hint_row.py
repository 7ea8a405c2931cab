"""A hint with the button for whom it has helped: beside it where that fits, else below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.notice import Notice
from ui.widgets.paged_area import height_in
from ui.widgets.touch_button import TouchButton

_MOST_OF_ROW = 0.4


class HintRow(QWidget):
    """Shows `hint`, and `helped` unless that is hidden."""

    def __init__(
        self, theme: Theme, hint: Notice, helped: TouchButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gap = theme.gap
        self._hint, self._helped = hint, helped
        hint.setParent(self)
        helped.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of hint and button."""
        beside = self._button_width(width)
        if beside:
            hint = height_in(self._hint, width - beside - self._gap)
            return max(hint, height_in(self._helped, beside))
        button = 0 if self._helped.isHidden() else height_in(self._helped, width) + self._gap
        return height_in(self._hint, width) + button

    def sizeHint(self) -> QSize:
        return QSize(self._hint.sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        least = self._helped.minimumSizeHint().width()
        return QSize(max(least, self._hint.minimumSizeHint().width()), 0)

    def _button_width(self, width: int) -> int:
        """Return the width of the button beside the hint; 0 when it stands below or is hidden."""
        wanted = self._helped.sizeHint().width()
        if self._helped.isHidden() or wanted > width * _MOST_OF_ROW:
            return 0
        return wanted

    def _arrange(self) -> None:
        width, beside = self.width(), self._button_width(self.width())
        if beside:
            self._hint.setGeometry(0, 0, width - beside - self._gap, self.height())
            self._helped.setGeometry(width - beside, 0, beside, self.height())
            return
        hint = height_in(self._hint, width)
        self._hint.setGeometry(0, 0, width, hint)
        self._helped.setGeometry(0, hint + self._gap, width, height_in(self._helped, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)
