"""What will be asked, and what to have at hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.setup.models import WelcomeModel
from ui.setup.page import SetupPage
from ui.staff.arrange import icon_line
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card

_TASKS = (
    ("buildings", N_("Tên, địa chỉ, điện thoại của xã")),
    ("map-pin", N_("Danh sách thôn: gõ, hoặc lấy từ tệp CSV")),
    ("monitor", N_("Bề ngang màn hình: cần một thẻ ngân hàng")),
    ("printer", N_("Máy in và loại giấy")),
    ("key", N_("Mã PIN của lãnh đạo văn phòng")),
    ("shield-check", N_("Phiếu khôi phục: in ra, cất kỹ, gõ lại")),
    ("users", N_("Tài khoản của cán bộ hỗ trợ")),
)


class WelcomePage(SetupPage):
    """The list of what comes; nothing to fill in."""

    def __init__(self, kit: StaffKit, _model: WelcomeModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Thiết lập Đồng Hành Số cho xã"),
            kit.t("Mỗi trang một việc. Trang nào lưu trang ấy, nghỉ giữa chừng cũng được."),
            parent=parent,
        )
        card = Card(self.theme)
        card.body.setSpacing(self.theme.gap)
        for icon, text in _TASKS:
            card.add(
                icon_line(self.theme, icon, self.t(text), tone=Tone.BLUE, role=TextRole.STRONG)
            )
        self.body.addWidget(card)
        self.body.addStretch(1)

    @property
    def next_text(self) -> str:
        return self.t("Bắt đầu")
