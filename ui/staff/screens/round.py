"""One trip: its rows with what came of them, what it takes along, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.round import RoundState
from ui.staff.arrange import column, row
from ui.staff.detour import Detour
from ui.staff.facts_card import FactsCard
from ui.staff.mobile.kit_card import KitCard
from ui.staff.mobile.models import RoundModel
from ui.staff.mobile.round_rows import stops_cards
from ui.staff.mobile.wishes import CancelRound, ChangeRound, CloseRound, PrintRound
from ui.staff.models import StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import appointment_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.side_form import SideForm
from ui.staff.wishes import Open, OpenFollowUp
from ui.theme.tokens import Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton

_ROWS_SHARE, _SIDE_SHARE = 5, 3


class RoundScreen(StaffScreen):
    """A row opens its case, where its answer is given; closing waits for the last answer."""

    def __init__(self, kit: StaffKit, model: RoundModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._trip = model.view.trip
        back = TouchButton(self.theme, self.t("Về danh sách"), icon="arrow-left")
        back.activated.connect(self._on_back)
        title = self.t("Đợt lưu động")
        self.body.addWidget(PageHeader(self.theme, title, self._chips(), [back]))
        for notice in self._messages():
            self.body.addWidget(notice)
        line = QHBoxLayout()
        line.setSpacing(self.theme.section_gap)
        line.addWidget(self._rows(), _ROWS_SHARE)
        self._side = Detour(self._facts())
        line.addWidget(self._side, _SIDE_SHARE)
        self.body.addLayout(line, 1)

    def refresh(self, model: object) -> bool:
        """Stay as it is when nothing changed; a question that is open is not taken away."""
        return isinstance(model, RoundModel) and _same(model, self._model)

    def _chips(self) -> list[QWidget]:
        t, trip = self.t, self._trip
        when = Chip(self.theme, appointment_text(t, trip.day, trip.half_day), "calendar", Tone.BLUE)
        left = len(trip.unanswered)
        if trip.state is RoundState.CLOSED:
            state = Chip(self.theme, t("đã đóng"), "check-circle", Tone.GREEN)
        elif trip.state is RoundState.CANCELLED:
            state = Chip(self.theme, t("đã bỏ"), "x-circle")
        elif left:
            state = Chip(self.theme, t("còn {count} người chưa có kết quả", count=left))
        else:
            state = Chip(self.theme, t("đủ kết quả"), "check-circle", Tone.GREEN)
        return [when, state]

    def _messages(self) -> Iterator[QWidget]:
        model = self._model
        if model.is_printing:
            busy = BusyNotice(self.theme, self.t("Đang in bảng đi."))
            busy.start()
            yield busy
        if model.message:
            yield Notice(self.theme, model.message, "info")
        if model.problem:
            yield Notice(self.theme, model.problem, "warning-circle", Tone.RED)

    def _rows(self) -> QWidget:
        body = PagedBody(self.theme, self.t)
        body.set_blocks(stops_cards(self.kit, self._model, self._on_row))
        return body

    # The side

    def _facts(self) -> QWidget:
        t, names, trip = self.t, self._model.names, self._trip
        places = (names.village(village_id) for village_id in trip.village_ids)
        facts = (
            (t("Thôn"), ", ".join(place for place in places if place)),
            (t("Tổ đi"), ", ".join(self._model.view.team)),
            (t("Người lập"), trip.made_by_name),
        )
        body = PagedBody(self.theme, t)
        cards: list[QWidget] = [FactsCard(self.theme, t("Chuyến đi"), facts)]
        if trip.unanswered:
            cards.append(KitCard(self.kit, self._model.kit))
        body.set_blocks(cards)
        return column(self.theme, body, *self._actions(), rest=False)

    def _actions(self) -> list[QWidget]:
        if self._trip.state is not RoundState.PLANNED:
            return []
        t, theme = self.t, self.theme
        if not self._trip.unanswered:
            close = TouchButton(theme, t("Đóng đợt"), icon="check", kind=ButtonKind.DONE)
            close.activated.connect(self._on_close)
            return [close]
        print_sheet = TouchButton(theme, t("In bảng đi"), icon="printer", kind=ButtonKind.PRIMARY)
        print_sheet.setEnabled(not self._model.is_printing)
        print_sheet.activated.connect(self._on_print)
        return [print_sheet, self._others()]

    def _others(self) -> QWidget:
        """Return the ways on that are taken less often, side by side."""
        change = TouchButton(self.theme, self.t("Sửa đợt"), icon="pencil-simple")
        change.activated.connect(self._on_change)
        cancel = TouchButton(self.theme, self.t("Bỏ đợt"), icon="calendar-x")
        cancel.activated.connect(self._on_cancel)
        return row(self.theme, change, cancel, shares=(1, 1))

    # Wishes

    @Slot(object)
    def _on_row(self, follow_up_id: object) -> None:
        self.wished.emit(OpenFollowUp(str(follow_up_id)))

    @Slot()
    def _on_print(self) -> None:
        self.wished.emit(PrintRound(self._trip.id))

    @Slot()
    def _on_change(self) -> None:
        self.wished.emit(ChangeRound(self._trip.id))

    @Slot()
    def _on_close(self) -> None:
        self.wished.emit(CloseRound(self._trip.id))

    @Slot()
    def _on_cancel(self) -> None:
        form = SideForm(
            self.kit,
            self.t("Bỏ đợt này?"),
            (Notice(self.theme, self.t("Mọi người trở lại danh sách như trước."), "info"),),
            self.t("Bỏ đợt"),
            kind=ButtonKind.DANGER,
        )
        form.confirmed.connect(self._on_cancelled)
        form.closed.connect(self._on_form_closed)
        self._side.open(form)

    @Slot()
    def _on_cancelled(self) -> None:
        self.wished.emit(CancelRound(self._trip.id))

    @Slot()
    def _on_form_closed(self) -> None:
        self._side.back()

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(Open(StaffScreenName.MOBILE_LIST))


def _same(one: RoundModel, other: RoundModel) -> bool:
    return replace(one, today=other.today) == other
