"""The official page to take along on one's own phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.citizen import wishes
from ui.citizen.blocks import grouped
from ui.citizen.models import PhoneModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.qr_view import QrView
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_INSTRUCTIONS = (
    N_("1. Mở máy ảnh trên điện thoại."),
    N_("2. Đưa máy ảnh vào mã vuông."),
    N_("3. Bấm vào dòng chữ hiện ra."),
)
_LARGEST_QR_MM = 90.0
_SMALLEST_QR_MM = 45.0


class PhoneScreen(PagedScreen):
    """Three sentences, a QR, and the code for who cannot scan."""

    def __init__(self, kit: ScreenKit, model: PhoneModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self.subject = model.procedure.code
        head: list[QWidget] = [self.title(self.t("Làm trên điện thoại của ông/bà"))]
        if not self.is_tight:
            head.append(self.muted(model.procedure.title))
        lines = [TextBlock(self.theme, self.t(line)) for line in _INSTRUCTIONS]
        content = [grouped(lines, self.theme.small_gap), self._code()]
        actions = self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("In tờ giấy cần mang"),
                    icon="printer",
                    payload=wishes.PrintPapers(),
                )
            ]
        )
        self.lay_out(head, content, actions=actions, aside=self._qr(), shares=(58, 42))

    def _code(self) -> QWidget:
        card = Card(self.theme)
        card.add(self.muted(self.t("Không quét được thì tìm mã thủ tục này:")))
        card.add(TextBlock(self.theme, self._model.procedure.code, TextRole.TITLE))
        return card

    def _qr(self) -> QWidget:
        room = screen_room(self.theme)
        upright = self.theme.metrics.is_portrait
        height = room.height() * (0.3 if upright else 1.0) - 2 * self.theme.padding
        width = room.width() * 0.42 - 2 * self.theme.padding - self.theme.section_gap
        side_mm = self.theme.metrics.to_mm(int(min(height, width)))
        code = QrView(
            self.theme,
            self._model.procedure.source.url,
            size_mm=min(_LARGEST_QR_MM, max(_SMALLEST_QR_MM, side_mm)),
            name=self.t("Mã vuông dẫn đến trang chính thức"),
        )
        card = Card(self.theme)
        card.body.addStretch(1)
        card.body.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        return card
