"""The official page of a procedure as QR, with where and when its facts were read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.procedure import Procedure
from ui.staff.phrases import date_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.qr_view import QrView
from ui.widgets.text_block import TextBlock

_QR_MM, _LOW_QR_MM = 52, 40


class OfficialCard(Card):
    """What to hold the facts against."""

    def __init__(
        self, kit: StaffKit, procedure: Procedure, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit.theme, parent=parent)
        theme, t, source = kit.theme, kit.t, procedure.source
        centre = Qt.AlignmentFlag.AlignHCenter
        size_mm = _LOW_QR_MM if theme.is_compact else _QR_MM
        name = t("Mã QR trang chính thức của {title}", title=procedure.title)
        official = t("Trang chính thức") if source.official else t("Chưa có trang chính thức")
        read = t("{source}, lấy ngày {day}", source=source.name, day=date_text(source.taken_on))
        self.add(TextBlock(theme, official, TextRole.LABEL))
        self.body.addWidget(QrView(theme, source.url, size_mm=size_mm, name=name), 0, centre)
        self.add(TextBlock(theme, read, TextRole.CAPTION))
        self.add(TextBlock(theme, t("Mã {code}", code=procedure.code), TextRole.CAPTION))
