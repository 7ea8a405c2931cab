"""The bar at the foot of the citizen's window: back, home, end, and help at its own spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.flow import BarButton
from kiosk.domain.words import N_
from ui.accessibility import describe
from ui.citizen import wishes
from ui.citizen.room import EDGE_MM, bar_button_height, bar_height, one_line_width
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import ButtonKind, TouchButton

HELP_LABEL = N_("Tôi cần giúp đỡ")
CALL_LABEL = N_("Gọi cán bộ")


@dataclass(frozen=True, slots=True)
class _Look:
    text: str
    icon: str
    wish: object


_LOOKS = {
    BarButton.BACK: _Look(N_("Quay lại"), "arrow-left", wishes.GoBack()),
    BarButton.HOME: _Look(N_("Về đầu"), "house", wishes.GoHome()),
    BarButton.END: _Look(N_("Kết thúc và xóa"), "x", wishes.Finish()),
}
_SHORTENED = (BarButton.BACK, BarButton.HOME, BarButton.END)
"""Which buttons give up their words first, where the panel is narrow or the text large."""


class ActionBar(QWidget):
    """Buttons of `kiosk.domain.flow.bar_for`; `help_label` is a msgid, shown on the yellow button.

    A floating bar has no ground and holds help alone: the attract screen shines through. With
    `resume_title` the bar offers to go on with that, where "Quay lại" stands on other screens.

    Signals: `wished` carries one dataclass of `ui.citizen.wishes`.
    """

    wished = Signal(object)

    def __init__(
        self,
        kit: ScreenKit,
        buttons: Sequence[BarButton],
        help_label: str = HELP_LABEL,
        *,
        floating: bool = False,
        resume_title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._floating = floating
        self._buttons: dict[BarButton, TouchButton] = {}
        self.resume = self._resume(kit, resume_title) if resume_title else None
        self._short_resume = kit.t("Làm tiếp")
        for button in buttons:
            if button is not BarButton.HELP:
                look = _LOOKS[button]
                self._add(button, kit.t(look.text), look.icon, look.wish, ButtonKind.QUIET)
        help_wish = wishes.AskHelp()
        self._add(BarButton.HELP, kit.t(help_label), "hand-waving", help_wish, ButtonKind.HELP)
        self._help_width = self._one_help_width(kit.t(HELP_LABEL), kit.t(CALL_LABEL))
        describe(self, kit.t("Thanh dưới"))
        self.setFixedHeight(bar_height(kit.theme))

    def button(self, which: BarButton) -> TouchButton | None:
        """Return the button, or None when this bar has none of it."""
        return self._buttons.get(which)

    def floating_size(self) -> QSize:
        """Return the size of a bar that holds help alone, up to the panel's corner."""
        return QSize(self._help_width + 2 * self._side, bar_height(self._theme))

    @property
    def _side(self) -> int:
        return max(self._theme.margin, self._theme.mm(EDGE_MM))

    def _add(self, which: BarButton, text: str, icon: str, wish: object, kind: ButtonKind) -> None:
        button = TouchButton(
            self._theme, text, icon=icon, kind=kind, name=text, payload=wish, parent=self
        )
        button.activated_with.connect(self.wished)
        self._buttons[which] = button

    def _resume(self, kit: ScreenKit, title: str) -> TouchButton:
        text = kit.t("Làm tiếp: {title}", title=title)
        button = TouchButton(
            self._theme,
            text,
            icon="play",
            name=text,
            kind=ButtonKind.PRIMARY,
            payload=wishes.ResumeVisit(),
            parent=self,
        )
        button.activated_with.connect(self.wished)
        return button

    @property
    def _lesser(self) -> list[TouchButton]:
        """All buttons but help, from the left."""
        plain = [button for which, button in self._buttons.items() if which in _LOOKS]
        return plain if self.resume is None else [self.resume, *plain]

    def _one_help_width(self, *labels: str) -> int:
        """Return the yellow button's width on every screen; it loses its icon before its words."""
        room = self._theme.metrics.width_px - 2 * self._side
        icons = len(_SHORTENED) * (bar_button_height(self._theme) + self._theme.gap)
        width = self._widest_help(*labels)
        if width + icons <= room:
            return width
        self._buttons[BarButton.HELP].set_icon("")
        return self._widest_help(*labels)

    def _widest_help(self, *labels: str) -> int:
        """Return one width for both labels, so that the yellow button never moves."""
        shown = self._buttons[BarButton.HELP]
        label, widths = shown.text(), []
        for text in (*labels, label):
            shown.set_text(text)
            widths.append(one_line_width(shown, bar_button_height(self._theme)))
        return max(widths)

    def _shorten(self, room: int) -> None:
        """Take words from the lesser buttons until all of them fit into `room`."""
        if self.resume is not None and self._width_of_all() > room:
            self.resume.set_text(self._short_resume)
        for which in _SHORTENED:
            if which in self._buttons and self._width_of_all() > room:
                self._buttons[which].set_text("")
        if self.resume is not None and self._width_of_all() > room:
            self.resume.set_text("")

    def _width_of_all(self) -> int:
        lesser = [self._lesser_width(button) for button in self._lesser]
        return sum(width + self._theme.gap for width in lesser) + self._help_width

    def _lesser_width(self, button: TouchButton) -> int:
        height = bar_button_height(self._theme)
        if not button.text():
            return max(button.minimumSizeHint().width(), self._theme.mm(self._theme.button_mm))
        return max(one_line_width(button, height), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons: help at the right, the others from the left."""
        room = self.width() - 2 * self._side
        height, top = bar_button_height(self._theme), self._theme.small_gap
        self._shorten(room)
        left = self._side
        for button in self._lesser:
            button.setGeometry(left, top, self._lesser_width(button), height)
            left += button.width() + self._theme.gap
        help_left = self.width() - self._side - self._help_width
        self._buttons[BarButton.HELP].setGeometry(help_left, top, self._help_width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._floating:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("card"))
        painter.fillRect(0, 0, self.width(), self._theme.line_width, self._theme.colour("line"))
