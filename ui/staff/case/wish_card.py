"""The citizen asks for another day: staff take it, or leave the promise as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.follow_up import FollowUp
from ui.staff.phrases import day_text, moment_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class WishCard(Card):
    """Signals: `granted` to promise another day, `kept` to leave it as it is."""

    granted = Signal()
    kept = Signal()

    def __init__(self, kit: StaffKit, case: FollowUp, *, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, ground="amber_tint", parent=parent)
        t, theme = kit.t, kit.theme
        wanted = t("Ông/bà xin đổi sang ngày khác.")
        if case.move_to is not None:
            wanted = t("Ông/bà xin đổi sang {day}.", day=day_text(t, case.move_to))
        self.add(TextBlock(theme, wanted, TextRole.STRONG))
        if case.move_asked_at is not None:
            when = t("Xin lúc {time} ở máy của người dân.", time=moment_text(case.move_asked_at))
            self.add(TextBlock(theme, when, TextRole.CAPTION, colour="ink"))
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        grant = TouchButton(theme, t("Đổi ngày"), icon="calendar", kind=ButtonKind.SECONDARY)
        grant.activated.connect(self.granted)
        keep = TouchButton(theme, t("Giữ ngày cũ"), icon="check")
        keep.activated.connect(self.kept)
        for button in (grant, keep):
            line.addWidget(button, 1)
        self.body.addSpacing(theme.small_gap)
        self.body.addLayout(line)
