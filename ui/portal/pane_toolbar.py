"""The row above the page: which site this is, and the few things a page needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.accessibility import describe
from ui.citizen.screen import ScreenKit
from ui.portal import wishes
from ui.portal.host_words import host_words
from ui.portal.models import ZOOMS, PageLook
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton


class PaneToolbar(QWidget):
    """Lock and host at the left; back, reload, smaller and larger at the right.

    Signals: `wished` carries one dataclass of `ui.portal.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, look: PageLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, t = kit.theme, kit.t
        self._t = t
        self._lock = IconMark(theme, "lock", size_mm=7.0, bare=True)
        self._site = TextBlock(theme, "", TextRole.SOURCE, colour="ink")
        self._back = self._button(theme, "arrow-left", t("Trang trước"), wishes.PageBack())
        reload = self._button(theme, "arrows-clockwise", t("Tải lại trang"), wishes.ReloadPage())
        self._smaller = self._button(theme, "minus", t("Trang nhỏ hơn"), wishes.ZoomPage(-1))
        self._larger = self._button(theme, "plus", t("Trang to hơn"), wishes.ZoomPage(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._lock, 0, middle)
        row.addWidget(self._site, 1, middle)
        for button in (self._back, reload, self._smaller, self._larger):
            row.addWidget(button)
        describe(self, t("Thanh của trang"))
        self.take(look)

    def take(self, look: PageLook) -> None:
        """Show the page's site, and which buttons lead anywhere now."""
        self._site.set_text(host_words(self._t(look.site)) if look.site else "")
        self._lock.setVisible(bool(look.site))
        self._back.setEnabled(look.can_go_back)
        self._smaller.setEnabled(look.zoom > 0)
        self._larger.setEnabled(look.zoom < len(ZOOMS) - 1)

    def _button(self, theme: Theme, icon: str, name: str, wish: object) -> TouchButton:
        button = TouchButton(theme, "", icon=icon, name=name, payload=wish)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFixedWidth(max(theme.mm(theme.button_mm), button.minimumSizeHint().width()))
        button.activated_with.connect(self.wished)
        return button


class LoadLine(QWidget):
    """How much of the page has come; a quiet line when nothing is under way."""

    def __init__(self, theme: Theme, progress: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress = progress
        self.setFixedHeight(theme.mm(1.2))

    def set_progress(self, percent: int) -> None:
        """Show `percent` from 0 to 100."""
        if percent != self._progress:
            self._progress = percent
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("line"))
        if self._progress < 100:
            done = self.width() * max(3, self._progress) // 100
            painter.fillRect(0, 0, done, self.height(), self._theme.colour("blue"))
