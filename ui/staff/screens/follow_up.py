"""One case: who, where they stopped, what was tried, and what happens next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import (
    ATTEMPT_LABELS,
    FOLLOW_UP_LABELS,
    WITHDRAW_LABELS,
    AttemptResult,
    FollowUpState,
    WithdrawReason,
)
from kiosk.domain.person import PHONE_OWNER_LABELS, Person
from ui.staff.case.case_actions import CLOSE, RE_DATE, WITHDRAW, CaseActions
from ui.staff.case.date_form import DateForm
from ui.staff.case.reason_form import ReasonForm
from ui.staff.detour import Detour
from ui.staff.facts_card import FactsCard
from ui.staff.models import FollowUpCaseModel, StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import (
    DOT,
    appointment_text,
    barrier_text,
    due_text,
    moment_text,
    needs_text,
    place_text,
)
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.side_form import SideForm
from ui.staff.wishes import (
    CloseFollowUp,
    Open,
    OpenPerson,
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
        self._result: AttemptResult | None = None
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        self._side = Detour(self._actions())
        back = TouchButton(self.theme, self.t("Về danh sách"), icon="arrow-left")
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
        t, case, names = self.t, self._case, self._model.names
        barriers = ", ".join(barrier_text(t, code) for code in case.barriers)
        stopped = (
            (t("Thủ tục"), place_text(t, names, case.procedure_code, case.step_id)),
            (t("Vướng mắc"), barriers),
            (t("Cách hẹn"), t(FOLLOW_UP_LABELS[case.kind])),
            (t("Ngày hẹn"), appointment_text(t, case.due, case.half_day)),
            (t("Mang theo"), ", ".join(case.bring)),
            (t("Người hẹn"), case.promised_by_name + DOT + moment_text(case.promised_at)),
            (t("Phiếu"), self._model.slip_number),
        )
        tried = [
            (moment_text(attempt.at), t(ATTEMPT_LABELS[attempt.result]) + DOT + attempt.staff_name)
            for attempt in case.attempts
        ]
        blocks: list[QWidget] = [
            self._person_card(),
            FactsCard(self.theme, t("Dừng ở đâu"), stopped),
        ]
        if tried:
            blocks.append(FactsCard(self.theme, t("Đã thử"), tried))
        body = PagedBody(self.theme, t)
        body.set_blocks(blocks)
        return body

    def _person_card(self) -> QWidget:
        person = self._model.person
        if person is None:
            closed = self._case.state is not FollowUpState.OPEN
            text = (
                self.t("Việc đã đóng nên không hiện tên người dân.")
                if closed
                else self.t("Việc hẹn này không ghi tên người dân.")
            )
            return Notice(self.theme, text, "user-circle")
        card = FactsCard(self.theme, person.name, self._person_facts(person))
        more = TouchButton(self.theme, self.t("Hồ sơ"), payload=OpenPerson(person.id))
        more.activated_with.connect(self.wished)
        card.add_action(more)
        return card

    def _person_facts(self, person: Person) -> list[tuple[str, str]]:
        t = self.t
        owner = t(PHONE_OWNER_LABELS[person.phone_owner])
        age = ""
        if person.birth_year:
            years = self._model.today.year - person.birth_year
            age = t("{year} · {age} tuổi", year=person.birth_year, age=years)
        return [
            (t("Năm sinh"), age),
            (t("Điện thoại"), f"{person.phone} ({owner})" if person.phone else ""),
            (t("Thôn"), self._model.names.village(person.village_id)),
            (t("Tìm nhà"), person.where_to_find),
            (t("Cần biết"), needs_text(t, person)),
        ]

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
        actions = CaseActions(self.kit, may_reprint=bool(self._model.slip_id))
        actions.tried.connect(self._on_tried)
        actions.chosen.connect(self._on_chosen)
        return actions

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

    @Slot(object)
    def _on_tried(self, result: AttemptResult) -> None:
        self._result = result
        if result is AttemptResult.DONE:
            self._open_closing(self.t("Ghi “Xong” và đóng"))
        else:
            label = self.t(ATTEMPT_LABELS[result])
            self._open_date_form(self.t("{result}: hẹn lại ngày nào?", result=label))

    @Slot(object)
    def _on_chosen(self, name: str) -> None:
        self._result = None
        if name == RE_DATE:
            self._open_date_form(self.t("Đổi sang ngày nào?"))
        elif name == CLOSE:
            self._open_closing(self.t("Đóng việc hẹn"))
        elif name == WITHDRAW:
            form = ReasonForm(self.kit)
            form.reasoned.connect(self._on_reasoned)
            self._open(form)
        else:
            self.wished.emit(Reprint(self._model.slip_id))

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
        if self._result is None:
            self.wished.emit(ReDate(self._case.id, day, half))
        else:
            self.wished.emit(RecordAttempt(self._case.id, self._result, day, half))

    @Slot(object)
    def _on_reasoned(self, reason: WithdrawReason) -> None:
        self.wished.emit(Withdraw(self._case.id, reason))

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(Open(StaffScreenName.MOBILE_LIST))
