"""The official page to take along on one's own phone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.citizen import wishes
from ui.citizen.blocks import grouped, pushed_up
from ui.citizen.models import PhoneModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.qr_card import qr_card
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_INSTRUCTIONS = (
    N_("1. Mở máy ảnh trên điện thoại."),
    N_("2. Đưa máy ảnh vào mã vuông."),
    N_("3. Bấm vào dòng chữ hiện ra."),
)
_SHARES = (58, 42)


class PhoneScreen(PagedScreen):
    """Three sentences, a QR, and the code for who cannot scan."""

    def __init__(self, kit: ScreenKit, model: PhoneModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self.subject = model.procedure.code
        head = self.head(self.title(self._title()), below=model.procedure.title)
        role = TextRole.BODY if self.is_tight else TextRole.HEADING
        lines = [TextBlock(self.theme, self.t(line), role) for line in _INSTRUCTIONS]
        code = self._code()
        content: list[QWidget] = [*lines, *code]
        if not self.is_tight:
            card = Card(self.theme)
            card.add(grouped(code, self.theme.small_gap))
            content = [grouped(lines, self.theme.gap), card]
        actions = self.rows([self._slip()])
        self.lay_out(head, content, actions=actions, aside=self._qr(), shares=_SHARES)

    def _slip(self) -> TouchButton:
        """Return the slip that leads back here, or the one of papers where no guide could."""
        keeps = self._model.keeps_place
        return TouchButton(
            self.theme,
            self._keep_text() if keeps else self.t("In tờ giấy cần mang"),
            icon="printer",
            payload=wishes.KeepPlace() if keeps else wishes.PrintPapers(),
        )

    def _keep_text(self) -> str:
        if self.is_tight:
            return self.t("In phiếu giữ chỗ")
        return self.t("In phiếu giữ chỗ để hôm khác")

    def _title(self) -> str:
        if self._model.only_to_read:
            return self.t("Xem trên điện thoại của ông/bà")
        return self.t("Làm trên điện thoại của ông/bà")

    def _code(self) -> list[QWidget]:
        return [
            self.muted(self.t("Không quét được thì tìm mã thủ tục này:")),
            TextBlock(self.theme, self._model.procedure.code, TextRole.TITLE),
        ]

    def _qr(self) -> QWidget:
        name = self.t("Mã vuông dẫn đến trang chính thức")
        url = self._model.procedure.source.url
        return pushed_up([qr_card(self.kit, url, name, _SHARES[1] / sum(_SHARES), 130.0)], 0)
