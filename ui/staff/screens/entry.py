"""One entry of the log, opened by the lead; the view is audited where it is read.

What its author has changed since is told change by change, with what stood there before.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.assistance import (
    AGE_BAND_LABELS,
    HELP_CHANNEL_LABELS,
    HELP_LEVEL_LABELS,
    OUTCOME_LABELS,
)
from kiosk.domain.follow_up import ATTEMPT_LABELS, FOLLOW_UP_LABELS, WITHDRAW_LABELS
from kiosk.services.language import Translator
from ui.staff.correction_facts import correction_facts
from ui.staff.facts_card import FactsCard
from ui.staff.models import EntryModel, StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import (
    DOT,
    appointment_text,
    barrier_text,
    date_text,
    moment_text,
    needs_text,
    phone_text,
    place_text,
)
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open, OpenFollowUp
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton

Facts = Sequence[tuple[str, str]]


class EntryScreen(StaffScreen):
    """What was logged, the promise that came of it, and the person if there is consent."""

    def __init__(self, kit: StaffKit, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        title = self.t("Lượt hỗ trợ {moment}", moment=moment_text(model.entry.logged_at))
        self.body.addWidget(PageHeader(self.theme, title, (), self._actions()))
        groups: tuple[tuple[str, Facts], ...] = (
            (self.t("Đã ghi nhận"), _entry_facts(self.t, model)),
            (self.t("Đã sửa"), correction_facts(self.t, model)),
            (self.t("Việc hẹn"), _promise_facts(self.t, model)),
            (self.t("Người dân"), _person_facts(self.t, model)),
        )
        body = PagedBody(self.theme, self.t)
        body.set_blocks([FactsCard(self.theme, name, facts) for name, facts in groups if facts])
        self.body.addWidget(body, 1)

    def _actions(self) -> list[QWidget]:
        back = TouchButton(self.theme, self.t("Về nhật ký"), icon="arrow-left")
        back.activated.connect(self._on_back)
        if self._model.follow_up is None:
            return [back]
        go = TouchButton(
            self.theme, self.t("Mở việc hẹn"), icon="arrow-right", kind=ButtonKind.SECONDARY
        )
        go.activated.connect(self._on_follow_up)
        return [back, go]

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(Open(StaffScreenName.LOG))

    @Slot()
    def _on_follow_up(self) -> None:
        if self._model.follow_up is not None:
            self.wished.emit(OpenFollowUp(self._model.follow_up.id))


def _entry_facts(t: Translator, model: EntryModel) -> Facts:
    entry, names = model.entry, model.names
    minutes = t("{count} phút (máy đo {measured} phút)").format(
        count=entry.minutes, measured=entry.measured_minutes
    )
    return (
        (t("Thủ tục"), place_text(t, names, entry.procedure_code, entry.step_id)),
        (t("Vướng mắc"), ", ".join(barrier_text(t, code) for code in entry.barriers)),
        (t("Mức hỗ trợ"), t(HELP_LEVEL_LABELS[entry.level])),
        (t("Thời gian"), minutes),
        (t("Kết quả"), t(OUTCOME_LABELS[entry.outcome])),
        (t("Cán bộ"), entry.supporter_name),
        (t("Nhóm tuổi"), t(AGE_BAND_LABELS[entry.age_band]) if entry.age_band else ""),
        (t("Thôn"), names.village(entry.village_id)),
        (t("Nơi giúp"), t(HELP_CHANNEL_LABELS[entry.channel])),
        (t("Ghi chú"), entry.note),
    )


def _promise_facts(t: Translator, model: EntryModel) -> Facts:
    case = model.follow_up
    if case is None:
        return ()
    tried = (
        t(ATTEMPT_LABELS[attempt.result]) + DOT + moment_text(attempt.at)
        for attempt in case.attempts
    )
    reason = t(WITHDRAW_LABELS[case.withdraw_reason]) if case.withdraw_reason else ""
    return (
        (t("Cách hẹn"), t(FOLLOW_UP_LABELS[case.kind])),
        (t("Ngày hẹn"), appointment_text(t, case.due, case.half_day)),
        (t("Mang theo"), ", ".join(case.bring)),
        (t("Đã thử"), "\n".join(tried)),
        (t("Đã đóng"), moment_text(case.closed_at) if case.closed_at else ""),
        (t("Đã thôi vì"), reason),
    )


def _person_facts(t: Translator, model: EntryModel) -> Facts:
    person = model.person
    if person is None:
        return ()
    return (
        (t("Họ và tên"), person.name),
        (t("Năm sinh"), str(person.birth_year or "")),
        (t("Điện thoại"), phone_text(t, person)),
        (t("Thôn"), model.names.village(person.village_id)),
        (t("Tìm nhà"), person.where_to_find),
        (t("Cần biết"), needs_text(t, person)),
        (t("Xóa ngày"), date_text(person.erase_on) if person.erase_on else ""),
    )
