"""The use cases on real databases: one story from the first touch to erasure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.store import SqlStore
from kiosk.domain.assistance import AssistanceFilter, Outcome
from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay
from kiosk.domain.errors import KnownError
from kiosk.domain.follow_up import AttemptResult, FollowUp, FollowUpState, WithdrawReason
from kiosk.domain.person import Purpose
from kiosk.domain.round import CallAhead, StopAnswer
from kiosk.domain.slip import Paper, PrintState
from kiosk.domain.slip_code import new_code
from kiosk.domain.visit import VisitEnd, VisitEventKind
from kiosk.services.accounts import Accounts, PinRefused
from kiosk.services.appointments import Appointments
from kiosk.services.calls import CallTaken
from kiosk.services.catalogue import Catalogue
from kiosk.services.documents.run_sheet_pdf import run_sheet_pdf
from kiosk.services.documents.slip_pdf import slip_pdf
from kiosk.services.duty import Duty
from kiosk.services.keys import KeyRing
from kiosk.services.office import OfficeSetup
from kiosk.services.pins import CHEAP_COST, PinHasher
from kiosk.services.round_plan import RoundDraft
from kiosk.services.rounds import Rounds
from kiosk.services.run_sheet import RunSheets
from kiosk.services.slips import CodeWait, ScanKind, Slips
from tests.fakes import FakeClock, FakeKeyStore
from tests.stories import BIRTH, HAU_XA, HOA, MAI, NAM, Office, set_up

SECRET = bytes(range(16))
CATALOGUE = Catalogue((BIRTH,))


@pytest.fixture
def office(store: SqlStore) -> Office:
    set_up(store)
    return Office(store)


@pytest.fixture
def slips(store: SqlStore, office: Office, tmp_path: Path) -> Slips:
    return Slips(
        store,
        office.clock,
        KeyRing(FakeKeyStore(SECRET)),
        folder=tmp_path,
        counter="Quầy 1",
        device="quay-1",
        find_procedure=CATALOGUE.by_code,
        title_of=CATALOGUE.title_of,
        render=slip_pdf,
    )


def test_a_promise_from_the_call_to_erasure(store: SqlStore, office: Office, slips: Slips) -> None:
    promised = office.promised_visit("2026-11-24")
    issued = slips.issue_follow_up(promised.id, HOA, Paper.ROLL_80)
    slips.set_print_state(issued.slip.id, PrintState.CAME_OUT)
    again = slips.reprint(issued.slip.id, HOA, Paper.A4)
    assert slips.verify(issued.slip.payload).kind is ScanKind.REPLACED
    found = slips.verify(again.slip.payload)
    assert found.slip is not None
    assert office.follow_ups.get(found.slip.follow_up_id, HOA) == promised

    office.clock.advance(days=3)
    listed = office.follow_ups.mobile_list(HOA)
    assert [(g.village, len(g.cases)) for g in listed.groups] == [(HAU_XA, 1)]
    assert listed.overdue == 1
    later = date(2026, 12, 1)
    moved = office.follow_ups.record_attempt(
        promised.id, AttemptResult.NOT_HOME, MAI, later, HalfDay.AFTERNOON
    )
    assert (moved.due, moved.person) == (later, promised.person)
    done = office.follow_ups.record_attempt(promised.id, AttemptResult.DONE, MAI)
    assert [a.result for a in done.attempts] == [AttemptResult.NOT_HOME, AttemptResult.DONE]
    assert done.state is FollowUpState.DONE

    office.clock.advance(days=180)
    assert office.follow_ups.erase_due() == 1
    assert office.follow_ups.get(promised.id, NAM).person is None
    entry = office.log.get(promised.assistance_id, NAM)
    assert (entry.person, entry.assistance.outcome) == (None, Outcome.FOLLOW_UP)
    with store.read() as records:
        actions = {line.action for line in records.audit.latest(1000)}
    assert {AuditAction.PERSON_STORED, AuditAction.PERSON_VIEWED, AuditAction.PERSON_ERASED} <= (
        actions
    )


def test_slips_are_reprinted_in_order_though_the_clock_was_set_back(
    office: Office, slips: Slips
) -> None:
    promised = office.promised_visit()
    issued = [slips.issue_follow_up(promised.id, HOA, Paper.ROLL_80)]
    office.clock.wall -= timedelta(days=1)
    issued += [slips.reprint(issued[0].slip.id, HOA, Paper.ROLL_80) for _ in range(2)]
    issued.append(slips.issue_follow_up(promised.id, HOA, Paper.ROLL_80))
    assert [one.slip.version for one in issued] == [1, 2, 3, 4]
    kinds = [slips.verify(one.slip.payload).kind for one in issued]
    assert kinds == [ScanKind.REPLACED] * 3 + [ScanKind.FOLLOW_UP]


def test_withdrawn_consent_ends_the_promise(office: Office) -> None:
    promised = office.promised_visit()
    assert promised.person is not None
    withdrawal = office.consents.withdraw(promised.person.id, (Purpose.HOME_VISIT,), NAM)
    assert (withdrawal.closed, withdrawal.is_erased) == (1, True)
    closed = office.follow_ups.get(promised.id, NAM)
    assert (closed.state, closed.person) == (FollowUpState.WITHDRAWN, None)
    assert office.people.view(promised.person.id, NAM) is None


def _promised_twice(office: Office, number: str) -> tuple[FollowUp, FollowUp]:
    """Return two home visits of one person who shows the same card on two days."""
    promised = []
    for due in ("2026-11-26", "2026-12-03"):
        call = office.call()
        office.agree(call.visit_id, Purpose.HOME_VISIT)
        draft = office.home_visit_draft(call, due)
        person = replace(draft.person, card_mark=office.people.card_mark(number))
        office.log.save_draft(replace(draft, person=person))
        promised.append(office.log.log(replace(draft, person=person), HOA, 5, call).follow_up)
    first, second = promised
    assert first is not None
    assert second is not None
    return first, second


def test_a_returning_person_is_found_and_stays_one(office: Office) -> None:
    number = "001148000456"
    _promised_twice(office, number)
    by_card = office.people.with_card(number, HOA)
    assert by_card is not None
    assert [f"{case.due:%d/%m}" for case in by_card.open_cases] == ["26/11", "03/12"]
    assert [known.id for known in office.people.with_phone("0912345678", HOA)] == [by_card.id]
    assert by_card.granted == {Purpose.HOME_VISIT}


def test_consent_taken_back_at_one_case_takes_the_other_visit_along(office: Office) -> None:
    number = "001148000456"
    first, second = _promised_twice(office, number)
    office.follow_ups.withdraw(first.id, WithdrawReason.CONSENT_WITHDRAWN, HOA)
    assert office.follow_ups.mobile_list(HOA).total == 0
    assert office.follow_ups.get(second.id, NAM).state is FollowUpState.WITHDRAWN
    assert office.people.with_card(number, NAM) is None


def test_the_log_and_its_summary_agree(office: Office) -> None:
    for _ in range(3):
        call = office.call()
        office.log.save_draft(office.draft(call))
        assert office.log.draft(call.id) == office.draft(call)
        office.log.log(office.draft(call), HOA, 4, call)
        assert office.log.draft(call.id) is None
    wanted = AssistanceFilter(procedure_code="1.001193", outcome=Outcome.SUBMITTED)
    assert office.log.summary(wanted).total == len(office.log.rows_for_export(wanted, NAM)) == 3
    assert office.desk.open_calls() == ()


def test_the_first_to_take_a_call_has_it(office: Office) -> None:
    call = office.call()
    with pytest.raises(CallTaken):
        office.desk.take(call.id, MAI)
    assert office.desk.get(call.id).taken_by == HOA.id


def test_a_visit_and_its_marks_are_kept(store: SqlStore, office: Office) -> None:
    visit = office.visits.new_visit()
    office.visits.start(visit)
    office.visits.record(office.visits.mark(visit, VisitEventKind.RATED, value=4))
    office.visits.end(office.visits.mark(visit, VisitEventKind.ENDED), VisitEnd.DONE)
    with store.read() as records:
        kinds = [event.kind for event in records.visits.events(visit.id)]
        assert records.visits.left_open("quay-1") == ()
    assert kinds == [VisitEventKind.STARTED, VisitEventKind.RATED, VisitEventKind.ENDED]


def test_set_up_and_a_second_counter(store: SqlStore) -> None:
    clock = FakeClock()
    first, second = (OfficeSetup(store, clock, KeyRing(FakeKeyStore())) for _ in range(2))
    groups = first.make_key()
    first.confirm_recovery(" ".join(groups))
    assert second.state().must_join
    second.join("".join(groups))
    second.check_key()
    kept = first.save_villages([HAU_XA])
    assert second.villages() == kept


def test_lock_outs_are_kept_by_the_database(store: SqlStore, office: Office, slips: Slips) -> None:
    hasher = PinHasher(CHEAP_COST)
    accounts = Accounts(store, office.clock, hasher, "quay-1")
    with store.read() as records:
        lead = records.staff.get(NAM.id)
    assert lead is not None
    issued = accounts.add_supporter("Đỗ Văn Ân", lead)
    accounts.log_in(issued.staff.id, issued.pin)
    for _ in range(5):
        with pytest.raises(PinRefused):
            accounts.log_in(issued.staff.id, "000001")
    restarted = Accounts(store, office.clock, hasher, "quay-1")
    restarted.start()
    assert restarted.wait_left(issued.staff.id) == 60
    for _ in range(5):
        slips.find_by_code(new_code(), HOA)
    with pytest.raises(CodeWait):
        slips.find_by_code(new_code(), HOA)


def test_presence_is_seen_from_another_console(store: SqlStore, office: Office) -> None:
    one, two = (Duty(store, office.clock, device) for device in ("quay-1", "quay-2"))
    one.heartbeat(HOA)
    assert [p.staff_name for p in two.on_duty()] == [HOA.name]
    one.leave()
    assert two.on_duty() == ()


def test_a_trip_is_planned_printed_and_answered_on_the_database(
    store: SqlStore, office: Office
) -> None:
    """Two people: one agreed by telephone and was not at home, one is done; then it closes."""
    first, second = office.promised_visit(), office.promised_visit()
    rounds, follow_ups = Rounds(store, office.clock), office.follow_ups
    draft = RoundDraft(
        date(2026, 11, 25), HalfDay.AFTERNOON, (HAU_XA.id,), (HOA.id,), "đ/c Hà",
        follow_up_ids=(first.id, second.id),
    )  # fmt: skip
    trip = rounds.plan(draft, HOA)
    agreed = rounds.call_ahead(first.id, CallAhead.AGREED, HOA)
    assert (agreed.due, agreed.half_day) == (trip.day, trip.half_day)
    sheets = RunSheets(
        store,
        office.clock,
        KeyRing(FakeKeyStore(SECRET)),
        find_procedure=CATALOGUE.by_code,
        title_of=CATALOGUE.title_of,
        render=run_sheet_pdf,
    )
    assert sheets.make(trip.id, NAM).startswith(b"%PDF")
    later = date(2026, 12, 1)
    follow_ups.record_attempt(first.id, AttemptResult.NOT_HOME, HOA, later, HalfDay.MORNING)
    with pytest.raises(KnownError, match="1 rows wait"):
        rounds.close(trip.id, HOA)
    follow_ups.record_attempt(second.id, AttemptResult.DONE, HOA)
    closed = rounds.close(trip.id, HOA)
    assert [stop.answer for stop in closed.stops] == [StopAnswer.NOT_HOME, StopAnswer.DONE]
    assert [case.follow_up.id for case in follow_ups.mobile_list(HOA).cases] == [first.id]
    with store.read() as records:
        assert records.rounds.planned() == ()
        assert records.rounds.get(trip.id) == closed


def test_a_wish_for_another_day_stands_until_staff_decide(store: SqlStore, office: Office) -> None:
    promised = office.promised_visit()
    appointments = Appointments(store, office.clock)
    wanted = date(2026, 11, 30)
    appointments.ask_to_move(promised.id, wanted)
    assert appointments.wishes() == 1
    assert office.follow_ups.get(promised.id, HOA).move_to == wanted
    moved = office.follow_ups.re_date(promised.id, wanted, HalfDay.MORNING, HOA)
    assert (moved.due, moved.move_asked_at, moved.move_to) == (wanted, None, None)
    assert appointments.wishes() == 0
