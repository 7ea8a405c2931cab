"""What can be done with an open case: five results of an attempt, and four other ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.follow_up import ATTEMPT_LABELS, AttemptResult
from kiosk.domain.words import N_
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

RE_DATE, CLOSE, WITHDRAW, REPRINT = "re_date", "close", "withdraw", "reprint"
_ICONS = {
    AttemptResult.DONE: "check-circle",
    AttemptResult.PARTLY: "hourglass",
    AttemptResult.NOT_HOME: "house-line",
    AttemptResult.LACKS_PAPER: "files",
    AttemptResult.NEEDS_SPECIALIST: "user-plus",
}
_OTHERS = (
    (RE_DATE, N_("Đổi ngày hẹn"), "calendar"),
    (CLOSE, N_("Đóng: đã xong"), "check"),
    (WITHDRAW, N_("Thôi việc hẹn"), "calendar-x"),
    (REPRINT, N_("In lại phiếu"), "printer"),
)


class CaseActions(QWidget):
    """Signals: `tried(result)` and `chosen(one of the four names)`."""

    tried = Signal(object)
    chosen = Signal(object)

    def __init__(self, kit: StaffKit, *, may_reprint: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, t = kit.theme, kit.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap)
        column.addWidget(TextBlock(theme, t("Lần này thế nào?"), TextRole.HEADING))
        for result, label in ATTEMPT_LABELS.items():
            button = TouchButton(
                theme, t(label), icon=_ICONS[result], kind=ButtonKind.CHOICE, payload=result
            )
            button.activated_with.connect(self.tried)
            column.addWidget(button)
        column.addSpacing(theme.gap)
        column.addWidget(TextBlock(theme, t("Việc khác"), TextRole.LABEL))
        grid = QGridLayout()
        grid.setSpacing(theme.gap)
        offered = [other for other in _OTHERS if may_reprint or other[0] != REPRINT]
        for index, (name, label, icon) in enumerate(offered):
            other = TouchButton(theme, t(label), icon=icon, payload=name)
            other.activated_with.connect(self.chosen)
            grid.addWidget(other, *divmod(index, 2))
        column.addLayout(grid)
        column.addStretch(1)
