"""The two large buttons that turn pages, with "1/3" between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton


class PageBar(QWidget):
    """Emits `turned(-1)` and `turned(1)`; where the words do not fit, only the arrows stay."""

    turned = Signal(int)

    def __init__(
        self, theme: Theme, t: Callable[[str], str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._theme = theme
        self._words = (t("Trang trước"), t("Xem tiếp"))
        guard = theme.repeat_guard_ms
        self._back = TouchButton(
            theme,
            self._words[0],
            icon="caret-left",
            name=self._words[0],
            guard_ms=guard,
            parent=self,
        )
        self._next = TouchButton(
            theme,
            self._words[1],
            trailing_icon="caret-right",
            name=self._words[1],
            guard_ms=guard,
            parent=self,
        )
        self._count = TextBlock(
            theme, "1/1", TextRole.BUTTON, align=Qt.AlignmentFlag.AlignHCenter, parent=self
        )
        self._worded_width = self._width_with_words()
        self._spoken = ""
        self._back.activated.connect(self._turn_back)
        self._next.activated.connect(self._turn_on)

    def height_for(self, width: int) -> int:
        """Return the height of the bar when it is `width` wide."""
        self._choose_words(width)
        return max(self._back.sizeHint().height(), self._next.sizeHint().height())

    def show_page(self, page: int, count: int) -> None:
        """Say which page is shown; a button without a page behind it is not there."""
        self._count.set_text(f"{page + 1}/{count}")
        self._spoken = self._t("Trang {page} trên {count}").format(page=page + 1, count=count)
        describe(self._count, self._spoken)
        had_focus = self._back.hasFocus() or self._next.hasFocus()
        self._back.setVisible(page > 0)
        self._next.setVisible(page < count - 1)
        if had_focus and not (self._back.hasFocus() or self._next.hasFocus()):
            remaining = self._next if page < count - 1 else self._back
            remaining.setFocus(Qt.FocusReason.OtherFocusReason)

    def spoken(self) -> str:
        """Return the page in words, for a screen reader."""
        return self._spoken

    def _choose_words(self, width: int) -> None:
        words = self._words if width >= self._worded_width else ("", "")
        if words != (self._back.text(), self._next.text()):
            self._back.set_text(words[0])
            self._next.set_text(words[1])

    def _width_with_words(self) -> int:
        """Return the width below which the words on the buttons have no room."""
        buttons = self._back.sizeHint().width() + self._next.sizeHint().width()
        return buttons + 4 * self._theme.gap + self._theme.mm(3 * self._theme.button_mm / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = self._theme.mm(24.0 if not self._theme.is_staff else 18.0)
        back, onward = (max(least, b.sizeHint().width()) for b in (self._back, self._next))
        width, height = self.width(), self.height()
        self._back.setGeometry(0, 0, back, height)
        self._next.setGeometry(width - onward, 0, onward, height)
        line = self._count.heightForWidth(width)
        # The capitals, not the line box, stand level with the words on the buttons.
        top = (height - line) // 2 - self._theme.font(TextRole.BUTTON).pixelSize() // 16
        self._count.setGeometry(QRect(back, top, max(1, width - back - onward), line))

    @Slot()
    def _turn_back(self) -> None:
        self.turned.emit(-1)

    @Slot()
    def _turn_on(self) -> None:
        self.turned.emit(1)
