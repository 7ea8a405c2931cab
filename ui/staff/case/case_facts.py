"""What is known of one case: who, why soon, where they stopped, and what was tried."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from kiosk.domain.follow_up import (
    ATTEMPT_LABELS,
    FOLLOW_UP_LABELS,
    FollowUpKind,
    FollowUpState,
)
from kiosk.domain.person import Person
from kiosk.domain.round import CALL_AHEAD_LABELS
from ui.staff.facts_card import FactsCard
from ui.staff.mobile.models import FollowUpCaseModel
from ui.staff.phrases import (
    DOT,
    appointment_text,
    barrier_text,
    moment_text,
    needs_text,
    on_the_spot_text,
    phone_text,
    place_text,
    ready_text,
    score_text,
    trip_text,
)
from ui.staff.screen import StaffKit
from ui.staff.wishes import OpenPerson
from ui.widgets.notice import Notice
from ui.widgets.touch_button import TouchButton

Facts = tuple[tuple[str, str], ...]


def case_facts(
    kit: StaffKit, model: FollowUpCaseModel, wished: SignalInstance
) -> Iterator[QWidget]:
    """Yield the cards of a case, the person first; what is tapped on them goes to `wished`."""
    t, theme, case = kit.t, kit.theme, model.follow_up
    yield _person_card(kit, model, wished)
    if case.kind is FollowUpKind.HOME_VISIT:
        yield FactsCard(theme, t("Khi đến nhà"), _at_home(kit, model))
    yield FactsCard(theme, t("Dừng ở đâu"), _stopped(kit, model))
    tried = tuple(
        (moment_text(attempt.at), t(ATTEMPT_LABELS[attempt.result]) + DOT + attempt.staff_name)
        for attempt in case.attempts
    )
    if tried:
        yield FactsCard(theme, t("Đã thử"), tried)


def _stopped(kit: StaffKit, model: FollowUpCaseModel) -> Facts:
    t, case, names = kit.t, model.follow_up, model.names
    return (
        (t("Thủ tục"), place_text(t, names, case.procedure_code, case.step_id)),
        (t("Vướng mắc"), ", ".join(barrier_text(t, code) for code in case.barriers)),
        (t("Giấy đã có"), ready_text(names, case)),
        (t("Cách hẹn"), t(FOLLOW_UP_LABELS[case.kind])),
        (t("Ngày hẹn"), appointment_text(t, case.due, case.half_day)),
        (t("Mang theo"), ", ".join(case.bring)),
        (t("Người hẹn"), case.promised_by_name + DOT + moment_text(case.promised_at)),
        (t("Phiếu"), model.slip_number),
    )


def _at_home(kit: StaffKit, model: FollowUpCaseModel) -> Facts:
    t, case, names = kit.t, model.follow_up, model.names
    served = names.procedure(case.service_code) if case.served_as else ""
    return (
        (t("Ưu tiên"), score_text(t, model.triage)),
        (t("Làm theo"), served),
        (t("Cần tại chỗ"), on_the_spot_text(t, names.needs.get(case.service_code, ()))),
        (t("Đợt"), _trip(kit, model)),
    )


def _trip(kit: StaffKit, model: FollowUpCaseModel) -> str:
    """Return the trip the case waits in, with what came of ringing."""
    trip = model.trip
    if trip is None:
        return ""
    stop = trip.stop(model.follow_up.id)
    rang = kit.t(CALL_AHEAD_LABELS[stop.call]) if stop and stop.call else kit.t("chưa gọi")
    return trip_text(kit.t, trip) + DOT + rang


def _person_card(kit: StaffKit, model: FollowUpCaseModel, wished: SignalInstance) -> QWidget:
    t, person = kit.t, model.person
    if person is not None:
        card = FactsCard(kit.theme, person.name, _person_facts(kit, model, person))
        more = TouchButton(kit.theme, t("Hồ sơ"), payload=OpenPerson(person.id))
        more.activated_with.connect(wished)
        card.add_action(more)
        return card
    closed = model.follow_up.state is not FollowUpState.OPEN
    text = (
        t("Việc đã đóng nên không hiện tên người dân.")
        if closed
        else t("Việc hẹn này không ghi tên người dân.")
    )
    return Notice(kit.theme, text, "user-circle")


def _person_facts(kit: StaffKit, model: FollowUpCaseModel, person: Person) -> Facts:
    t = kit.t
    age = ""
    if person.birth_year:
        years = model.today.year - person.birth_year
        age = t("{year} · {age} tuổi", year=person.birth_year, age=years)
    return (
        (t("Năm sinh"), age),
        (t("Điện thoại"), phone_text(t, person)),
        (t("Thôn"), model.names.village(person.village_id)),
        (t("Tìm nhà"), person.where_to_find),
        (t("Cần biết"), needs_text(t, person)),
    )
