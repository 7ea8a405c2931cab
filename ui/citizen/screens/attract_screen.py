"""The resting screen: who is here to help, one thing to remember, and a touch to begin."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QRect, QSize, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.calendar import office_day
from kiosk.domain.flow import BarButton
from kiosk.domain.lesson import Tip
from ui.citizen import wishes
from ui.citizen.bar import ActionBar
from ui.citizen.brand import Brand
from ui.citizen.demo_ribbon import DemoRibbon
from ui.citizen.models import AttractModel
from ui.citizen.read_button import ReadButton
from ui.citizen.room import EDGE_MM, bar_height
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.citizen.words import day_words, time_words
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.painting import paint_icon, smooth
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_CLOCK_MS = 30_000
_SHARES = (60, 40)
_WATERMARK_OPACITY = 0.14
_ROLES = (TextRole.DISPLAY, TextRole.TITLE)


class AttractScreen(CitizenScreen):
    """Begins wherever it is touched; the button is for those who look for one."""

    def __init__(self, kit: ScreenKit, model: AttractModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._built_at = datetime.now(UTC)
        self.setAccessibleName(self.t("Chạm vào màn hình để bắt đầu"))
        upright = self.theme.metrics.is_portrait
        self.body.setContentsMargins(0, 0, 0, 0)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        halves = QBoxLayout(down if upright else across)
        halves.setSpacing(0)
        self._tip = _TipPanel(kit, model)
        halves.addLayout(self._invitation(), _SHARES[0])
        halves.addWidget(self._tip, _SHARES[1])
        self.body.addLayout(halves)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._on_clock)
        self._clock.start()
        self._on_clock()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin; touches that no button takes arrive here as well."""
        if self.rect().contains(event.position().toPoint()):
            self.wished.emit(wishes.Begin())

    def _invitation(self) -> QVBoxLayout:
        column = QVBoxLayout()
        side = max(self.theme.margin, self.theme.mm(EDGE_MM))
        column.setContentsMargins(side, side, side, max(side, self._foot()))
        column.setSpacing(self.theme.gap)
        column.addLayout(self._brand_row())
        column.addStretch(2)
        column.addLayout(self._promise_that_fits())
        column.addStretch(2)
        column.addWidget(self._button())
        return column

    def _foot(self) -> int:
        """Return the room to keep for the floating help button where it is wider than its panel."""
        bar = ActionBar(self.kit, (BarButton.HELP,), floating=True)
        reach = bar.floating_size().width() - self.theme.margin
        covers = reach > panel_size(self.theme).width()
        return bar.height() + self.theme.gap if covers else 0

    def _brand_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap)
        height = self.theme.line_px(TextRole.HEADING) + self.theme.line_px(TextRole.SOURCE)
        read = ReadButton(self.kit) if self.kit.speaks else None
        wanted = self._width_in_row(read) if read is not None else 0
        brand = Brand(self.kit, self._model.office, height)
        if brand.width() + wanted > self._column_width():
            brand = Brand(self.kit, self._model.office, height, brief=True)
        row.addWidget(brand)
        row.addStretch(1)
        ribbon = DemoRibbon(self.kit) if self._model.office.is_demo else None
        left = self._column_width() - brand.width()
        if read is not None and wanted <= left:
            row.addWidget(self.wishing(read))
            left -= wanted
        if ribbon is not None and self._width_in_row(ribbon) <= left:
            row.addWidget(ribbon)
        elif ribbon is not None:
            self._tip.add_ribbon(ribbon)
        return row

    def _width_in_row(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + 3 * self.theme.gap

    def _column_width(self) -> int:
        metrics = self.theme.metrics
        share = 1.0 if metrics.is_portrait else _SHARES[0] / sum(_SHARES)
        return int(metrics.width_px * share) - 2 * max(self.theme.margin, self.theme.mm(EDGE_MM))

    def _promise_that_fits(self) -> QVBoxLayout:
        """Return the promise in the largest words that leave room for brand and button."""
        metrics = self.theme.metrics
        height = metrics.height_px * (0.6 if metrics.is_portrait else 1.0)
        room = int(height) - 2 * self.theme.margin - self.theme.mm(60.0) - self._foot()
        for role, explained in ((_ROLES[0], True), (_ROLES[1], True), (_ROLES[1], False)):
            blocks = self._promise(role, explained=explained)
            width = self._column_width()
            if sum(b.heightForWidth(width) + self.theme.gap for b in blocks) <= room:
                break
        column = QVBoxLayout()
        column.setSpacing(0)
        for number, block in enumerate(blocks):
            column.addSpacing(self.theme.gap if number > 1 else 0)
            column.addWidget(block)
        return column

    def _promise(self, role: TextRole, *, explained: bool) -> list[TextBlock]:
        theme = self.theme
        blocks = [
            TextBlock(theme, self.t("Làm thủ tục trực tuyến,"), role),
            TextBlock(theme, self.t("luôn có người đồng hành."), role, colour="lotus"),
        ]
        if explained:
            text = self.t("Máy chỉ từng bước. Vướng ở đâu, cán bộ đến giúp ở đó.")
            blocks.append(TextBlock(theme, text, colour="muted"))
        return blocks

    def _button(self) -> TouchButton:
        self.button = self.wishing(
            TouchButton(
                self.theme,
                self.t("Chạm vào màn hình để bắt đầu"),
                icon="hand-tap",
                kind=ButtonKind.PRIMARY,
                min_mm=26.0,
                role=TextRole.HEADING,
                payload=wishes.Begin(),
            )
        )
        return self.button

    @Slot()
    def _on_clock(self) -> None:
        """Tell the time: the model's moment, and what has passed since; a day has its own tip."""
        now = self._model.now + (datetime.now(UTC) - self._built_at)
        self._tip.show_time(time_words(now), day_words(self.t, office_day(now)))
        if office_day(now) != office_day(self._model.now):
            self.wished.emit(wishes.NewDay())


def panel_size(theme: Theme) -> QSize:
    """Return the size of the lotus side."""
    metrics, share = theme.metrics, _SHARES[1] / sum(_SHARES)
    if metrics.is_portrait:
        return QSize(metrics.width_px, int(metrics.height_px * share))
    return QSize(int(metrics.width_px * share), metrics.height_px)


class _TipPanel(QWidget):
    """The lotus side: the tip of the day, else one sentence against fraud, and the time."""

    def __init__(self, kit: ScreenKit, model: AttractModel) -> None:
        super().__init__()
        self._theme: Theme = kit.theme
        theme = kit.theme
        self._column = QVBoxLayout(self)
        side = theme.section_gap
        # The yellow button floats over the foot of this panel.
        foot = bar_height(theme) + theme.gap
        self._column.setContentsMargins(side, side, side, foot)
        self._column.setSpacing(theme.gap)
        ribbon_height = (
            DemoRibbon(kit).sizeHint().height() + theme.gap if model.office.is_demo else 0
        )
        for block in self._tip_that_fits(kit, model.tip, ribbon_height=ribbon_height):
            self._column.addWidget(block)
        self._column.addStretch(1)
        self._time = TextBlock(theme, "", TextRole.HEADING, colour="on_fill")
        self._day = TextBlock(theme, "", TextRole.BODY, colour="on_fill")
        clock = QVBoxLayout()
        clock.setSpacing(0)
        clock.addWidget(self._time)
        clock.addWidget(self._day)
        self._column.addLayout(clock)

    def _tip_that_fits(
        self, kit: ScreenKit, today: Tip | None, *, ribbon_height: int
    ) -> list[TextBlock]:
        """Return the tip with as much around it as there is room for."""
        theme, t = kit.theme, kit.t
        always = Tip(t("Không đọc mã OTP cho bất kỳ ai."), t("Cán bộ không bao giờ hỏi mã này."))
        told = today or always
        tip, reason = (told.text, TextRole.TITLE), (told.reason, TextRole.BODY)
        remember = (t("Xin nhớ điều này"), TextRole.LABEL)
        size = panel_size(theme)
        clock = theme.line_px(TextRole.HEADING) + 2 * theme.line_px(TextRole.BODY)
        around = 2 * theme.section_gap + bar_height(theme) + clock + ribbon_height
        for chosen in ((remember, tip, reason), (tip, reason), (tip,)):
            blocks = [TextBlock(theme, text, role, colour="on_fill") for text, role in chosen]
            width = size.width() - 2 * theme.section_gap
            heights = sum(block.heightForWidth(width) + theme.gap for block in blocks)
            if heights <= size.height() - around:
                break
        return blocks

    def add_ribbon(self, ribbon: QWidget) -> None:
        """Take the mark of a demonstration office in."""
        self._column.insertWidget(0, ribbon)

    def show_time(self, time: str, day: str) -> None:
        """Show the time, and the day below it."""
        self._time.set_text(time)
        self._day.set_text(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), self._theme.colour("lotus"))
        # Darker than the ground, so that white words above it only gain in contrast.
        painter.setOpacity(_WATERMARK_OPACITY)
        side = int(max(self.width(), self.height()) * 0.85)
        place = QRect(self.width() - side * 3 // 4, self.height() - side * 7 // 8, side, side)
        paint_icon(painter, self._theme, "lotus", "ink", place)
