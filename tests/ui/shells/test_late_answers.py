"""Answers that come late: after the lock, after another form was opened, after a second tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.assistance import AssistanceDraft, HelpLevel, Outcome
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import AttemptResult, FollowUp
from kiosk.domain.person import Purpose
from kiosk.domain.round import CallAhead
from kiosk.domain.visit import VisitEvent, VisitEventKind
from kiosk.services.ports import Change, Topic
from tests.support.promises import promise_visit, somebody
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder, entry, write_settings
from tests.ui.shells.test_cards import agree, open_form
from tests.ui.shells.test_rounds import planned
from ui.lanes import Lane
from ui.staff import wishes as sw
from ui.staff.mobile import wishes as mw
from ui.staff.models import StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen
from ui.widgets.text_field import TextField

Page = StaffScreenName
LATER = date(2026, 12, 1)


@pytest.fixture
def promised(counter: Counter) -> FollowUp:
    """A home visit; Mai, the lead, is logged in."""
    counter.log_in("Mai")
    person = somebody(1, counter.office.setup.villages()[0].id)
    return promise_visit(counter.office, counter.staff.logged_in(), person)


def form_of(counter: Counter) -> AssistanceScreen:
    """Return the form in front."""
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    return page


def lock_before_the_answer(counter: Counter, wish: object, lane: Lane = Lane.WRITE) -> None:
    """Wish something and lock at once; then let the answer come."""
    with counter.busy(lane):
        counter.order(wish, sw.LogOut())
    counter.settled()
    assert counter.staff.window.screen_name is Page.LOG_IN
    assert counter.staff.is_showing(Page.LOG_IN)


# After the lock


def test_a_new_date_is_kept_though_the_console_was_locked(
    counter: Counter, promised: FollowUp
) -> None:
    counter.order(sw.OpenFollowUp(promised.id))
    counter.see_console(Page.FOLLOW_UP)
    lock_before_the_answer(counter, sw.ReDate(promised.id, LATER, HalfDay.MORNING))
    assert counter.rows("SELECT due FROM follow_ups") == [(LATER.isoformat(),)]


def test_a_slip_scanned_just_before_the_lock_opens_nothing(counter: Counter) -> None:
    payload = counter.printed_slip()
    with counter.busy(Lane.READ):
        counter.scan(payload)
        counter.order(sw.LogOut())
    counter.settled()
    assert counter.staff.window.screen_name is Page.LOG_IN


def test_a_trip_planned_rung_and_ended_across_locks(counter: Counter, promised: FollowUp) -> None:
    round_id = planned(counter, promised)
    counter.order(sw.OpenFollowUp(promised.id))
    counter.see_console(Page.FOLLOW_UP, "Gọi trước khi đi")
    lock_before_the_answer(counter, mw.RangAhead(promised.id, CallAhead.AGREED))
    counter.log_in("Mai")
    lock_before_the_answer(counter, mw.CancelRound(round_id))
    assert counter.rows("SELECT state FROM rounds") == [("cancelled",)]
    counter.log_in("Mai")
    counter.order(mw.PlanRound())
    counter.see_console(Page.ROUND_PLAN)
    lock_before_the_answer(counter, mw.PlanRound())
    assert counter.staff.rounds._cases == ()


def test_a_plan_saved_just_before_the_lock_is_kept(counter: Counter, promised: FollowUp) -> None:
    round_id = planned(counter, promised)
    counter.order(mw.ChangeRound(round_id))
    counter.see_console(Page.ROUND_PLAN)
    plan = counter.staff.rounds._plan
    assert plan is not None
    lock_before_the_answer(counter, mw.SaveRound(replace(plan.draft, day=LATER)))
    assert counter.rows("SELECT day FROM rounds") == [(LATER.isoformat(),)]


def test_a_consent_withdrawn_just_before_the_lock_is_withdrawn(
    counter: Counter, promised: FollowUp
) -> None:
    assert promised.person is not None
    counter.order(sw.OpenPerson(promised.person.id))
    counter.see_console(Page.PERSON)
    lock_before_the_answer(counter, sw.WithdrawConsent(promised.person.id, (Purpose.HOME_VISIT,)))
    withdrawn = "SELECT purpose FROM consents WHERE NOT granted"
    assert counter.rows(withdrawn) == [(Purpose.HOME_VISIT,)]


def test_a_pin_issued_just_before_the_lock_is_shown_to_nobody(counter: Counter) -> None:
    counter.log_in("Mai")
    counter.order(sw.Open(Page.ACCOUNTS))
    counter.see_console(Page.ACCOUNTS)
    lan = next(s for s in counter.office.accounts.staff() if s.name == "Lan")
    lock_before_the_answer(counter, sw.IssuePin(lan.id))
    counter.log_in("Mai")
    counter.order(sw.Open(Page.ACCOUNTS))
    counter.see_console(Page.ACCOUNTS, "Tuấn")
    lock_before_the_answer(counter, sw.BlockStaff(lan.id, is_blocked=True))


def test_a_telephone_completed_just_before_the_lock_is_kept(counter: Counter) -> None:
    call_id = open_form(counter)
    agree(counter)
    fields = form_of(counter).findChildren(TextField)
    next(f for f in fields if f.accessibleName() == "Điện thoại").setText("0912 345 678")
    counter.order(sw.LogOut())
    assert counter.staff.calls.form is None
    counter.settled()
    draft = counter.office.log.draft(call_id)
    assert draft is not None
    assert draft.person.phone == "0912 345 678"


def test_what_cannot_be_logged_yet_is_kept_though_the_console_was_locked(counter: Counter) -> None:
    call_id = open_form(counter)
    draft = AssistanceDraft(call_id, note="mang kính")
    lock_before_the_answer(counter, sw.SaveAssistance(draft, and_print=False))
    counter.settled()
    assert counter.office.log.draft(call_id) == draft


# Another form


@pytest.fixture
def second_call(counter: Counter, open_counter: OpenCounter, folder: DemoFolder) -> str:
    """A call at another counter; Lan helps at this one. The citizen here has agreed to all."""
    open_form(counter)
    agree(counter)
    write_settings(folder.paths, device="quay-2", counter="Quầy 2")
    other = open_counter(folder, "kiosk")
    other.call()
    call = other.stored_call()
    counter.see_console(Page.ASSISTANCE, "Quầy 2 cần giúp")
    counter.settled()
    return call.id


def wait_for_form(counter: Counter, call_id: str) -> None:
    """Wait until the form of this call is in front."""
    counter.until(lambda: form_of(counter).draft().call_id == call_id)


def change_level(page: AssistanceScreen) -> None:
    """Choose a level of help; the page has not yet handed it on when this returns."""
    page._delay.setInterval(60_000)
    page._help._level.set_value(HelpLevel.DONE_FOR)
    page._help.changed.emit()


def test_the_last_change_of_a_form_stays_with_its_own_call(
    counter: Counter, second_call: str
) -> None:
    first = form_of(counter).draft().call_id
    change_level(form_of(counter))
    counter.order(sw.TakeCall(second_call))
    wait_for_form(counter, second_call)
    counter.settled()
    assert counter.staff.calls.form is not None
    assert counter.staff.calls.form.draft == form_of(counter).draft()
    assert form_of(counter).draft().level == ""
    assert counter.office.log.draft(second_call) is None
    assert not counter.console_says("Tự lưu nháp"), "the draft stored was the other form's"
    stored = counter.office.log.draft(first)
    assert stored is not None
    assert stored.level == HelpLevel.DONE_FOR


def test_half_a_correction_is_kept_by_no_call(counter: Counter, second_call: str) -> None:
    counter.order(sw.SaveAssistance(entry(form_of(counter).draft().call_id, Outcome.LEFT), False))
    counter.see_console(Page.CALLS)
    (entry_id,) = counter.rows("SELECT id FROM assistances")[0]
    counter.order(sw.CorrectEntry(entry_id))
    counter.see_console(Page.ASSISTANCE, "Sửa lượt đã ghi")
    change_level(form_of(counter))
    counter.order(sw.TakeCall(second_call))
    wait_for_form(counter, second_call)
    assert counter.rows("SELECT count(*) FROM assistance_drafts") == [(0,)]


def test_what_one_citizen_agreed_to_is_not_shown_of_another(
    counter: Counter, second_call: str
) -> None:
    now, given = counter.clock.now(), VisitEventKind.HANDED_BACK
    counter.office.visits.record(VisitEvent(counter.visit.id, 999, now, 0, given, value=180))
    with counter.busy(Lane.READ):
        counter.staff.follow((Change(0, Topic.CONSENT, ""), Change(0, Topic.VISIT, "")))
        counter.order(sw.TakeCall(second_call))
        wait_for_form(counter, second_call)
    counter.settled()
    form = counter.staff.calls.form
    assert form is not None
    assert form.consents == ()
    assert form.on_screen_seconds == 0


def test_a_call_taken_while_another_is_stored_stays_open(
    counter: Counter, second_call: str
) -> None:
    first = form_of(counter).draft().call_id
    with counter.busy(Lane.WRITE):
        counter.order(sw.TakeCall(second_call))
        counter.order(sw.SaveAssistance(entry(first, Outcome.FOLLOW_UP), and_print=True))
    wait_for_form(counter, second_call)
    assert counter.rows("SELECT call_id FROM assistances") == [(first,)]
    assert counter.rows("SELECT print_state FROM slips") == [("kept_as_pdf",)]
    assert counter.staff.is_showing(Page.ASSISTANCE)
    change_level(form_of(counter))
    counter.order(sw.LogOut())
    counter.settled()
    stored = counter.office.log.draft(second_call)
    assert stored is not None
    assert stored.level == HelpLevel.DONE_FOR


def test_what_stands_against_one_form_is_not_said_in_another(
    counter: Counter, second_call: str
) -> None:
    first = AssistanceDraft(form_of(counter).draft().call_id, note="mang kính")
    with counter.busy(Lane.WRITE):
        counter.order(sw.TakeCall(second_call))
        counter.order(sw.SaveAssistance(first, and_print=False))
    wait_for_form(counter, second_call)
    counter.settled()
    assert not counter.console_says("Chọn mức đã giúp.")
    assert counter.office.log.draft(first.call_id) == first


# A second tap


def test_help_is_logged_once_however_often_it_is_saved(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.order(sw.LogWithoutCall())
    counter.see_console(Page.ASSISTANCE)
    key = form_of(counter).draft().call_id
    draft = replace(entry(key, Outcome.FOLLOW_UP), channel="phone", minutes=15)
    with counter.busy(Lane.WRITE):
        counter.order(sw.SaveAssistance(draft, and_print=False))
        counter.order(sw.SaveAssistance(draft, and_print=False), sw.DraftChanged(draft))
    counter.see_console(Page.CALLS)
    assert counter.rows("SELECT count(*) FROM assistances") == [(1,)]
    assert counter.rows("SELECT count(*) FROM follow_ups") == [(1,)]
    assert counter.office.log.draft(key) is None, "the next form begins empty"


def test_after_a_refusal_it_can_be_saved_again(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.order(sw.LogWithoutCall())
    counter.see_console(Page.ASSISTANCE)
    empty = form_of(counter).draft()
    whole = replace(entry(empty.call_id, Outcome.LEFT), channel="phone", minutes=15)
    counter.order(sw.SaveAssistance(empty, and_print=False))
    counter.see_console(Page.ASSISTANCE, "Chọn nơi đã giúp.")
    counter.order(sw.SaveAssistance(whole, and_print=False))
    counter.see_console(Page.CALLS)
    assert counter.rows("SELECT count(*) FROM assistances") == [(1,)]


def test_an_attempt_counts_once(counter: Counter, promised: FollowUp) -> None:
    counter.order(sw.OpenFollowUp(promised.id))
    counter.see_console(Page.FOLLOW_UP)
    tried = sw.RecordAttempt(promised.id, AttemptResult.NOT_HOME, LATER, HalfDay.MORNING)
    with counter.busy(Lane.WRITE):
        counter.order(tried, tried)
    assert counter.rows("SELECT count(*) FROM attempts") == [(1,)]
    counter.order(tried)
    assert counter.rows("SELECT count(*) FROM attempts") == [(2,)]


def test_a_supporter_is_added_once_and_nothing_is_held_against_the_second_tap(
    counter: Counter,
) -> None:
    counter.log_in("Mai")
    counter.order(sw.Open(Page.ACCOUNTS))
    counter.see_console(Page.ACCOUNTS, "Tuấn")
    with counter.busy(Lane.WRITE):
        counter.order(sw.AddSupporter("Hòa"), sw.AddSupporter("Hòa"))
    counter.see_console(Page.ACCOUNTS, "Mã PIN của Hòa")
    counter.settled()
    assert not counter.staff.window.told.isVisibleTo(counter.staff.window)
    counter.order(sw.PinSeen(), sw.AddSupporter("Hòa"))
    counter.until(lambda: counter.staff.window.told.isVisibleTo(counter.staff.window))


def test_a_person_erased_is_not_withdrawn_twice(counter: Counter, promised: FollowUp) -> None:
    assert promised.person is not None
    counter.order(sw.OpenPerson(promised.person.id))
    counter.see_console(Page.PERSON)
    wish = sw.WithdrawConsent(promised.person.id, (Purpose.HOME_VISIT, Purpose.CALL_BACK))
    with counter.busy(Lane.WRITE):
        counter.order(wish, wish)
    counter.see_console(Page.PERSON, "Tên và số điện thoại đã xóa.")
    counter.settled()
    assert not counter.console_says("Máy chưa làm được việc này.")
