"""What else can become of a call: somebody else goes, or nobody has to. One tap does it.

Where there is room for it, the same page offers what can be done for whoever is at the machine.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.help_call import CANCEL_REASON_LABELS, HelpCall
from ui.staff.arrange import column
from ui.staff.models import Colleague
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class CallOptions(QWidget):
    """Colleagues at the left, for a call of one's own; reasons to cancel at the right.

    `offers` are what else can be done for the citizen.

    Signals: `handed(staff id)`, `cancelled(CancelReason)`, `offered` carries the value of an offer,
    `closed` when nothing is to change.
    """

    handed = Signal(str)
    cancelled = Signal(object)
    offered = Signal(object)
    closed = Signal()

    def __init__(
        self,
        kit: StaffKit,
        call: HelpCall,
        colleagues: Sequence[Colleague],
        *,
        is_mine: bool,
        offers: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        theme, t = kit.theme, kit.t
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.section_gap)
        back = TouchButton(theme, t("Quay lại"), icon="arrow-left")
        back.activated.connect(self.closed)
        title = t("Lời gọi ở {counter}", counter=call.counter)
        page.addWidget(PageHeader(theme, title, (), [back]))
        line = QHBoxLayout()
        line.setSpacing(theme.section_gap)
        if is_mine:
            line.addWidget(self._colleagues(colleagues), 1)
        line.addWidget(self._reasons(), 1)
        if offers:
            line.addWidget(self._offers(offers), 1)
        if not is_mine:
            line.addStretch(1)
        page.addLayout(line)
        page.addStretch(1)

    def _colleagues(self, colleagues: Sequence[Colleague]) -> QWidget:
        theme, t = self._kit.theme, self._kit.t
        title = TextBlock(theme, t("Chuyển cho người đang trực"), TextRole.HEADING)
        if not colleagues:
            return column(theme, title, Notice(theme, t("Chưa có ai khác đang trực."), "info"))
        choices = [Choice(one.id, one.name, "user") for one in colleagues]
        field = self._field(choices, t("Chuyển cho người đang trực"))
        field.changed.connect(self._on_colleague)
        return column(theme, title, field)

    def _reasons(self) -> QWidget:
        theme, t = self._kit.theme, self._kit.t
        choices = [Choice(reason, t(label)) for reason, label in CANCEL_REASON_LABELS.items()]
        field = self._field(choices, t("Hủy lời gọi, vì"))
        field.changed.connect(self.cancelled)
        return column(
            theme, TextBlock(theme, t("Hủy lời gọi, vì"), TextRole.HEADING), field, rest=True
        )

    def _offers(self, offers: Sequence[Choice]) -> QWidget:
        theme, title = self._kit.theme, self._kit.t("Người dân ở máy")
        field = self._field(list(offers), title)
        field.changed.connect(self.offered)
        return column(theme, TextBlock(theme, title, TextRole.HEADING), field, rest=True)

    def _field(self, choices: list[Choice], name: str) -> ChoiceField:
        return ChoiceField(self._kit.theme, choices, kind=ButtonKind.CHOICE, columns=1, name=name)

    @Slot(object)
    def _on_colleague(self, staff_id: object) -> None:
        self.handed.emit(str(staff_id))
