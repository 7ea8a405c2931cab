"""Says what the machine is doing whenever that takes longer than a moment."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.painting import paint_panel, smooth
from ui.widgets.text_block import TextBlock

_BEAT_MS = 350
_DOTS = 3


class BusyNotice(Card):
    """Hidden until `start`, and then for `delay_ms` more: short work should not flicker."""

    def __init__(
        self, theme: Theme, text: str, *, delay_ms: int = 300, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, ground="blue_tint", parent=parent)
        row = QHBoxLayout()
        row.setSpacing(theme.small_gap * 2)
        self._text = TextBlock(theme, text, TextRole.BODY)
        row.addWidget(_Beat(theme))
        row.addWidget(self._text, 1)
        self.body.addLayout(row)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(delay_ms)
        self._delay.timeout.connect(self.show)
        self.hide()

    def text(self) -> str:
        """Return what is being done."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Say what is being done now."""
        self._text.set_text(text)

    def start(self) -> None:
        """Appear soon, unless `stop` comes first."""
        self._delay.start()

    def stop(self) -> None:
        """Disappear."""
        self._delay.stop()
        self.hide()


class _Beat(QWidget):
    """Three dots, one of them strong in turn: the machine is alive."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side = theme.mm(2.2 if theme.is_staff else 3.4)
        self._strong = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self.setFixedSize(self.sizeHint())

    @Slot()
    def _on_beat(self) -> None:
        self._strong = (self._strong + 1) % _DOTS
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side * (2 * _DOTS - 1), self._side)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        for index in range(_DOTS):
            colour = "blue" if index == self._strong else "blue_line"
            paint_panel(
                painter,
                QRect(index * self._side * 2, 0, self._side, self._side),
                ground=self._theme.colour(colour),
                border=None,
                border_px=0,
                radius=self._side / 2,
            )
