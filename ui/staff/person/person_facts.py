"""One person found: who they are, what is open and where they stopped, what they agreed to."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.follow_up import FOLLOW_UP_LABELS, FollowUp
from kiosk.domain.person import PURPOSE_QUESTIONS
from kiosk.services.people import KnownPerson
from ui.staff.facts_card import FactsCard
from ui.staff.models import PersonModel
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
from ui.staff.screen import StaffKit
from ui.staff.wishes import OpenFollowUp, PrintConsent
from ui.theme.tokens import Tone
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import TouchButton


class PersonFacts(QWidget):
    """Cards in pages. Signals: `wished` carries one wish; `wants_withdrawal` asks for the form."""

    wished = Signal(object)
    wants_withdrawal = Signal()

    def __init__(
        self,
        kit: StaffKit,
        model: PersonModel,
        known: KnownPerson,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._model = model
        self._known = known
        body = PagedBody(kit.theme, kit.t)
        body.set_blocks(self._blocks())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(body)

    def _blocks(self) -> list[QWidget]:
        theme, model = self._kit.theme, self._model
        told = [Notice(theme, model.message, "check-circle", Tone.GREEN)] if model.message else []
        warned = [Notice(theme, text, "warning-circle", Tone.RED) for text in model.warnings]
        cases = [self._case(case) for case in self._known.open_cases]
        return [*told, *warned, self._who(), *cases, self._consents()]

    def _who(self) -> QWidget:
        t, known, person = self._kit.t, self._known, self._known.person
        if person is None:
            closed = t("Không còn việc hẹn nào nên chỉ hiện tên viết tắt.")
            born = str(known.birth_year or "")
            facts = [(t("Năm sinh"), born), (t("Vì sao"), closed)]
            return FactsCard(self._kit.theme, known.initials, facts)
        facts = [
            (t("Năm sinh"), str(person.birth_year or "")),
            (t("Điện thoại"), phone_text(t, person)),
            (t("Thôn"), self._model.names.village(person.village_id)),
            (t("Tìm nhà"), person.where_to_find),
            (t("Cần biết"), needs_text(t, person)),
            (t("Xóa ngày"), date_text(person.erase_on) if person.erase_on else ""),
        ]
        return FactsCard(self._kit.theme, person.name, facts)

    def _case(self, case: FollowUp) -> QWidget:
        t, names = self._kit.t, self._model.names
        facts = [
            (t("Dừng ở"), place_text(t, names, case.procedure_code, case.step_id)),
            (t("Vướng mắc"), ", ".join(barrier_text(t, code) for code in case.barriers)),
            (t("Ngày hẹn"), appointment_text(t, case.due, case.half_day)),
            (t("Mang theo"), ", ".join(case.bring)),
        ]
        card = FactsCard(self._kit.theme, t(FOLLOW_UP_LABELS[case.kind]), facts)
        go = TouchButton(
            self._kit.theme,
            t("Mở việc hẹn"),
            trailing_icon="arrow-right",
            payload=OpenFollowUp(case.id),
        )
        go.activated_with.connect(self.wished)
        card.add_action(go)
        return card

    def _consents(self) -> QWidget:
        t, theme = self._kit.t, self._kit.theme
        facts = [
            (
                moment_text(answer.at),
                t(PURPOSE_QUESTIONS[answer.purpose])
                + DOT
                + (t("Đồng ý") if answer.granted else t("Không đồng ý")),
            )
            for answer in self._known.answers
        ]
        card = FactsCard(theme, t("Điều đã trả lời"), facts)
        if self._known.answers:
            paper = TouchButton(
                theme, t("In tờ đồng ý"), icon="printer", payload=PrintConsent(self._known.id)
            )
            paper.activated_with.connect(self.wished)
            card.add_action(paper)
        if self._known.granted:
            withdraw = TouchButton(theme, t("Rút đồng ý"), icon="hand-palm")
            withdraw.activated.connect(self._on_withdraw)
            card.add_action(withdraw)
        return card

    @Slot()
    def _on_withdraw(self) -> None:
        self.wants_withdrawal.emit()
