"""The queue of calls and today's figures: what the console shows while nothing else is done.

What else may become of a call stands on a page of its own, which a newer queue does not take away
while its call is open.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.help_call import CallState, CancelReason, HelpCall
from ui.staff.arrange import column
from ui.staff.call_card import CallCard
from ui.staff.call_options import CallOptions
from ui.staff.models import CallsModel, StaffScreenName
from ui.staff.phrases import waited_text
from ui.staff.quiet_signs import QuietSigns
from ui.staff.running_time import RunningTime
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.today_column import TodayColumn
from ui.staff.wishes import CancelCall, HandOver, Open, ShowCall, TakeCall, TakeOver
from ui.theme.tokens import TextRole, Tone
from ui.widgets.message_panel import MessagePanel
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_TICK_MS = 1000
_CARD_MM = 84
_WIDEST_CARD_MM = 200
_FEW = 4
_NEVER = datetime.min.replace(tzinfo=UTC)


class CallsScreen(StaffScreen):
    """Cards of waiting and taken calls; waiting times run on every second."""

    def __init__(
        self,
        kit: StaffKit,
        model: CallsModel,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._clock = clock
        self._shown: CallsModel | None = None
        self._cards: list[CallCard] = []
        self._options_of = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.refresh(model)
        self._timer.start()

    def refresh(self, model: object) -> bool:
        """Take over a newer queue; nothing moves while it is the same one."""
        if not isinstance(model, CallsModel):
            return False
        self._time = RunningTime(model.now, self._clock)
        if self._shown is None or _without_time(self._shown) != _without_time(model):
            self._shown = model
            if self._options_call(model) is None:
                self._rebuild(model)
        self.tick()
        return True

    def _options_call(self, model: CallsModel) -> HelpCall | None:
        """Return the call whose options are open, while there is anything to decide about it."""
        return next((call for call in model.calls if call.id == self._options_of), None)

    def _rebuild(self, model: CallsModel) -> None:
        self._cards, self._options_of = [], ""
        self.show_content(self._failed(model) if model.problem else self._columns(model))

    def _failed(self, model: CallsModel) -> QWidget:
        again = TouchButton(self.theme, self.t("Thử lại"), icon="arrows-clockwise")
        again.activated.connect(self._on_again)
        title = self.t("Chưa đọc được danh sách lời gọi.")
        return MessagePanel(self.theme, "cloud-slash", title, model.problem, [again], tone=Tone.RED)

    def _columns(self, model: CallsModel) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        line.addWidget(self._queue(model), 1)
        today = TodayColumn(self.kit, model)
        today.wished.connect(self.wished)
        line.addWidget(today, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _queue(self, model: CallsModel) -> QWidget:
        self._subtitle = TextBlock(self.theme, "", TextRole.BODY, colour="muted")
        title = TextBlock(self.theme, self.t("Đang gọi giúp"), TextRole.TITLE)
        above = [column(self.theme, title, self._subtitle, gap=0, rest=False)]
        if model.signs:
            above.append(QuietSigns(self.kit, model.signs, model.names))
        if not model.calls:
            return column(self.theme, *above, self._empty(), rest=False)
        self._cards = [self._card(call, model) for call in model.calls]
        grid = PagedGrid(
            self.theme,
            self.t,
            min_cell_mm=_CARD_MM,
            max_cell_mm=_WIDEST_CARD_MM,
            max_columns=3,
            max_per_page=6,
            stretch=False,
        )
        grid.set_items(list(self._cards))
        return column(self.theme, *above, grid, rest=False)

    def _empty(self) -> QWidget:
        return MessagePanel(
            self.theme,
            "bell",
            self.t("Chưa có ai gọi."),
            self.t("Máy báo ngay khi có người cần giúp."),
            tone=Tone.GREEN,
        )

    def _card(self, call: HelpCall, model: CallsModel) -> CallCard:
        here = {one.id for one in model.colleagues}
        card = CallCard(
            self.kit,
            call,
            model.names,
            model.my_id,
            is_helper_here=call.taken_by in here,
            large=len(model.calls) <= _FEW,
        )
        card.took.connect(self._on_take)
        card.opened.connect(self._on_open)
        card.took_over.connect(self._on_take_over)
        card.wants_options.connect(self._on_wants_options)
        return card

    @Slot()
    def tick(self) -> None:
        """Let every waiting time run on, and the line that sums them up."""
        for card in self._cards:
            card.set_waited(self._time.seconds_since(card.call.called_at))
        if self._shown is None or self._shown.problem or self._options_of:
            return
        waiting = [
            self._time.seconds_since(call.called_at)
            for call in self._shown.calls
            if call.state is CallState.WAITING
        ]
        self._subtitle.set_text(self._summary(waiting))

    def _summary(self, waiting: list[int]) -> str:
        if not waiting:
            return self.t("Không ai phải chờ.")
        longest = waited_text(self.t, max(waiting))
        return self.t("{count} người chờ · lâu nhất {time}", count=len(waiting), time=longest)

    @Slot(str)
    def _on_take(self, call_id: str) -> None:
        self.wished.emit(TakeCall(call_id))

    @Slot(str)
    def _on_open(self, call_id: str) -> None:
        self.wished.emit(ShowCall(call_id))

    @Slot(str)
    def _on_take_over(self, call_id: str) -> None:
        self.wished.emit(TakeOver(call_id))

    @Slot(str)
    def _on_wants_options(self, call_id: str) -> None:
        if self._shown is None:
            return
        self._options_of = call_id
        call = self._options_call(self._shown)
        if call is None:
            return
        is_mine = call.taken_by == self._shown.my_id
        options = CallOptions(self.kit, call, self._shown.colleagues, is_mine=is_mine)
        options.handed.connect(self._on_handed)
        options.cancelled.connect(self._on_cancelled)
        options.closed.connect(self._on_options_closed)
        self._cards = []
        self.show_content(options)

    @Slot(str)
    def _on_handed(self, staff_id: str) -> None:
        call_id = self._options_of
        self._on_options_closed()
        self.wished.emit(HandOver(call_id, staff_id))

    @Slot(object)
    def _on_cancelled(self, reason: CancelReason) -> None:
        call_id = self._options_of
        self._on_options_closed()
        self.wished.emit(CancelCall(call_id, reason))

    @Slot()
    def _on_options_closed(self) -> None:
        if self._shown is not None:
            self._rebuild(self._shown)
            self.tick()

    @Slot()
    def _on_again(self) -> None:
        self.wished.emit(Open(StaffScreenName.CALLS))


def _without_time(model: CallsModel) -> CallsModel:
    """Return the model with the one field left out that changes at every reading."""
    return replace(model, now=_NEVER)
