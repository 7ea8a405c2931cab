"""The mobile-service list: who waits at home, by village, most urgent first, and the trips."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.staff.mobile.case_rows import village_card
from ui.staff.mobile.models import MobileListModel
from ui.staff.mobile.round_rows import rounds_card
from ui.staff.mobile.wishes import OpenRound, PlanRound, PrintList
from ui.staff.models import StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open, OpenFollowUp
from ui.theme.tokens import Tone
from ui.widgets.chip import Chip
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton


class MobileListScreen(StaffScreen):
    """Cards of villages; overdue promises are red and counted at the head."""

    def __init__(
        self, kit: StaffKit, model: MobileListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        plan = TouchButton(
            self.theme, self.t("Lập đợt"), icon="calendar-plus", kind=ButtonKind.PRIMARY
        )
        plan.setEnabled(bool(model.villages))
        plan.activated.connect(self._on_plan)
        in_print = TouchButton(self.theme, self.t("In danh sách"), icon="printer")
        in_print.setEnabled(bool(model.villages) and not model.is_printing)
        in_print.activated.connect(self._on_print)
        actions = [in_print, plan]
        header = PageHeader(self.theme, self.t("Phục vụ lưu động"), self._chips(model), actions)
        self.body.addWidget(header)
        message = self.t("Đang in danh sách.") if model.is_printing else model.message
        if message:
            self.body.addWidget(Notice(self.theme, message, "info"))
        self.body.addWidget(self._list(model), 1)

    def _chips(self, model: MobileListModel) -> list[QWidget]:
        if not model.total:
            return []
        chips: list[QWidget] = [Chip(self.theme, self.t("{count} người", count=model.total))]
        if model.overdue:
            late = self.t("{count} quá hẹn", count=model.overdue)
            chips.append(Chip(self.theme, late, tone=Tone.RED))
        return chips

    def _list(self, model: MobileListModel) -> QWidget:
        if model.problem:
            return self._failed(model.problem)
        blocks = self._blocks(model)
        if not blocks:
            return MessagePanel(
                self.theme,
                "house-line",
                self.t("Không còn ai chờ ở nhà."),
                self.t("Việc hẹn đến nhà sẽ hiện ở đây, theo thôn."),
                tone=Tone.GREEN,
            )
        body = PagedBody(self.theme, self.t)
        body.set_blocks(blocks)
        return body

    def _blocks(self, model: MobileListModel) -> list[QWidget]:
        blocks: list[QWidget] = []
        if model.rounds:
            blocks.append(rounds_card(self.kit, model.rounds, model.names, self._on_round))
        for number, village in enumerate(model.villages):
            card = village_card(
                self.kit,
                village,
                model.names,
                model.today,
                on_row=self._on_open,
                is_first=number == 0,
            )
            blocks.append(card)
        return blocks

    def _failed(self, problem: str) -> QWidget:
        again = TouchButton(self.theme, self.t("Thử lại"), icon="arrows-clockwise")
        again.activated.connect(self._on_again)
        title = self.t("Chưa đọc được danh sách.")
        return MessagePanel(self.theme, "cloud-slash", title, problem, [again], tone=Tone.RED)

    @Slot(object)
    def _on_open(self, follow_up_id: object) -> None:
        self.wished.emit(OpenFollowUp(str(follow_up_id)))

    @Slot(object)
    def _on_round(self, round_id: object) -> None:
        self.wished.emit(OpenRound(str(round_id)))

    @Slot()
    def _on_plan(self) -> None:
        self.wished.emit(PlanRound())

    @Slot()
    def _on_print(self) -> None:
        self.wished.emit(PrintList())

    @Slot()
    def _on_again(self) -> None:
        self.wished.emit(Open(StaffScreenName.MOBILE_LIST))
