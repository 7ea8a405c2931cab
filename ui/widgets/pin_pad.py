"""Digits for a PIN; what is typed shows as dots and is never kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.accessibility import announce, describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.painting import paint_panel, smooth
from ui.widgets.touch_button import TouchButton

# A digit may rightly be tapped twice at once; this only swallows the bounce of one tap.
_GUARD_MS = 120
# Two keys so close upon each other are no finger's: a slip or a card lies under the scanner.
_SCANNER_GAP_MS = 20
_ERASE = "erase"


class PinPad(QWidget):
    """Emits `entered(digits)` at the last digit and forgets them at once.

    Physical digit keys, Backspace and Delete work too. `key_mm` is the height of the keys, at
    least that of a main button.
    """

    entered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        t: Callable[[str], str],
        *,
        length: int = 6,
        key_mm: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._length = length
        self._key_mm = max(key_mm, theme.main_button_mm)
        self._digits = ""
        self._last_key_at = 0
        self._dots = _Dots(theme, length)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        describe(self, t("Bàn phím mã PIN"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap * 3 // 2)
        column.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignHCenter)
        keys = self._keys(theme)
        column.addLayout(keys)
        column.setAlignment(keys, Qt.AlignmentFlag.AlignHCenter)
        self._tell()

    def _keys(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.gap)
        for index, digit in enumerate("123456789"):
            grid.addWidget(self._key(theme, digit), *divmod(index, 3))
        grid.addWidget(self._key(theme, "0"), 3, 1)
        grid.addWidget(self._key(theme, _ERASE), 3, 2)
        return grid

    def _key(self, theme: Theme, meaning: str) -> TouchButton:
        erases = meaning == _ERASE
        key = TouchButton(
            theme,
            "" if erases else meaning,
            icon="backspace" if erases else "",
            name=self._t("Xóa số vừa bấm") if erases else meaning,
            min_mm=self._key_mm,
            role=TextRole.HEADING,
            payload=meaning,
            guard_ms=_GUARD_MS,
        )
        key.setFixedWidth(theme.mm(self._key_mm * 1.6))
        key.activated_with.connect(self._on_key)
        return key

    def clear(self) -> None:
        """Forget what was typed."""
        self._digits = ""
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        gap, self._last_key_at = event.timestamp() - self._last_key_at, event.timestamp()
        if 0 < gap < _SCANNER_GAP_MS:
            self.clear()
        elif event.text().isdecimal() and event.text().isascii():
            self._type(event.text())
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._erase()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_key(self, meaning: object) -> None:
        if meaning == _ERASE:
            self._erase()
        else:
            self._type(str(meaning))

    def _type(self, digit: str) -> None:
        self._digits += digit
        self._tell()
        if len(self._digits) == self._length:
            digits = self._digits
            self.clear()
            self.entered.emit(digits)

    def _erase(self) -> None:
        self._digits = self._digits[:-1]
        self._tell()

    def _tell(self) -> None:
        self._dots.show_count(len(self._digits))
        told = self._t("Đã bấm {count} trên {total} số")
        spoken = told.format(count=len(self._digits), total=self._length)
        describe(self._dots, spoken)
        announce(self._dots, spoken)


class _Dots(QWidget):
    """One ring for every digit, filled once it is typed."""

    def __init__(self, theme: Theme, length: int) -> None:
        super().__init__()
        self._theme = theme
        self._length = length
        self._count = 0
        self._side = theme.mm(4.0 if theme.is_staff else 5.5)
        self.setFixedSize(self.sizeHint())

    def show_count(self, count: int) -> None:
        """Fill the first `count` rings."""
        self._count = count
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side * (2 * self._length - 1), self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        for index in range(self._length):
            filled = index < self._count
            paint_panel(
                painter,
                QRect(index * self._side * 2, 0, self._side, self._side),
                ground=self._theme.colour("blue" if filled else "card"),
                border=self._theme.colour("blue" if filled else "muted"),
                border_px=self._theme.edge_width,
                radius=self._side / 2,
            )
