"""How wide the panel is: a bank card held against a drawn one tells it without a ruler."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.words import N_
from ui.accessibility import announce
from ui.setup.models import PanelModel
from ui.setup.page import SetupPage
from ui.setup.parts.card_outline import CARD_WIDTH_MM, CardOutline
from ui.setup.wishes import SavePanel
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_STEPS = (
    (-10, "minus", N_("Nhỏ hơn nhiều")),
    (-1, "minus", N_("Nhỏ hơn chút")),
    (1, "plus", N_("Lớn hơn chút")),
    (10, "plus", N_("Lớn hơn nhiều")),
)
_GUARD_MS = 60
_NARROWEST_SHARE, _WIDEST_SHARE = 0.06, 0.45


class PanelPage(SetupPage):
    """− and + until the drawn card is as wide as the real one."""

    def __init__(self, kit: StaffKit, model: PanelModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Đo màn hình người dân"),
            kit.t("Áp một thẻ ngân hàng vào hình. Bấm − hoặc + tới khi hai cạnh khít nhau."),
            parent=parent,
        )
        self._width_px = model.width_px
        start = round(CARD_WIDTH_MM * model.width_px / model.width_mm)
        self._card = CardOutline(self.theme, self.t("Hình thẻ để áp vào"), self._kept(start))
        self._result = TextBlock(
            self.theme, "", TextRole.HEADING, align=Qt.AlignmentFlag.AlignHCenter
        )
        self.body.addStretch(1)
        self.body.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(self._steps())
        self.body.addWidget(self._result)
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        self.body.addWidget(self._problem)
        self.body.addStretch(1)
        self._tell()
        self.refresh(model)

    def width_mm(self) -> float:
        """Return the panel's width that the drawn card stands for, in millimetres."""
        return CARD_WIDTH_MM * self._width_px / self._card.card_width()

    def refresh(self, model: object) -> None:
        """Say why the width could not be kept; what was measured stays."""
        if isinstance(model, PanelModel):
            self._problem.set_text(model.problem)
            self._problem.setVisible(bool(model.problem))

    def go_on(self) -> None:
        self.wished.emit(SavePanel(self.width_mm()))

    def _kept(self, card_px: int) -> int:
        low, high = self._width_px * _NARROWEST_SHARE, self._width_px * _WIDEST_SHARE
        return round(min(max(card_px, low), high))

    def _steps(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        line.addStretch(1)
        for step, icon, text in _STEPS:
            button = TouchButton(
                self.theme,
                self.t(text),
                icon=icon,
                min_mm=self.theme.main_button_mm,
                payload=step,
                guard_ms=_GUARD_MS,
            )
            button.activated_with.connect(self._on_step)
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(0, self.theme.gap, 0, self.theme.gap)
        column.addLayout(line)
        return column

    @Slot(object)
    def _on_step(self, step: int) -> None:
        self._card.set_width(self._kept(self._card.card_width() + step))
        self._tell()
        announce(self, self._result.text())

    def _tell(self) -> None:
        width = f"{self.width_mm():.0f}"
        self._result.set_text(self.t("Bề ngang màn hình: {width} mm", width=width))
