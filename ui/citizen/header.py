"""The header of the citizen's window: who speaks here, and how large, how strong, which language.

Where it does not fit, its buttons give up their words, and then give way to one "Tùy chỉnh" button
that leads to a page of its own. "Đọc to" stands first where there is a voice, and is never hidden.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from kiosk.domain.office import OfficeProfile
from ui.accessibility import describe
from ui.citizen import wishes
from ui.citizen.brand import Brand
from ui.citizen.demo_ribbon import DemoRibbon
from ui.citizen.models import CustomizeModel
from ui.citizen.preferences import LARGER_NAMES, LETTER_ROLES, contrast_name, other_language
from ui.citizen.read_button import ReadButton
from ui.citizen.room import EDGE_MM, header_button_height, header_height, one_line_width
from ui.citizen.screen import ScreenKit
from ui.citizen.words import time_words
from ui.theme.tokens import Tone
from ui.widgets.chip import Chip
from ui.widgets.touch_button import ButtonKind, TouchButton

_WORDS, _ICONS, _ONE_BUTTON, _ONE_ICON = range(4)
_LEVELS = (
    (True, _WORDS),
    (True, _ICONS),
    (False, _ICONS),
    (True, _ONE_BUTTON),
    (False, _ONE_BUTTON),
    (False, _ONE_ICON),
)
"""What the buttons say, most first: (whether "Đọc to" has its words, the citizen's settings)."""

_BRAND_LINES = ((2, False), (2, True), (1, True), (0, True))
"""How much the brand says, most first: (lines, whether the office's line is brief)."""


class Header(QWidget):
    """Brand at the left, the citizen's settings at the right; `state` is what they are now.

    Signals: `wished` carries one dataclass of `ui.citizen.wishes`.
    """

    wished = Signal(object)

    def __init__(
        self,
        kit: ScreenKit,
        office: OfficeProfile,
        state: CustomizeModel,
        calm_until: datetime | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._theme = kit.theme
        self._state = state
        self._sizes = QButtonGroup(self)
        self._ribbon = DemoRibbon(kit, parent=self) if office.is_demo else None
        self._brand, self.buttons = self._fit(office)
        self._take()
        self._calm = self._fit_calm(calm_until) if calm_until else None
        describe(self, kit.t("Thanh trên"))
        self.setFixedHeight(header_height(kit.theme))

    def _fit_calm(self, until: datetime) -> Chip:
        """Return how long the page waits, in the brand's place, as fully as there is room."""
        t, time = self._kit.t, time_words(until)
        told = (
            t("Cứ từ từ, máy chờ đến {time}.", time=time),
            t("Cứ từ từ đến {time}", time=time),
            t("Chờ đến {time}", time=time),
        )
        taken = sum(self._button_width(button) + self._theme.gap for button in self.buttons)
        room = self._theme.metrics.width_px - 2 * self._side - taken
        beside = self._ribbon.sizeHint().width() + self._theme.gap if self._ribbon else 0
        chips = [Chip(self._theme, text, "hourglass", Tone.GREEN, parent=self) for text in told]
        fitting = [chip for chip in chips if chip.sizeHint().width() <= room - beside]
        calm = (fitting or chips[-1:])[0]
        if not fitting and self._ribbon is not None:
            self._ribbon.hide()
        for chip in chips:
            chip.setVisible(chip is calm)
        self._brand.hide()
        return calm

    @property
    def _side(self) -> int:
        return max(self._theme.margin, self._theme.mm(EDGE_MM))

    def _fit(self, office: OfficeProfile) -> tuple[Brand, tuple[TouchButton, ...]]:
        """Return the most telling brand and buttons that the panel is wide enough for."""
        room = self._theme.metrics.width_px - 2 * self._side
        brands = self._brands(office)
        named = [brand for brand in brands if brand.lines]
        # Buttons keep their words, or their number, while at least the program's name is left.
        buttons: tuple[TouchButton, ...] = ()
        for read_in_words, level in _LEVELS:
            buttons = (*self._read_button(read_in_words), *self._make(level))
            for brand in named:
                if self._width(brand, buttons) <= room:
                    return brand, buttons
        return brands[-1], buttons

    def _brands(self, office: OfficeProfile) -> list[Brand]:
        """Return what the brand may say, most first, as far as the header is high enough."""
        height = header_height(self._theme) - 2 * self._theme.mm(1.0)
        brands = [
            Brand(self._kit, office, height, lines=lines, brief=brief)
            for lines, brief in _BRAND_LINES
        ]
        return [brand for brand in brands if brand.fits()] or brands[-1:]

    def _width(self, brand: Brand, buttons: tuple[TouchButton, ...]) -> int:
        ribbon = self._ribbon.sizeHint().width() + self._theme.gap if self._ribbon else 0
        widths = sum(self._button_width(button) + self._theme.gap for button in buttons)
        return brand.width() + ribbon + widths

    def _button_width(self, button: TouchButton) -> int:
        height = header_button_height(self._theme)
        return max(one_line_width(button, height), height)

    def _read_button(self, with_words: bool) -> tuple[TouchButton, ...]:
        """Return "Đọc to", or nothing where there is no voice for this language."""
        return (ReadButton(self._kit, with_words=with_words),) if self._kit.speaks else ()

    def _make(self, level: int) -> tuple[TouchButton, ...]:
        if level in (_ONE_BUTTON, _ONE_ICON):
            return (self._customize(with_words=level == _ONE_BUTTON),)
        return (*map(self._size_button, range(3)), *self._switches(with_words=level == _WORDS))

    def _customize(self, *, with_words: bool) -> TouchButton:
        name = self._kit.t("Tùy chỉnh")
        return TouchButton(
            self._theme,
            name if with_words else "",
            icon="sliders-horizontal",
            name=name,
            payload=wishes.Customize(),
        )

    def _size_button(self, size: int) -> TouchButton:
        button = TouchButton(
            self._theme,
            "A",
            name=self._kit.t(LARGER_NAMES[size]),
            role=LETTER_ROLES[size],
            kind=ButtonKind.QUIET,
            checkable=True,
            payload=wishes.SetTextSize(size),
        )
        button.setChecked(size == self._state.text_size)
        return button

    def _switches(self, *, with_words: bool) -> tuple[TouchButton, TouchButton]:
        language, word = other_language(self._state)
        contrast = TouchButton(
            self._theme,
            self._kit.t("Tương phản") if with_words else "",
            icon="circle-half",
            name=self._kit.t(contrast_name(self._state)),
            checkable=True,
            payload=wishes.ToggleContrast(),
        )
        contrast.setChecked(self._state.high_contrast)
        switch = TouchButton(
            self._theme,
            word if with_words else "",
            icon="" if with_words else "translate",
            name=word,
            payload=wishes.SetLanguage(language),
        )
        return contrast, switch

    def _take(self) -> None:
        self._brand.setParent(self)
        for button in self.buttons:
            button.setParent(self)
            button.activated_with.connect(self.wished)
            if isinstance(button.payload, wishes.SetTextSize):
                self._sizes.addButton(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the brand from the left and the buttons from the right."""
        height = header_button_height(self._theme)
        middle = (self.height() - self._brand.height()) // 2
        self._brand.move(self._side, middle)
        right, top = self.width() - self._side, self._theme.mm(EDGE_MM)
        for button in reversed(self.buttons):
            width = self._button_width(button)
            button.setGeometry(right - width, top, width, height)
            right -= width + self._theme.gap
        if self._calm is not None:
            size = self._calm.sizeHint()
            self._calm.setGeometry(
                self._side, (self.height() - size.height()) // 2, size.width(), size.height()
            )
        if self._ribbon is not None:
            hint = self._ribbon.sizeHint()
            before = self._calm or self._brand
            left = before.geometry().right() + 1 + self._theme.gap
            self._ribbon.setGeometry(
                left, (self.height() - hint.height()) // 2, hint.width(), hint.height()
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("card"))
        line = self._theme.line_width
        painter.fillRect(0, self.height() - line, self.width(), line, self._theme.colour("line"))
