"""One case: who, where they stopped, what was tried, and what happens next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import (
    ATTEMPT_LABELS,
    WITHDRAW_LABELS,
    AttemptResult,
    FollowUpState,
    WithdrawReason,
)
from kiosk.domain.round import CallAhead
from ui.staff.case.case_actions import (
    AT_HOME,
    CLOSE,
    ISSUE,
    RE_DATE,
    REPRINT,
    WITHDRAW,
    CaseActions,
)
from ui.staff.case.case_facts import case_facts
from ui.staff.case.date_form import DateForm
from ui.staff.case.reason_form import ReasonForm
from ui.staff.case.wish_card import WishCard
from ui.staff.detour import Detour
from ui.staff.mobile.models import FollowUpCaseModel
from ui.staff.mobile.wishes import (
    KeepDate,
    OpenRound,
    RangAhead,
    RangForAnotherDay,
    ServeAtHome,
)
from ui.staff.page_header import PageHeader
from ui.staff.phrases import due_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.side_form import SideForm
from ui.staff.wishes import (
    CloseFollowUp,
    IssueSlip,
    Open,
    RecordAttempt,
    ReDate,
    Reprint,
    Withdraw,
)
from ui.theme.tokens import Tone
from ui.widgets.chip import Chip
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import TouchButton

_ACTIONS_SHARE, _FACTS_SHARE = 4, 5


class FollowUpScreen(StaffScreen):
    """The facts at the left, what to do at the right; closing always takes a second tap."""

    def __init__(
        self, kit: StaffKit, model: FollowUpCaseModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._case = model.follow_up
        self._result: AttemptResult | CallAhead | None = None
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        self._side = Detour(self._actions())
        back_to = self.t("Về đợt") if model.round_id else self.t("Về danh sách")
        back = TouchButton(self.theme, back_to, icon="arrow-left")
        back.activated.connect(self._on_back)
        self.body.addWidget(PageHeader(self.theme, self.t("Việc hẹn"), self._chips(), [back]))
        self.body.addWidget(self._problem)
        line = QHBoxLayout()
        line.setSpacing(self.theme.section_gap)
        line.addWidget(self._facts(), _FACTS_SHARE)
        line.addWidget(self._side, _ACTIONS_SHARE)
        self.body.addLayout(line, 1)
        self._show_problem(model.problem)

    def refresh(self, model: object) -> bool:
        """Take over a problem in place; a changed case is built anew."""
        if not isinstance(model, FollowUpCaseModel):
            return False
        if replace(model, problem="") != replace(self._model, problem=""):
            return False
        self._show_problem(model.problem)
        return True

    def _show_problem(self, problem: str) -> None:
        self._problem.set_text(problem)
        self._problem.setVisible(bool(problem))

    # Facts

    def _chips(self) -> list[QWidget]:
        if self._case.state is not FollowUpState.OPEN:
            return [Chip(self.theme, self._ending(), "check-circle", Tone.GREEN)]
        due = due_text(self.t, self._case.due, self._model.today)
        is_late = self._case.days_overdue(self._model.today) > 0
        return [Chip(self.theme, due, "clock", Tone.RED if is_late else Tone.BLUE)]

    def _ending(self) -> str:
        if self._case.withdraw_reason is not None:
            reason = self.t(WITHDRAW_LABELS[self._case.withdraw_reason])
            return self.t("Đã thôi: {reason}", reason=reason)
        return self.t("Đã xong")

    def _facts(self) -> QWidget:
        body = PagedBody(self.theme, self.t)
        body.set_blocks(list(case_facts(self.kit, self._model, self.wished)))
        return body

    # Actions

    def _actions(self) -> QWidget:
        if self._case.state is not FollowUpState.OPEN:
            return MessagePanel(
                self.theme,
                "check-circle",
                self._ending(),
                self.t("Việc hẹn này đã đóng."),
                tone=Tone.GREEN,
            )
        trip, today = self._model.trip, self._model.today
        actions = CaseActions(
            self.kit,
            self._others(),
            first=self._wish(),
            may_ring=trip is not None and today <= trip.day,
            has_come=trip is not None and today == trip.day,
        )
        actions.tried.connect(self._on_tried)
        actions.rang.connect(self._on_rang)
        actions.chosen.connect(self._on_chosen)
        return actions

    def _wish(self) -> list[QWidget]:
        """Return the citizen's wish for another day, if there is one."""
        if self._case.move_asked_at is None:
            return []
        wish = WishCard(self.kit, self._case)
        wish.granted.connect(self._on_granted)
        wish.kept.connect(self._on_kept)
        return [wish]

    def _others(self) -> list[str]:
        """Return the other ways on that this case has."""
        others = [RE_DATE, CLOSE, REPRINT if self._model.slip_id else ISSUE]
        if self._model.at_home:
            others.append(AT_HOME)
        return others

    def _open(self, form: SideForm) -> None:
        form.closed.connect(self._on_form_closed)
        self._side.open(form)

    def _open_date_form(self, title: str) -> None:
        form = DateForm(self.kit, title, self._model.today)
        form.dated.connect(self._on_dated)
        self._open(form)

    def _open_closing(self, action: str) -> None:
        form = SideForm(
            self.kit,
            self.t("Việc hẹn này đã xong hẳn?"),
            (Notice(self.theme, self.t("Đóng rồi thì không còn trong danh sách."), "info"),),
            action,
        )
        form.confirmed.connect(self._on_closing)
        self._open(form)

    def _ask_to_serve_at_home(self) -> None:
        text = self.t("Nhật ký giữ nguyên; giấy tờ và biểu mẫu theo thủ tục này.")
        form = SideForm(
            self.kit,
            self.t("Làm theo “{title}”?", title=self._model.at_home),
            (Notice(self.theme, text, "info"),),
            self.t("Dùng thủ tục tại nhà"),
        )
        form.confirmed.connect(self._on_at_home)
        self._open(form)

    @Slot(object)
    def _on_tried(self, result: AttemptResult) -> None:
        self._result = result
        if result is AttemptResult.DONE:
            self._open_closing(self.t("Ghi “Xong” và đóng"))
        else:
            label = self.t(ATTEMPT_LABELS[result])
            self._open_date_form(self.t("{result}: hẹn lại ngày nào?", result=label))

    @Slot(object)
    def _on_rang(self, outcome: CallAhead) -> None:
        if outcome is CallAhead.ANOTHER_DAY:
            self._result = outcome
            self._open_date_form(self.t("Xin đổi sang ngày nào?"))
        else:
            self.wished.emit(RangAhead(self._case.id, outcome))

    @Slot(object)
    def _on_chosen(self, name: str) -> None:
        self._result = None
        if name == RE_DATE:
            self._open_date_form(self.t("Đổi sang ngày nào?"))
        elif name == CLOSE:
            self._open_closing(self.t("Đóng việc hẹn"))
        elif name == AT_HOME:
            self._ask_to_serve_at_home()
        elif name == WITHDRAW:
            form = ReasonForm(self.kit)
            form.reasoned.connect(self._on_reasoned)
            self._open(form)
        elif name == ISSUE:
            self.wished.emit(IssueSlip(self._case.id))
        else:
            self.wished.emit(Reprint(self._model.slip_id))

    @Slot()
    def _on_granted(self) -> None:
        """Promise the day asked for, in the same half of the day; or ask which."""
        self._result = None
        wanted = self._case.move_to
        if wanted is None or wanted < self._model.today:
            self._open_date_form(self.t("Đổi sang ngày nào?"))
        else:
            self.wished.emit(ReDate(self._case.id, wanted, self._case.half_day))

    @Slot()
    def _on_kept(self) -> None:
        self.wished.emit(KeepDate(self._case.id))

    @Slot()
    def _on_at_home(self) -> None:
        self.wished.emit(ServeAtHome(self._case.id))

    @Slot()
    def _on_form_closed(self) -> None:
        self._side.back()

    @Slot()
    def _on_closing(self) -> None:
        if self._result is AttemptResult.DONE:
            self.wished.emit(RecordAttempt(self._case.id, AttemptResult.DONE))
        else:
            self.wished.emit(CloseFollowUp(self._case.id))

    @Slot(object, object)
    def _on_dated(self, day: date, half: HalfDay) -> None:
        if isinstance(self._result, AttemptResult):
            self.wished.emit(RecordAttempt(self._case.id, self._result, day, half))
        elif self._result is CallAhead.ANOTHER_DAY:
            self.wished.emit(RangForAnotherDay(self._case.id, day, half))
        else:
            self.wished.emit(ReDate(self._case.id, day, half))

    @Slot(object)
    def _on_reasoned(self, reason: WithdrawReason) -> None:
        self.wished.emit(Withdraw(self._case.id, reason))

    @Slot()
    def _on_back(self) -> None:
        round_id = self._model.round_id
        self.wished.emit(OpenRound(round_id) if round_id else Open(self._model.back))
