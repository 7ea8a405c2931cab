"""What can be done with an open case: the boxes of its row, the call ahead, other ways on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.domain.follow_up import AttemptResult
from kiosk.domain.round import (
    ANSWER_LABELS,
    CALL_AHEAD_LABELS,
    SHEET_ANSWERS,
    CallAhead,
    StopAnswer,
)
from kiosk.domain.words import N_
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

RE_DATE, CLOSE, WITHDRAW = "re_date", "close", "withdraw"
ISSUE, REPRINT, AT_HOME = "issue", "reprint", "at_home"
_ICONS = {
    StopAnswer.DONE: "check-circle",
    StopAnswer.NOT_HOME: "house-line",
    StopAnswer.PARTLY: "hourglass",
    StopAnswer.LACKS_PAPER: "files",
    StopAnswer.NEEDS_SPECIALIST: "user-plus",
    StopAnswer.WITHDRAWN: "calendar-x",
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
    (ISSUE, N_("In phiếu"), "printer"),
    (REPRINT, N_("In lại phiếu"), "printer"),
    (AT_HOME, N_("Làm theo thủ tục tại nhà"), "house-line"),
)


class CaseActions(PagedBody):
    """Signals: `tried(result)`, `rang(outcome)` and `chosen(name)`, one of the names above.

    `first` stands above. With `may_ring` the outcomes of ringing before a trip come next; on its
    day (`has_come`), when the sheet comes back, they stand below. `others` are offered besides.
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
        has_come: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, kit.t, spacing=kit.theme.section_gap, parent=parent)
        blocks = list(first)
        groups = [_group(kit, kit.t("Lần này thế nào?"), self._results(kit))]
        if may_ring:
            ring = _group(kit, kit.t("Gọi trước khi đi"), self._calls(kit))
            groups.insert(1 if has_come else 0, ring)
        blocks += groups
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
        for answer in SHEET_ANSWERS:
            is_withdrawn = answer is StopAnswer.WITHDRAWN
            button = TouchButton(
                kit.theme,
                kit.t("Rút: thôi việc hẹn") if is_withdrawn else kit.t(ANSWER_LABELS[answer]),
                icon=_ICONS[answer],
                kind=ButtonKind.CHOICE,
                payload=WITHDRAW if is_withdrawn else AttemptResult(answer.value),
            )
            button.activated_with.connect(self.chosen if is_withdrawn else self.tried)
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
