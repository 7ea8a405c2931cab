"""Home visits promised through the services, for tests that begin with a list."""

from __future__ import annotations

from dataclasses import replace

from kiosk.app import Office
from kiosk.domain.assistance import (
    AssistanceDraft,
    FollowUpDraft,
    HelpLevel,
    Outcome,
    PersonDraft,
)
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.follow_up import FollowUp, FollowUpKind
from kiosk.domain.person import Purpose
from kiosk.domain.staff import Staff
from tests.stories import SHOWN

BIRTH = "1.001193"


def visit_draft(call_id: str, person: PersonDraft, due: str = "2026-11-26") -> AssistanceDraft:
    """Return a whole entry that promises a home visit to `person`."""
    promise = FollowUpDraft(FollowUpKind.HOME_VISIT, due, "morning", ("Giấy chứng sinh",))
    return AssistanceDraft(
        call_id,
        level=HelpLevel.SIDE_BY_SIDE,
        outcome=Outcome.FOLLOW_UP,
        village_id=person.village_id,
        person=person,
        follow_up=promise,
    )


def promise_visit(
    office: Office, staff: Staff, person: PersonDraft, due: str = "2026-11-26"
) -> FollowUp:
    """Have somebody call from the citizen's side, agree, and be promised a home visit."""
    visit = replace(office.visits.new_visit(), procedure_code=BIRTH)
    office.visits.start(visit)
    place = Place(ScreenName.STEP, procedure_code=BIRTH, step_id="vneid-login")
    call = office.calls.call(visit, place, ("L2",), "Quầy 1")
    call = office.calls.take(call.id, staff)
    request = office.consents.ask(visit.id, (Purpose.HOME_VISIT, Purpose.CALL_BACK), staff)
    office.consents.answer(request.id, dict.fromkeys(request.purposes, True), SHOWN)
    promised = office.log.log(visit_draft(call.id, person, due), staff, 5, call).follow_up
    assert promised is not None
    return promised


def somebody(number: int, village_id: str, **changes: object) -> PersonDraft:
    """Return an invented person; the higher the number, the older."""
    person = PersonDraft(
        name=f"Nguyễn Thị Ví Dụ {number}",
        birth_year=str(1965 - number * 12),
        phone=f"09120000{number:02}",
        phone_owner="family",
        village_id=village_id,
        where_to_find="Gần đình",
        hard_to_move=number % 2 == 0,
    )
    return replace(person, **changes)  # type: ignore[arg-type]
