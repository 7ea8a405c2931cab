"""The appointments of a day by half-day; wishes for another day, and what was missed, beside."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.calendar import HalfDay
from ui.staff.mobile.day_rows import half_day_card, waiting_card
from ui.staff.mobile.models import AppointmentsModel
from ui.staff.mobile.wishes import ShowDay
from ui.staff.models import StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import day_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open, OpenFollowUp
from ui.theme.tokens import Tone
from ui.widgets.chip import Chip
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import TouchButton


class AppointmentsScreen(StaffScreen):
    """Any day by steps; a row opens its case."""

    def __init__(
        self, kit: StaffKit, model: AppointmentsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._model = model
        title = day_text(self.t, model.view.day)
        self.body.addWidget(PageHeader(self.theme, title, self._chips(), self._steps()))
        if model.problem:
            self.body.addWidget(self._failed(), 1)
            return
        pressing = self._pressing()
        line = QHBoxLayout()
        line.setSpacing(self.theme.section_gap)
        if pressing:
            body = PagedBody(self.theme, self.t)
            body.set_blocks(pressing)
            line.addWidget(body, 1)
        for half in HalfDay:
            line.addWidget(self._half(half), 1)
        self.body.addLayout(line, 1)

    def _chips(self) -> list[QWidget]:
        view, t = self._model.view, self.t
        chips: list[QWidget] = []
        if view.day == view.today:
            chips.append(Chip(self.theme, t("Hôm nay"), tone=Tone.BLUE))
        if self._model.feast:
            feast = t("Nghỉ lễ: {feast}", feast=self._model.feast)
            chips.append(Chip(self.theme, feast, "flag", Tone.LOTUS))
        return chips

    def _steps(self) -> list[QWidget]:
        """Return the buttons for the day before, today, and the day after."""
        view, t, theme = self._model.view, self.t, self.theme
        before, after = (view.day + timedelta(days=step) for step in (-1, 1))
        guard = theme.repeat_guard_ms
        buttons = [
            TouchButton(theme, t("Hôm trước"), icon="caret-left", payload=before, guard_ms=guard),
            TouchButton(theme, t("Hôm nay"), payload=view.today),
            TouchButton(
                theme, t("Hôm sau"), trailing_icon="caret-right", payload=after, guard_ms=guard
            ),
        ]
        buttons[1].setEnabled(view.day != view.today)
        for button in buttons:
            button.activated_with.connect(self._on_day)
        return list(buttons)

    def _pressing(self) -> list[QWidget]:
        """Return what waits for staff whatever the day: wishes, and what was missed."""
        view, t = self._model.view, self.t
        waiting = ((t("Xin đổi ngày"), view.wishes), (t("Quá hẹn"), view.overdue))
        return [
            waiting_card(self.kit, self._model, title, cases, self._on_row)
            for title, cases in waiting
            if cases
        ]

    def _half(self, half: HalfDay) -> QWidget:
        t = self.t
        cases = self._model.view.half(half)
        title = t("Buổi sáng") if half is HalfDay.MORNING else t("Buổi chiều")
        body = PagedBody(self.theme, t)
        body.set_blocks([half_day_card(self.kit, self._model, title, cases, self._on_row)])
        return body

    def _failed(self) -> QWidget:
        again = TouchButton(self.theme, self.t("Thử lại"), icon="arrows-clockwise")
        again.activated.connect(self._on_again)
        title = self.t("Chưa đọc được lịch hẹn.")
        problem = self._model.problem
        return MessagePanel(self.theme, "cloud-slash", title, problem, [again], tone=Tone.RED)

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self.wished.emit(ShowDay(day))

    @Slot(object)
    def _on_row(self, follow_up_id: object) -> None:
        self.wished.emit(OpenFollowUp(str(follow_up_id)))

    @Slot()
    def _on_again(self) -> None:
        self.wished.emit(Open(StaffScreenName.APPOINTMENTS))
