"""Valid things to store, so that a new field does not break a hundred tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.domain.assistance import AgeBand, Assistance, HelpLevel, Outcome
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import (
    Attempt,
    AttemptResult,
    FollowUp,
    FollowUpKind,
    FollowUpState,
)
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.person import Person, PhoneOwner
from kiosk.domain.slip import Slip, SlipKind
from kiosk.services.ports import Records

NOW = datetime(2026, 11, 23, 1, 30, 0, 123456, tzinfo=UTC)
"""A Monday, 08:30 at the office."""

PERSON = Person(
    id="person-1",
    name="Nguyễn Thị Hoa",
    village_id="village-1",
    birth_year=1951,
    phone="0912345678",
    phone_owner=PhoneOwner.FAMILY,
    where_to_find="Ngõ 3, sau đình, cổng xanh",
    hard_to_move=True,
    lives_alone=True,
    erase_on=date(2027, 5, 22),
)

CALL = HelpCall(
    id="call-1",
    visit_id="visit-1",
    counter="Quầy 1",
    procedure_code="1.001193",
    step_id="vneid-login",
    barriers=("L2", "E1"),
    state=CallState.WAITING,
    called_at=NOW,
)

ASSISTANCE = Assistance(
    id="assistance-1",
    visit_id="visit-1",
    call_id="call-1",
    procedure_code="1.001193",
    step_id="vneid-login",
    barriers=("L2", "E1"),
    level=HelpLevel.SIDE_BY_SIDE,
    measured_minutes=11,
    minutes=12,
    outcome=Outcome.FOLLOW_UP,
    supporter_id="staff-1",
    supporter_name="Lan",
    logged_at=NOW,
    age_band=AgeBand.FROM_60,
    village_id="village-1",
)

FOLLOW_UP = FollowUp(
    id="follow-up-1",
    assistance_id="assistance-1",
    kind=FollowUpKind.HOME_VISIT,
    procedure_code="1.001193",
    step_id="vneid-login",
    due=date(2026, 11, 26),
    half_day=HalfDay.AFTERNOON,
    bring=("Căn cước", "Giấy chứng sinh"),
    state=FollowUpState.OPEN,
    promised_at=NOW,
    promised_by_name="Lan",
    village_id="village-1",
    barriers=("L2", "E1"),
    age_band=AgeBand.FROM_60,
)

ATTEMPT = Attempt(
    id="attempt-1",
    follow_up_id="follow-up-1",
    result=AttemptResult.NOT_HOME,
    at=NOW + timedelta(days=3),
    staff_id="staff-1",
    staff_name="Lan",
)

SLIP = Slip(
    id="slip-1",
    number="2026-11-0001",
    version=1,
    kind=SlipKind.FOLLOW_UP,
    code="BCGHKLMN0",
    payload="0BCGHKLMNPQTV",
    issued_at=NOW,
    issued_by="staff-1",
    procedure_code="1.001193",
    follow_up_id="follow-up-1",
    visit_id="visit-1",
    bring=("Căn cước",),
    where="Công an xã",
)


def store_visit(records: Records, visit_id: str = "visit-1") -> None:
    records.visits.start(visit_id, "device-1", NOW)


def store_follow_up(records: Records, person: Person | None = PERSON) -> FollowUp:
    """Store a follow-up and all it leans on; return it as it must be read back."""
    store_visit(records)
    records.calls.add(CALL)
    if person:
        records.people.save(person)
    records.assistances.add(replace(ASSISTANCE, person_id=person.id if person else ""))
    follow_up = replace(FOLLOW_UP, person=person)
    records.follow_ups.save(follow_up)
    return follow_up
