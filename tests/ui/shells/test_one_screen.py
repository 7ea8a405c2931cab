"""One display for both: the band, the PIN, only this visit's form, and the screen given back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import ui.staff.shell
from kiosk.domain.assistance import Outcome
from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import CallState, WaitingStage
from kiosk.domain.person import Purpose
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen import wishes as cw
from ui.lanes import Lane
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName

Page = StaffScreenName
BAND = "CẦN HỖ TRỢ · Quầy 1"


def _come(counter: Counter, name: str = "Lan") -> None:
    """Touch the band's button and enter a PIN."""
    counter.wish(cw.StaffHere())
    assert counter.staff.window.isVisible()
    counter.see_console(Page.LOG_IN, name)
    counter.log_in(name)


def _called(counter: Counter) -> None:
    counter.call()
    counter.stored_call()
    counter.settled()


def test_a_call_turns_the_screen_into_the_band(one_screen: Counter) -> None:
    assert not one_screen.staff.window.isVisible()
    before = one_screen.chimes
    _called(one_screen)
    assert one_screen.citizen_says(BAND)
    assert one_screen.citizen_says("Cán bộ đến: nhập PIN")
    assert one_screen.chimes == before + 1
    one_screen.pass_time(60)
    assert one_screen.chimes == before + 2
    one_screen.wish(cw.ManageAlone())
    assert not one_screen.citizen_says(BAND)
    assert one_screen.is_at(ScreenName.STEP)


def test_after_the_pin_only_this_visits_form_is_there(one_screen: Counter) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE, "Ghi nhận hỗ trợ")
    assert one_screen.office.calls.get(one_screen.stored_call().id).taken_by_name == "Lan"
    for page in (Page.CALLS, Page.MOBILE_LIST, Page.SCAN, Page.LOG, Page.ACCOUNTS):
        one_screen.order(sw.Open(page))
    one_screen.settled()
    assert one_screen.staff.window.screen_name is Page.ASSISTANCE
    assert not one_screen.console_says("Lưu động")


def test_lists_are_there_after_leaving_the_citizens_screen(one_screen: Counter) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    one_screen.order(sw.LeaveCitizenScreen())
    one_screen.see_console(Page.CALLS, "Lưu động")
    one_screen.order(sw.Open(Page.MOBILE_LIST))
    one_screen.see_console(Page.MOBILE_LIST)


def test_other_counters_calls_are_not_listed_on_the_citizens_screen(one_screen: Counter) -> None:
    office = one_screen.office
    other = office.visits.new_visit()
    office.visits.start(other)
    place = one_screen.citizen.flow.current
    office.calls.call(other, place, (), "Quầy 9")
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    one_screen.settled()
    assert not one_screen.console_says("Quầy 9")


def test_the_screen_is_given_back_when_help_is_logged(one_screen: Counter) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    one_screen.finish_help(Outcome.SUBMITTED)
    one_screen.until(lambda: not one_screen.staff.window.isVisible())
    assert one_screen.staff.staff is None
    one_screen.see_citizen(ScreenName.DONE)
    assert not one_screen.citizen_says(BAND)


def test_the_slip_is_asked_about_before_the_screen_is_given_back(one_screen: Counter) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    call = one_screen.stored_call()
    with one_screen.busy(Lane.WRITE):
        one_screen.finish_help(Outcome.FOLLOW_UP, and_print=True)
    # The call's end is told by the feed before the slip is ready.
    one_screen.until(lambda: one_screen.calls(CallState.CLOSED) == [call.id])
    one_screen.see_console(Page.SLIP, "Phiếu giữ ở tệp PDF.")
    one_screen.settled()
    assert one_screen.staff.window.screen_name is Page.SLIP
    one_screen.order(sw.SlipAnswer(came_out=True))
    one_screen.until(lambda: not one_screen.staff.window.isVisible())
    one_screen.see_citizen(ScreenName.FOLLOW_UP)


def test_consent_is_shown_to_the_citizen_and_the_console_comes_back(one_screen: Counter) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    one_screen.order(sw.AskConsent((Purpose.HOME_VISIT, Purpose.CALL_BACK)))
    one_screen.until(lambda: not one_screen.staff.window.isVisible())
    one_screen.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")
    assert not one_screen.citizen_says(BAND)
    one_screen.wish(cw.GiveConsent({Purpose.HOME_VISIT: True, Purpose.CALL_BACK: True}))
    one_screen.until(one_screen.staff.window.isVisible)
    assert one_screen.staff.window.screen_name is Page.ASSISTANCE
    assert one_screen.staff.is_confined


def test_the_console_locks_after_a_minute_and_the_band_is_back(
    one_screen: Counter,
) -> None:
    lock = one_screen.staff._lock
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    assert lock.interval() == 60 * 1000
    lock.setInterval(1)
    one_screen.until(lambda: not one_screen.staff.window.isVisible())
    lock.setInterval(60 * 1000)
    assert one_screen.staff.staff is None
    one_screen.see_citizen(ScreenName.WAITING, BAND)
    assert one_screen.citizen.help.watch.stage is WaitingStage.COMING
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)


def test_a_pin_page_nobody_uses_gives_the_screen_back(
    open_counter: Callable[..., Counter], folder: DemoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ui.staff.shell, "LOCK_AFTER_ONE_SCREEN_MS", 600)
    counter = open_counter(folder, "both")
    _called(counter)
    counter.wish(cw.StaffHere())
    assert counter.staff.window.isVisible()
    counter.until(lambda: not counter.staff.window.isVisible())
    counter.see_citizen(ScreenName.WAITING, BAND)


def test_after_the_lock_on_the_slip_page_the_next_pin_opens_what_there_is(
    one_screen: Counter,
) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    one_screen.finish_help(Outcome.FOLLOW_UP, and_print=True)
    one_screen.see_console(Page.SLIP, "Phiếu giữ ở tệp PDF.")
    one_screen.staff.lock()
    one_screen.wish(cw.Finish())
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE, "Ghi nhận hỗ trợ")


def test_a_pin_looked_at_after_the_screen_was_given_back_opens_nothing(
    one_screen: Counter,
) -> None:
    _called(one_screen)
    one_screen.wish(cw.StaffHere())
    one_screen.see_console(Page.LOG_IN, "Lan")
    with one_screen.busy(Lane.WRITE):
        one_screen.enter_pin("Lan")
        one_screen.order(sw.BackToCitizen())
    one_screen.settled()
    assert one_screen.staff.staff is None
    assert not one_screen.staff.window.isVisible()


def test_locked_while_the_queue_was_being_read_nothing_is_taken(one_screen: Counter) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    with one_screen.busy(Lane.READ):
        one_screen.order(sw.LeaveCitizenScreen())
        one_screen.staff.lock()
    one_screen.settled()
    assert one_screen.staff.window.screen_name is Page.LOG_IN
    assert one_screen.citizen_says(BAND)


def test_a_call_somebody_else_has_is_told_once(one_screen: Counter) -> None:
    _called(one_screen)
    call = one_screen.stored_call()
    tuan = next(s for s in one_screen.office.accounts.staff() if s.name == "Tuấn")
    one_screen.office.calls.take(call.id, tuan)
    _come(one_screen, "Lan")
    one_screen.see_console(Page.CALLS, "Tuấn đã nhận lời gọi này.")
    one_screen.settled()
    assert one_screen.console_says("Tuấn đã nhận lời gọi này.")
    assert not one_screen.console_says("Quầy 1 cần giúp")


def test_the_form_is_that_of_the_newest_call_here(one_screen: Counter) -> None:
    """A call left open by a crash must not stand in the way of whoever calls now."""
    office = one_screen.office
    lost = office.visits.new_visit()
    office.visits.start(lost)
    office.calls.call(lost, one_screen.citizen.flow.current, (), "Quầy 1")
    one_screen.clock.advance(5)
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    assert office.calls.get(one_screen.stored_call().id).taken_by_name == "Lan"


def test_a_slip_scanned_while_confined_goes_to_nobody(one_screen: Counter) -> None:
    _called(one_screen)
    _come(one_screen)
    one_screen.see_console(Page.ASSISTANCE)
    one_screen.scan("0" * 34)
    one_screen.settled()
    assert one_screen.staff.window.screen_name is Page.ASSISTANCE
    assert one_screen.is_at(ScreenName.WAITING)
