"""What can be done with an open case: five results of an attempt, the call ahead, other ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.follow_up import ATTEMPT_LABELS, AttemptResult
from kiosk.domain.round import CALL_AHEAD_LABELS, CallAhead
from kiosk.domain.words import N_
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

RE_DATE, CLOSE, WITHDRAW, REPRINT = "re_date", "close", "withdraw", "reprint"
AT_HOME = "at_home"
_ICONS = {
    AttemptResult.DONE: "check-circle",
    AttemptResult.PARTLY: "hourglass",
    AttemptResult.NOT_HOME: "house-line",
    AttemptResult.LACKS_PAPER: "files",
    AttemptResult.NEEDS_SPECIALIST: "user-plus",
}
_CALL_ICONS = {
    CallAhead.AGREED: "check",
    CallAhead.ANOTHER_DAY: "calendar",
    CallAhead.NO_ANSWER: "phone",
    CallAhead.WRONG_NUMBER: "x",
}
_OTHERS = (
    (RE_DATE, N_("Đổi ngày hẹn"), "calendar"),
    (CLOSE, N_("Đóng: đã xong"), "check"),
    (WITHDRAW, N_("Rút: thôi việc hẹn"), "calendar-x"),
    (REPRINT, N_("In lại phiếu"), "printer"),
    (AT_HOME, N_("Làm theo thủ tục tại nhà"), "house-line"),
)


class CaseActions(PagedBody):
    """Signals: `tried(result)`, `rang(outcome)` and `chosen(name)`, one of the names above.

    `first` stands above; with `may_ring` the outcomes of ringing before a trip come next. `others`
    are the names offered besides.
    """

    tried = Signal(object)
    rang = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        kit: StaffKit,
        others: Sequence[str],
        *,
        first: Sequence[QWidget] = (),
        may_ring: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, kit.t, spacing=kit.theme.section_gap, parent=parent)
        blocks = list(first)
        if may_ring:
            blocks.append(_group(kit, kit.t("Gọi trước khi đi"), self._calls(kit)))
        blocks.append(_group(kit, kit.t("Lần này thế nào?"), self._results(kit)))
        blocks.append(_group(kit, kit.t("Việc khác"), self._others(kit, others)))
        self.set_blocks(blocks)

    def _calls(self, kit: StaffKit) -> QGridLayout:
        buttons = []
        for outcome, label in CALL_AHEAD_LABELS.items():
            button = TouchButton(
                kit.theme, kit.t(label), icon=_CALL_ICONS[outcome], payload=outcome
            )
            button.activated_with.connect(self.rang)
            buttons.append(button)
        return _in_pairs(kit, buttons)

    def _results(self, kit: StaffKit) -> QGridLayout:
        buttons = []
        for result, label in ATTEMPT_LABELS.items():
            button = TouchButton(
                kit.theme,
                kit.t(label),
                icon=_ICONS[result],
                kind=ButtonKind.CHOICE,
                payload=result,
            )
            button.activated_with.connect(self.tried)
            buttons.append(button)
        return _in_pairs(kit, buttons)

    def _others(self, kit: StaffKit, names: Sequence[str]) -> QGridLayout:
        buttons = []
        for name, label, icon in _OTHERS:
            if name in names:
                other = TouchButton(kit.theme, kit.t(label), icon=icon, payload=name)
                other.activated_with.connect(self.chosen)
                buttons.append(other)
        return _in_pairs(kit, buttons)


def _group(kit: StaffKit, title: str, buttons: QGridLayout) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(kit.theme.small_gap)
    column.addWidget(TextBlock(kit.theme, title, TextRole.HEADING))
    column.addLayout(buttons)
    return holder


def _in_pairs(kit: StaffKit, buttons: Sequence[QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(kit.theme.gap)
    for index, button in enumerate(buttons):
        grid.addWidget(button, *divmod(index, 2))
    for column in range(2):
        grid.setColumnStretch(column, 1)
    return grid
