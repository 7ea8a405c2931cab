"""A hint with a button that goes with it: beside it where that fits, else below."""

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
    """Shows `hint`, and one of two buttons: `before` it says anything, `helped` from then on."""

    def __init__(
        self,
        theme: Theme,
        hint: Notice,
        before: TouchButton,
        helped: TouchButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gap = theme.gap
        self._hint, self._before, self._after = hint, before, helped
        for part in (hint, before, helped):
            part.setParent(self)
        self.show_helped(has_hint=False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _button(self) -> TouchButton:
        return self._before if self._after.isHidden() else self._after

    def show_helped(self, *, has_hint: bool) -> None:
        """Show the button for whom the hint has helped, or the other one while there is none."""
        self._before.setVisible(not has_hint)
        self._after.setVisible(has_hint)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of hint and button."""
        beside = self._button_width(width)
        if beside:
            hint = height_in(self._hint, width - beside - self._gap)
            return max(hint, height_in(self._button, beside))
        return height_in(self._hint, width) + self._gap + height_in(self._button, width)

    def sizeHint(self) -> QSize:
        return QSize(self._hint.sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        least = self._button.minimumSizeHint().width()
        return QSize(max(least, self._hint.minimumSizeHint().width()), 0)

    def _button_width(self, width: int) -> int:
        """Return the width of the button beside the hint; 0 when it stands below."""
        wanted = self._button.sizeHint().width()
        return 0 if wanted > width * _MOST_OF_ROW else wanted

    def _arrange(self) -> None:
        width, beside = self.width(), self._button_width(self.width())
        if beside:
            self._hint.setGeometry(0, 0, width - beside - self._gap, self.height())
            self._button.setGeometry(width - beside, 0, beside, self.height())
            return
        hint = height_in(self._hint, width)
        self._hint.setGeometry(0, 0, width, hint)
        self._button.setGeometry(0, hint + self._gap, width, height_in(self._button, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)
