"""Who works on the citizen's screen, and the button that gives it back.

It stands in the header's place and is as high, so that nothing on the page moves when staff come or
go.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.take_over import TAKEN_OVER_TOLD
from ui.citizen import wishes
from ui.citizen.demo_ribbon import DemoRibbon
from ui.citizen.models import AttendedModel
from ui.citizen.room import EDGE_MM, header_button_height, header_height, one_line_width
from ui.citizen.screen import ScreenKit
from ui.citizen.words import time_words
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_ROLES = (TextRole.HEADING, TextRole.STRONG, TextRole.LABEL)
_LEVELS = (
    (0, True, True),
    (0, False, True),
    (0, False, False),
    (1, False, True),
    (1, False, False),
    (2, False, False),
    (3, False, False),
    (4, False, False),
)
"""What is said, most first: (which words, “Cứ từ từ” in words, all of “Trả lại cho ông/bà”)."""


class TakeOverStrip(QWidget):
    """The sentence at the left, two buttons at the right, on the yellow of help.

    Signals: `wished` carries GiveTime or HandBack.
    """

    wished = Signal(object)

    def __init__(
        self,
        kit: ScreenKit,
        model: AttendedModel,
        *,
        is_demo: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit, self._theme = kit, kit.theme
        self._model = model
        self.setFixedHeight(header_height(kit.theme))
        self._ribbon = DemoRibbon(kit, parent=self) if is_demo else None
        self._words, self.buttons = self._fit()
        self._words.setParent(self)
        for button in self.buttons:
            button.setParent(self)
            button.activated_with.connect(self.wished)
        self.setAccessibleName(self.told)

    @property
    def told(self) -> str:
        """Who is working here, and until when the page waits if staff have said so."""
        return self._texts()[0]

    def _texts(self) -> tuple[str, ...]:
        """Return the same in ever fewer words; the given name alone says enough at the end."""
        t, name, until = self._kit.t, self._model.staff_name, self._model.calm_until
        told = t(TAKEN_OVER_TOLD, name=name)
        until_words = t("Máy chờ đến {time}.", time=time_words(until)) if until else ""
        waits = f"{told} {until_words}".strip()
        given = name.split()[-1]
        short = t("Cán bộ {name} đang giúp ông/bà.", name=name)
        shorter = t("Cán bộ {name} đang giúp.", name=given)
        return waits, told, short, shorter, t("{name} đang giúp.", name=given)

    def _fit(self) -> tuple[TextBlock, tuple[TouchButton, ...]]:
        """Return the largest words that stand beside the buttons, which give up theirs first."""
        height = header_button_height(self._theme)
        for which, calm_in_words, back_in_full in (*_LEVELS, *_LEVELS[-2:]):
            buttons = self._make(calm_in_words=calm_in_words, back_in_full=back_in_full)
            for role in _ROLES:
                words = TextBlock(self._theme, self._texts()[which], role)
                if words.heightForWidth(self._room(buttons)) <= height:
                    return words, buttons
            if which == _LEVELS[-1][0] and self._ribbon is not None:
                # Who has the screen comes before what kind of office it is.
                self._ribbon.hide()
                self._ribbon = None
        return words, buttons

    @property
    def _side(self) -> int:
        return max(self._theme.margin, self._theme.mm(EDGE_MM))

    def _room(self, buttons: tuple[TouchButton, ...]) -> int:
        taken = sum(self._width(button) + self._theme.gap for button in buttons)
        if self._ribbon is not None:
            taken += self._ribbon.sizeHint().width() + self._theme.gap
        return max(1, self._theme.metrics.width_px - 2 * self._side - taken)

    def _width(self, button: TouchButton) -> int:
        height = header_button_height(self._theme)
        return max(one_line_width(button, height), height)

    def _make(self, *, calm_in_words: bool, back_in_full: bool) -> tuple[TouchButton, ...]:
        t, theme = self._kit.t, self._theme
        full, calm = t("Trả lại cho ông/bà"), t("Cứ từ từ")
        back = TouchButton(
            theme,
            full if back_in_full else t("Trả lại"),
            icon="handshake" if back_in_full else "",
            name=full,
            kind=ButtonKind.SECONDARY,
            payload=wishes.HandBack(),
        )
        if self._model.calm_until is not None:
            return (back,)
        words = calm if calm_in_words else ""
        wait = TouchButton(theme, words, icon="hourglass", name=calm, payload=wishes.GiveTime())
        return wait, back

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words from the left and the buttons from the right."""
        super().resizeEvent(event)
        theme, height = self._theme, header_button_height(self._theme)
        right, top = self.width() - self._side, theme.mm(EDGE_MM)
        for button in reversed(self.buttons):
            width = self._width(button)
            button.setGeometry(right - width, top, width, height)
            right -= width + theme.gap
        if self._ribbon is not None:
            size = self._ribbon.sizeHint()
            above = (self.height() - size.height()) // 2
            self._ribbon.setGeometry(right - size.width(), above, size.width(), size.height())
            right -= size.width() + theme.gap
        room = max(1, right - self._side)
        needed = min(height, self._words.heightForWidth(room))
        self._words.setGeometry(self._side, top + (height - needed) // 2, room, needed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("amber"))
        line = theme.line_width
        painter.fillRect(0, self.height() - line, self.width(), line, theme.colour("amber_edge"))
