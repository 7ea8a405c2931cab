"""What does not come: staff are told why, and go on with what is in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from threading import Event

import pytest

from kiosk.domain.assistance import AssistanceFilter, Outcome
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import FollowUp
from kiosk.services.appointments import Appointments
from kiosk.services.assistance import AssistanceLog
from kiosk.services.consents import Consents
from kiosk.services.content_review import ContentReview
from kiosk.services.follow_ups import FollowUps
from kiosk.services.ports import Change, Topic
from kiosk.services.rounds import Rounds
from tests.support.promises import promise_visit, somebody
from tests.ui.shells.counter import Counter, entry
from tests.ui.shells.test_cards import ASKED, agree, open_form
from tests.ui.shells.test_rounds import plan_of, planned, whole
from ui.lanes import Lane
from ui.staff import wishes as sw
from ui.staff.content.wishes import ExportContent, OpenContent, OpenFact
from ui.staff.mobile import wishes as mw
from ui.staff.models import StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen

Page = StaffScreenName
LATER = date(2026, 12, 1)


def wait_until_told(counter: Counter) -> None:
    """Wait until the console tells what did not work."""
    window = counter.staff.window
    counter.until(lambda: window.told.isVisibleTo(window))
    counter.settled()


def _fail(_service: object, *_asked: object) -> None:
    raise RuntimeError("the disk is gone")


@pytest.mark.parametrize(
    "wish",
    [
        sw.OpenFollowUp("nobody"),
        mw.OpenRound("nowhere"),
        sw.OpenEntry("nothing"),
        OpenContent("9.999999"),
        OpenFact("9.999999", "title"),
    ],
)
def test_the_list_goes_on_hearing_of_others(
    counter: Counter, wish: object, caplog: pytest.LogCaptureFixture
) -> None:
    counter.log_in("Mai")
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST)
    counter.order(wish)
    wait_until_told(counter)
    assert "a background job failed" in caplog.text
    assert counter.staff.is_showing(Page.MOBILE_LIST)
    person = somebody(1, counter.office.setup.villages()[0].id)
    promise_visit(counter.office, counter.staff.logged_in(), person)
    counter.see_console(Page.MOBILE_LIST, "1 người")


def test_a_page_asked_for_meanwhile_comes_all_the_same(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    counter.log_in("Mai")
    counter.order(sw.OpenFollowUp("nobody"), sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST)
    counter.settled()
    assert "no follow-up nobody" in caplog.text
    assert counter.staff.is_showing(Page.MOBILE_LIST)


def test_a_trip_that_is_saved_and_not_shown_is_said_to_be_saved(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    counter.log_in("Mai")
    person = somebody(1, counter.office.setup.villages()[0].id)
    case = promise_visit(counter.office, counter.staff.logged_in(), person)
    counter.order(mw.PlanRound())
    draft = replace(whole(counter, plan_of(counter).draft), follow_up_ids=(case.id,))
    is_followed = Event()

    def fail_late(_rounds: Rounds, *_asked: object) -> None:
        is_followed.wait(30)
        raise RuntimeError("the disk is gone")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rounds, "view", fail_late)
        counter.order(mw.SaveRound(draft), mw.SaveRound(draft))
        counter.until(lambda: counter.staff.is_showing(Page.ROUND))
        counter.staff.follow((Change(1, Topic.ROUND, "any"),))  # it is asked for once more
        is_followed.set()
        counter.see_console(Page.ROUND_PLAN, "Đã lưu đợt.")
        counter.settled()
        assert counter.console_says("Đã lưu đợt.")
        assert "a background job failed" in caplog.text
    ((round_id,),) = counter.rows("SELECT id FROM rounds")
    saved = plan_of(counter).draft
    assert saved.round_id == round_id
    counter.order(mw.SaveRound(replace(saved, day=LATER)))
    counter.see_console(Page.ROUND, "còn 1 người chưa có kết quả")
    assert counter.rows("SELECT id, day FROM rounds") == [(round_id, LATER.isoformat())]


@pytest.mark.parametrize("broken", ["ask", "unclaimed"])
def test_a_consent_that_could_not_be_asked_can_be_asked_again(
    counter: Counter, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    open_form(counter)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Consents, broken, _fail)
        counter.order(sw.AskConsent(ASKED))
        wait_until_told(counter)
    assert "a background job failed" in caplog.text
    form = counter.staff.window.page
    assert isinstance(form, AssistanceScreen)
    assert not form._model.is_asking_consent
    agree(counter)


# Begun on one page, ended on another


def _list(_counter: Counter, _case: FollowUp) -> tuple[object, ...]:
    return (sw.Open(Page.MOBILE_LIST), mw.PrintList())


def _sheet(counter: Counter, case: FollowUp) -> tuple[object, ...]:
    return (mw.PrintRound(planned(counter, case)),)


def _log(_counter: Counter, _case: FollowUp) -> tuple[object, ...]:
    return (sw.Open(Page.LOG), sw.ExportLog(AssistanceFilter()))


def _consent(counter: Counter, case: FollowUp) -> tuple[object, ...]:
    assert case.person is not None
    counter.order(sw.OpenPerson(case.person.id))
    counter.see_console(Page.PERSON)
    return (sw.PrintConsent(case.person.id),)


def _content(_counter: Counter, _case: FollowUp) -> tuple[object, ...]:
    return (sw.Open(Page.CONTENT), ExportContent())


@pytest.fixture
def promised(counter: Counter) -> FollowUp:
    """A home visit; Mai, the lead, is logged in."""
    counter.log_in("Mai")
    person = somebody(1, counter.office.setup.villages()[0].id)
    return promise_visit(counter.office, counter.staff.logged_in(), person)


@pytest.mark.parametrize(
    ("begin", "told"),
    [
        (_list, "Bảng đã lưu ở"),
        (_sheet, "Bảng đã lưu ở"),
        (_log, "Đã lưu 1 dòng vào"),
        (_consent, "Tờ đồng ý đã lưu ở"),
        (_content, "tệp vào"),
    ],
)
def test_what_ends_after_staff_went_on_is_told_where_they_are(
    counter: Counter,
    promised: FollowUp,
    begin: Callable[[Counter, FollowUp], tuple[object, ...]],
    told: str,
) -> None:
    *before, last = begin(counter, promised)
    for wish in before:
        counter.order(wish)
        counter.settled()
    counter.order(last, sw.Open(Page.SCAN))
    counter.see_console(Page.SCAN, told)


def test_what_ends_after_the_lock_is_told_to_nobody(counter: Counter, promised: FollowUp) -> None:
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST)
    counter.order(mw.PrintList(), sw.LogOut())
    counter.settled()
    assert not counter.console_says("Bảng đã lưu ở")


def test_what_is_refused_after_staff_went_on_is_told_where_they_are(
    counter: Counter, promised: FollowUp
) -> None:
    counter.order(sw.OpenFollowUp(promised.id))
    counter.see_console(Page.FOLLOW_UP)
    counter.office.follow_ups.close_done(promised.id, counter.staff.logged_in())
    counter.order(sw.ReDate(promised.id, LATER, HalfDay.MORNING), sw.Open(Page.SCAN))
    counter.see_console(Page.SCAN, "Việc hẹn này đã đóng rồi.")


def test_what_is_stored_after_staff_went_on_leaves_them_where_they_are(
    counter: Counter, promised: FollowUp
) -> None:
    counter.order(sw.OpenFollowUp(promised.id))
    counter.see_console(Page.FOLLOW_UP)
    counter.order(sw.ReDate(promised.id, LATER, HalfDay.MORNING), sw.Open(Page.SCAN))
    assert counter.rows("SELECT due FROM follow_ups") == [(LATER.isoformat(),)]
    assert counter.staff.window.screen_name is Page.SCAN
    round_id = planned(counter, promised)
    counter.order(mw.ChangeRound(round_id))
    counter.see_console(Page.ROUND_PLAN)
    plan = counter.staff.rounds._plan
    assert plan is not None
    counter.order(mw.SaveRound(replace(plan.draft, capacity=3)), sw.Open(Page.SCAN))
    assert counter.rows("SELECT capacity FROM rounds") == [(3,)]
    assert counter.staff.window.screen_name is Page.SCAN
    counter.order(mw.OpenRound(round_id))
    counter.see_console(Page.ROUND)
    counter.order(mw.CancelRound(round_id), sw.Open(Page.SCAN))
    assert counter.rows("SELECT state FROM rounds") == [("cancelled",)]
    assert counter.staff.window.screen_name is Page.SCAN


def test_help_logged_after_staff_went_on_leaves_them_where_they_are(counter: Counter) -> None:
    call_id = open_form(counter)
    counter.order(sw.SaveAssistance(entry(call_id, Outcome.LEFT), and_print=False))
    counter.order(sw.Open(Page.SCAN))
    assert counter.rows("SELECT count(*) FROM assistances") == [(1,)]
    assert counter.staff.window.screen_name is Page.SCAN


def test_a_trip_given_up_with_two_taps_is_not_refused(counter: Counter, promised: FollowUp) -> None:
    round_id = planned(counter, promised)
    with counter.busy(Lane.WRITE):
        counter.order(mw.CancelRound(round_id), mw.CancelRound(round_id))
    counter.see_console(Page.MOBILE_LIST, "Đã bỏ đợt.")
    counter.settled()
    window = counter.staff.window
    assert not window.told.isVisibleTo(window)


@pytest.mark.parametrize(
    ("page", "service", "broken"),
    [
        (Page.MOBILE_LIST, FollowUps, "mobile_list"),
        (Page.APPOINTMENTS, Appointments, "day"),
        (Page.LOG, AssistanceLog, "find"),
        (Page.CONTENT, ContentReview, "overview"),
    ],
)
def test_a_page_left_before_it_failed_takes_no_other_away(
    counter: Counter,
    page: Page,
    service: type,
    broken: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    counter.log_in("Mai")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(service, broken, _fail)
        counter.order(sw.Open(page), sw.Open(Page.SCAN))
        counter.settled()
    assert "the disk is gone" in caplog.text
    assert counter.staff.window.screen_name is Page.SCAN
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(service, broken, _fail)
        counter.order(sw.Open(page))
        counter.see_console(page, "Thử lại")
