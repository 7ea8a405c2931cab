"""One-screen mode: the amber band that calls staff to the citizen's own screen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.domain.help_call import WAITING_TITLES
from ui.accessibility import describe
from ui.citizen import wishes
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import CallBandModel
from ui.citizen.read_button import ReadButton
from ui.citizen.room import bar_height, is_tight, page_margin
from ui.citizen.screen import ScreenKit
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_FAR_CAPITAL_MM = 17.0
"""Seen from 3 m, capitals of 17 mm span 19 minutes of arc; 16 are read at ease."""

_LEAST_FAR_CAPITAL_MM = 13.0
"""Still 15 minutes of arc, for the lowest panel with the largest text."""


class CallBand(QWidget):
    """Amber above, for staff; paper below, for who is waiting.

    Signals: `wished` carries StaffHere or ManageAlone.
    """

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, model: CallBandModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._kit = kit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The step is the first to go where room is short, then the procedure, then some size.
        for details, capital_mm in (
            ([model.procedure, model.step], _FAR_CAPITAL_MM),
            ([model.procedure], _FAR_CAPITAL_MM),
            ([], _FAR_CAPITAL_MM),
            ([], _LEAST_FAR_CAPITAL_MM),
        ):
            parts = self._amber(model.counter, details, capital_mm), self._paper(model)
            if self._fits(parts):
                break
        self.paper = parts[1]
        """What is said to who waits."""
        column.addWidget(parts[0], 3)
        column.addWidget(parts[1], 1)
        self.setAccessibleName(kit.t("Cần hỗ trợ · {counter}", counter=model.counter))

    def _fits(self, parts: Sequence[QWidget]) -> bool:
        """Return whether both parts stand above the bar without losing a line."""
        metrics = self._theme.metrics
        wanted = sum(part.heightForWidth(metrics.width_px) for part in parts)
        return wanted <= metrics.height_px - bar_height(self._theme)

    def _amber(self, counter: str, details: Sequence[str], capital_mm: float) -> QWidget:
        theme, t = self._theme, self._kit.t
        band = _Band(theme)
        column = self._column(band)
        column.addStretch(1)
        call = t("CẦN HỖ TRỢ · {counter}", counter=counter)
        column.addWidget(_FarText(theme, call, capital_mm))
        for text in filter(None, details):
            column.addWidget(TextBlock(theme, text, self._far_role()))
        column.addStretch(1)
        enter = TouchButton(
            theme,
            t("Cán bộ đến: nhập PIN"),
            icon="password",
            kind=ButtonKind.PRIMARY,
            payload=wishes.StaffHere(),
        )
        column.addWidget(self._row([enter]))
        return band

    def _far_role(self) -> TextRole:
        """Return the role of what staff should read from afar too, where there is room."""
        return TextRole.TITLE if is_tight(self._theme) else TextRole.DISPLAY

    def _paper(self, model: CallBandModel) -> QWidget:
        paper = QWidget()
        column = self._column(paper)
        title = self._kit.t(WAITING_TITLES[model.stage], name=model.staff_name)
        column.addWidget(TextBlock(self._theme, title, TextRole.HEADING))
        alone = TouchButton(
            self._theme,
            self._kit.t("Tôi tự làm tiếp được"),
            icon="arrow-left",
            kind=ButtonKind.SECONDARY,
            payload=wishes.ManageAlone(),
        )
        read = [ReadButton(self._kit)] if self._kit.speaks else []
        column.addWidget(self._row([alone, *read]))
        column.addStretch(1)
        return paper

    def _column(self, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(widget)
        side, top = self._theme.margin, page_margin(self._theme)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(self._theme.gap)
        return column

    def _row(self, buttons: Sequence[TouchButton]) -> ButtonRows:
        for button in buttons:
            button.activated_with.connect(self.wished)
        return ButtonRows(self._theme, buttons, widest_mm=190.0)


class _Band(QWidget):
    """The amber ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("amber"))


class _FarText(QWidget):
    """Text for three metres' distance, wrapped like any other."""

    def __init__(self, theme: Theme, text: str, capital_mm: float) -> None:
        super().__init__()
        self._text = text
        self._theme = theme
        display = theme.font(TextRole.DISPLAY)
        usual_mm = theme.metrics.to_mm(QFontMetrics(display).capHeight())
        self._font = QFont(display)
        self._font.setPixelSize(math.ceil(display.pixelSize() * capital_mm / usual_mm))
        describe(self, text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _measured(self, width: int) -> QRect:
        room = QRect(0, 0, width, 100_000)
        return QFontMetrics(self._font).boundingRect(room, Qt.TextFlag.TextWordWrap, self._text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines, with room for the marks on the first."""
        return self._measured(width).height() + self._font.pixelSize() // 4

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._font).horizontalAdvance(self._text)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.mm(40.0), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("ink"))
        room = self.rect().adjusted(0, self._font.pixelSize() // 4, 0, 0)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self._text)
