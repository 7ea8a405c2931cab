"""Help without the kiosk and corrections, from the queue to the lead's page."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.assistance import AssistanceDraft, HelpLevel, Outcome, key_without_call
from tests.ui.shells.counter import BIRTH, Counter
from ui.citizen import wishes as cw
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen

Page = StaffScreenName


def _form(counter: Counter) -> AssistanceScreen:
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    return page


def _by_phone(counter: Counter) -> AssistanceDraft:
    return AssistanceDraft(
        key_without_call(counter.staff.logged_in().id),
        channel="phone",
        procedure_code=BIRTH,
        level=HelpLevel.HINT,
        minutes=15,
        outcome=Outcome.CONTINUED_ALONE,
        note="hẹn gọi lại chiều",
    )


def _log_by_phone(counter: Counter) -> str:
    """Log help by phone; return the entry's id."""
    counter.order(sw.LogWithoutCall())
    counter.see_console(Page.ASSISTANCE, "Ghi lượt giúp ngoài máy")
    counter.order(sw.SaveAssistance(_by_phone(counter), and_print=False))
    counter.see_console(Page.CALLS)
    return str(counter.rows("SELECT id FROM assistances")[-1][0])


def test_help_by_phone_is_logged_and_counted(counter: Counter) -> None:
    counter.log_in("Lan")
    _log_by_phone(counter)
    query = "SELECT channel, call_id, visit_id, minutes, measured_minutes FROM assistances"
    assert counter.rows(query) == [("phone", None, None, 15, 0)]
    counter.until(lambda: counter.console_says("1\nlượt được giúp"))
    assert counter.is_at(counter.citizen.flow.current.screen)


def test_a_half_filled_form_without_a_call_is_found_again(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.order(sw.LogWithoutCall())
    counter.see_console(Page.ASSISTANCE)
    draft = replace(_by_phone(counter), outcome="", note="")
    counter.order(sw.DraftChanged(draft))
    counter.order(sw.LogOut())
    counter.log_in("Lan")
    counter.order(sw.LogWithoutCall())
    counter.see_console(Page.ASSISTANCE)
    assert _form(counter).draft() == draft
    counter.order(sw.LeaveForm())
    counter.see_console(Page.CALLS)


def test_what_is_missing_is_named_in_the_same_form(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.order(sw.LogWithoutCall())
    counter.see_console(Page.ASSISTANCE)
    empty = AssistanceDraft(key_without_call(counter.staff.logged_in().id), channel="")
    counter.order(sw.SaveAssistance(empty, and_print=False))
    counter.see_console(Page.ASSISTANCE, "Chọn nơi đã giúp.")
    assert counter.console_says("Chọn số phút.")


def test_an_entry_is_mended_by_its_author_and_read_by_the_lead(counter: Counter) -> None:
    counter.log_in("Lan")
    entry_id = _log_by_phone(counter)
    counter.order(sw.Open(Page.TODAY))
    counter.see_console(Page.TODAY, "Đăng ký khai sinh")
    counter.order(sw.CorrectEntry(entry_id))
    counter.see_console(Page.ASSISTANCE, "Sửa lượt đã ghi")
    draft = replace(_form(counter).draft(), minutes=20, outcome=Outcome.LEFT)
    counter.order(sw.DraftChanged(draft), sw.SaveAssistance(draft, and_print=False))
    counter.see_console(Page.TODAY, "Ra về")
    assert counter.rows("SELECT count(*) FROM assistance_drafts") == [(0,)]

    counter.order(sw.LogOut())
    counter.log_in("Mai")
    counter.order(sw.Open(Page.LOG))
    counter.see_console(Page.LOG)
    counter.order(sw.OpenEntry(entry_id))
    counter.see_console(Page.ENTRY, "Thời gian: trước là “15 phút”, nay là “20 phút”")
    assert counter.console_says("Kết quả: trước là “Tự làm tiếp”, nay là “Ra về”")
    assert counter.console_says("hẹn gọi lại chiều")
    counter.order(sw.CorrectEntry(entry_id))
    counter.until(lambda: counter.console_says("Chỉ người ghi mới sửa được lượt này."))


def test_leaving_a_correction_leads_back_to_todays_list(counter: Counter) -> None:
    counter.log_in("Lan")
    entry_id = _log_by_phone(counter)
    counter.order(sw.CorrectEntry(entry_id))
    counter.see_console(Page.ASSISTANCE, "Sửa lượt đã ghi")
    counter.order(sw.LeaveForm())
    counter.see_console(Page.TODAY, "Lượt tôi đã ghi hôm nay")


def test_the_minutes_from_taking_to_closing_are_measured(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    call = counter.take_call()
    counter.clock.advance(5 * 60 + 1)
    draft = AssistanceDraft(call.id, level=HelpLevel.HINT, outcome=Outcome.CONTINUED_ALONE)
    counter.order(sw.SaveAssistance(draft, and_print=False))
    counter.see_console(Page.CALLS)
    assert counter.rows("SELECT minutes, measured_minutes FROM assistances") == [(6, 6)]


def test_the_citizens_own_screen_offers_neither(one_screen: Counter) -> None:
    one_screen.call()
    one_screen.stored_call()
    one_screen.wish(cw.StaffHere())
    one_screen.log_in("Lan")
    one_screen.see_console(Page.ASSISTANCE, "Ghi nhận hỗ trợ")
    one_screen.order(sw.LogWithoutCall(), sw.Open(Page.TODAY))
    one_screen.settled()
    assert one_screen.console_says("Ghi nhận hỗ trợ")
    assert not one_screen.console_says("ngoài máy")
