"""The mobile-service list: who waits at home, by village, oldest promise first."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.staff.models import MobileListModel, StaffScreenName, VillageCases
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.village_card import VillageCard
from ui.staff.wishes import Open, OpenFollowUp, PrintList
from ui.theme.tokens import Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.chip import Chip
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton

_ROWS_A_CARD, _ROWS_A_LOW_CARD = 10, 6


class MobileListScreen(StaffScreen):
    """Cards of villages; overdue promises are red and counted at the head."""

    def __init__(
        self, kit: StaffKit, model: MobileListModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        print_list = TouchButton(
            self.theme, self.t("In danh sách"), icon="printer", kind=ButtonKind.PRIMARY
        )
        print_list.setEnabled(bool(model.villages) and not model.is_printing)
        print_list.activated.connect(self._on_print)
        header = PageHeader(
            self.theme, self.t("Phục vụ lưu động"), self._chips(model), [print_list]
        )
        self.body.addWidget(header)
        self._add_message(model)
        self.body.addWidget(self._list(model), 1)

    def _chips(self, model: MobileListModel) -> list[QWidget]:
        total = sum(len(village.cases) for village in model.villages)
        if not total:
            return []
        chips: list[QWidget] = [Chip(self.theme, self.t("{count} người", count=total))]
        if model.overdue:
            late = self.t("{count} quá hẹn", count=model.overdue)
            chips.append(Chip(self.theme, late, tone=Tone.RED))
        return chips

    def _add_message(self, model: MobileListModel) -> None:
        """Tell how printing goes, above the list."""
        if model.is_printing:
            busy = BusyNotice(self.theme, self.t("Đang in danh sách."))
            self.body.addWidget(busy)
            busy.start()
        if model.message:
            self.body.addWidget(Notice(self.theme, model.message, "info"))
        if model.problem and model.villages:
            self.body.addWidget(Notice(self.theme, model.problem, "warning-circle", Tone.RED))

    def _list(self, model: MobileListModel) -> QWidget:
        if model.problem and not model.villages:
            return self._failed(model.problem)
        if not model.villages:
            return MessagePanel(
                self.theme,
                "house-line",
                self.t("Không còn ai chờ ở nhà."),
                self.t("Việc hẹn đến nhà sẽ hiện ở đây, theo thôn."),
                tone=Tone.GREEN,
            )
        cards: list[QWidget] = []
        for village in model.villages:
            cards.extend(self._cards(village, model))
        body = PagedBody(self.theme, self.t)
        body.set_blocks(cards)
        return body

    def _failed(self, problem: str) -> QWidget:
        again = TouchButton(self.theme, self.t("Thử lại"), icon="arrows-clockwise")
        again.activated.connect(self._on_again)
        title = self.t("Chưa đọc được danh sách.")
        return MessagePanel(self.theme, "cloud-slash", title, problem, [again], tone=Tone.RED)

    def _cards(self, village: VillageCases, model: MobileListModel) -> Iterator[QWidget]:
        """Yield a village's cards, each small enough for a low panel."""
        rows = _ROWS_A_LOW_CARD if self.theme.is_compact else _ROWS_A_CARD
        for start in range(0, len(village.cases), rows):
            card = VillageCard(
                self.kit,
                village.village,
                village.cases[start : start + rows],
                model.names,
                model.today,
                count=len(village.cases),
                is_continued=start > 0,
            )
            card.opened.connect(self._on_open)
            yield card

    @Slot(str)
    def _on_open(self, follow_up_id: str) -> None:
        self.wished.emit(OpenFollowUp(follow_up_id))

    @Slot()
    def _on_print(self) -> None:
        self.wished.emit(PrintList())

    @Slot()
    def _on_again(self) -> None:
        self.wished.emit(Open(StaffScreenName.MOBILE_LIST))
