"""One console: who may log in, when it locks, what a crash leaves, what it tells when locked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import ui.staff.shell
from kiosk.domain.assistance import AgeBand, AssistanceDraft, HelpLevel, Outcome
from kiosk.domain.errors import KnownError
from kiosk.domain.flow import ScreenName
from kiosk.domain.slip_code import new_code
from kiosk.domain.staff import Staff
from kiosk.services.paths import DataPaths
from tests.ui.shells.counter import Counter, DemoFolder, entry
from ui.citizen import wishes as cw
from ui.lanes import Lane
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen

Page = StaffScreenName


def _named(counter: Counter, name: str) -> Staff:
    return next(s for s in counter.office.accounts.staff() if s.name == name)


def _wrong(pin: str) -> str:
    return f"{(int(pin) + 1) % 10**6:06d}"


# Logging in


def test_a_wrong_pin_is_told_and_the_right_one_opens(counter: Counter) -> None:
    counter.enter_pin("Lan", _wrong(counter.folder.pins["Lan"]))
    counter.see_console(Page.LOG_IN, "Mã PIN chưa đúng.")
    counter.log_in("Lan")
    counter.see_console(Page.CALLS, "Chưa có ai gọi.")


def test_five_wrong_pins_wait_and_a_restart_does_not_shorten_it(
    open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    counter = open_counter(folder)
    wrong = _wrong(folder.pins["Lan"])
    for _ in range(5):
        counter.enter_pin("Lan", wrong)
        counter.settled()
    counter.see_console(Page.LOG_IN, "Tạm dừng nhập mã PIN.")
    counter.pass_time(59)
    counter.enter_pin("Lan")
    counter.settled()
    assert counter.staff.staff is None
    counter.close()
    again = open_counter(folder)
    again.see_console(Page.LOG_IN, "Lan")
    again.settled()
    again.pass_time(59)
    again.enter_pin("Lan")
    again.see_console(Page.LOG_IN, "Tạm dừng nhập mã PIN.")
    again.pass_time(1)
    again.log_in("Lan")


def test_a_blocked_account_is_offered_no_longer_and_opens_nothing(counter: Counter) -> None:
    lead, tuan = _named(counter, "Mai"), _named(counter, "Tuấn")
    counter.see_console(Page.LOG_IN, "Tuấn")
    counter.office.accounts.block(tuan.id, lead)
    counter.until(lambda: not counter.console_says("Tuấn"))
    counter.order(sw.LogIn(tuan.id, counter.folder.pins["Tuấn"]))
    counter.see_console(Page.LOG_IN, "Mã PIN chưa đúng.")
    counter.office.accounts.unblock(tuan.id, lead)
    counter.see_console(Page.LOG_IN, "Tuấn")
    counter.log_in("Tuấn")


def test_whoever_is_blocked_is_logged_out(counter: Counter) -> None:
    counter.log_in("Tuấn")
    counter.office.accounts.block(_named(counter, "Tuấn").id, _named(counter, "Mai"))
    counter.see_console(Page.LOG_IN)
    assert counter.staff.staff is None
    counter.settled()
    assert counter.office.duty.on_duty() == ()


def test_a_name_being_typed_for_is_not_disturbed_by_others(counter: Counter) -> None:
    counter.see_console(Page.LOG_IN, "Lan")
    page = counter.staff.window.page
    counter.office.duty.heartbeat(_named(counter, "Tuấn"))
    counter.settled()
    assert counter.staff.window.page is page


# Locking


def test_locking_puts_everything_away(counter: Counter) -> None:
    counter.log_in("Mai")
    counter.order(sw.Open(Page.LOG))
    counter.see_console(Page.LOG)
    counter.order(sw.LogOut())
    assert counter.staff.window.screen_name is Page.LOG_IN
    assert counter.staff.window.rail is None
    counter.settled()
    assert counter.office.duty.on_duty() == ()
    assert [row[0] for row in counter.rows("SELECT action FROM audit ORDER BY id")][-1] == (
        "logged_out"
    )


def test_a_console_nobody_touches_locks_and_a_touch_puts_it_off(
    open_counter: Callable[..., Counter], folder: DemoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ui.staff.shell.LOCK_AFTER_MS == 5 * 60 * 1000
    monkeypatch.setattr(ui.staff.shell, "LOCK_AFTER_MS", 25_000)
    counter = open_counter(folder)
    counter.log_in()
    timer = counter.staff._lock
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    counter.staff.window.touched.emit()
    counter.until(lambda: timer.remainingTime() < 24_700)
    counter.staff.window.touched.emit()
    assert timer.remainingTime() > 24_700
    timer.setInterval(1)
    counter.see_console(Page.LOG_IN)
    assert counter.staff.staff is None


def test_a_page_that_comes_late_is_not_shown_to_the_next_one(counter: Counter) -> None:
    counter.log_in("Mai")
    with counter.busy(Lane.READ):
        counter.order(sw.Open(Page.LOG))
        counter.order(sw.LogOut())
    counter.settled()
    assert counter.staff.window.screen_name is Page.LOG_IN
    counter.log_in("Lan")
    counter.see_console(Page.CALLS)


def test_lead_pages_open_for_the_lead_alone(counter: Counter) -> None:
    counter.log_in("Lan")
    for page in (Page.LOG, Page.ACCOUNTS, Page.OFFICE):
        counter.order(sw.Open(page))
    counter.order(sw.AddSupporter("Người lạ"))
    counter.settled()
    assert counter.staff.window.screen_name is Page.CALLS
    assert "Người lạ" not in [s.name for s in counter.office.accounts.staff()]


def test_a_locked_console_announces_a_call_and_lets_nobody_take_it(counter: Counter) -> None:
    counter.call()
    counter.see_console(Page.LOG_IN, "Quầy 1 cần giúp")
    assert not counter.console_says("Tôi đến ngay")
    counter.wish(cw.ManageAlone())
    counter.until(lambda: not counter.console_says("cần giúp"))


# Drafts


def _draft(call_id: str) -> AssistanceDraft:
    filled = entry(call_id, Outcome.SUBMITTED)
    return replace(filled, level=HelpLevel.DONE_FOR, minutes=17, age_band=AgeBand.FROM_75)


def _form(counter: Counter) -> AssistanceDraft:
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    return page.draft()


def test_a_draft_survives_a_crash(
    open_counter: Callable[..., Counter], folder: DemoFolder, tmp_path: Path
) -> None:
    counter = open_counter(folder)
    counter.log_in("Lan")
    counter.call()
    call = counter.take_call()
    draft = _draft(call.id)
    counter.order(sw.DraftChanged(draft))
    counter.until(lambda: counter.office.log.draft(call.id) == draft)
    counter.settled()
    # The files as a killed process leaves them: nothing was closed, folded back or logged out.
    copied = shutil.copytree(folder.paths.root, tmp_path / "killed")
    again = open_counter(DemoFolder(DataPaths(copied), folder.pins))
    again.log_in("Lan")
    again.see_console(Page.CALLS, "Ghi nhận hỗ trợ")
    again.order(sw.ShowCall(call.id))
    again.see_console(Page.ASSISTANCE)
    assert _form(again) == draft
    again.see_citizen(ScreenName.WAITING, "Cán bộ Lan đang đến chỗ ông/bà.")
    again.settled()
    assert again.rows("SELECT how FROM visits") == [(None,)]


def test_what_was_chosen_just_before_the_lock_is_kept(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    call = counter.take_call()
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    page._help._level.set_value(HelpLevel.SIDE_BY_SIDE)
    page._help.changed.emit()
    counter.order(sw.LogOut())
    counter.until(lambda: counter.office.log.draft(call.id) is not None)
    draft = counter.office.log.draft(call.id)
    assert draft is not None
    assert draft.level == HelpLevel.SIDE_BY_SIDE


def test_an_entry_that_does_not_stand_yet_names_its_fields(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    call = counter.take_call()
    counter.order(sw.SaveAssistance(AssistanceDraft(call.id), and_print=False))
    counter.see_console(Page.ASSISTANCE, "Chọn mức đã giúp.")
    assert counter.rows("SELECT count(*) FROM assistances") == [(0,)]
    assert counter.citizen_says("đang đến chỗ ông/bà")


# Slips


def test_a_slip_is_kept_as_pdf_and_a_reprint_is_a_new_version(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    counter.take_call()
    counter.finish_help(Outcome.FOLLOW_UP, and_print=True)
    counter.see_console(Page.SLIP, "Phiếu giữ ở tệp PDF.")
    (slip_id, first), *_ = counter.rows("SELECT id, payload FROM slips")
    counter.order(sw.Reprint(slip_id))
    states = "SELECT version, print_state FROM slips ORDER BY version"
    both_kept = [(1, "kept_as_pdf"), (2, "kept_as_pdf")]
    assert counter.rows(states) == both_kept
    counter.see_console(Page.SLIP, "Phiếu giữ ở tệp PDF.")
    counter.scan(first)
    counter.see_console(Page.SCAN, "Phiếu này đã có bản mới")
    counter.order(sw.OpenFollowUp(counter.rows("SELECT id FROM follow_ups")[0][0]))
    counter.see_console(Page.FOLLOW_UP, "Việc hẹn")


def test_a_case_that_comes_late_does_not_take_the_page_away(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    counter.take_call()
    counter.finish_help(Outcome.FOLLOW_UP)
    counter.see_console(Page.CALLS)
    counter.settled()
    (follow_up_id,) = counter.rows("SELECT id FROM follow_ups")[0]
    with counter.busy(Lane.WRITE):
        counter.order(sw.OpenFollowUp(follow_up_id))
        counter.order(sw.Open(Page.SCAN))
    counter.settled()
    assert counter.staff.window.screen_name is Page.SCAN


def test_a_typed_code_opens_its_case_and_guesses_are_few(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    counter.take_call()
    counter.finish_help(Outcome.FOLLOW_UP, and_print=True)
    counter.see_console(Page.SLIP, "Phiếu giữ ở tệp PDF.")
    (code,) = counter.rows("SELECT code FROM slips")[0]
    counter.order(sw.Open(Page.SCAN), sw.EnterCode(code))
    counter.see_console(Page.FOLLOW_UP, "Đăng ký khai sinh")
    for _ in range(5):
        counter.order(sw.EnterCode(_another(code)))
    counter.order(sw.EnterCode(code))
    counter.see_console(Page.SCAN, "Tạm dừng nhận mã gõ tay.")


def _another(code: str) -> str:
    """Return a well-formed code that the office never issued."""
    return next(c for c in iter(new_code, "") if c != code)


def test_the_citizen_sees_nothing_of_the_console(counter: Counter) -> None:
    counter.log_in("Mai")
    counter.order(sw.Open(Page.ACCOUNTS))
    counter.see_console(Page.ACCOUNTS, "Tuấn")
    assert counter.is_at(ScreenName.ATTRACT)
    assert not counter.citizen_says("Tuấn")
    with pytest.raises(KnownError):
        counter.office.accounts.block(_named(counter, "Mai").id, _named(counter, "Mai"))


# Ending the program


def test_the_end_is_asked_twice_and_told_to_the_desktop(counter: Counter, qtbot: QtBot) -> None:
    counter.log_in()
    counter.call()
    counter.see_console(Page.CALLS, "Tôi đến ngay")
    counter.order(sw.Open(Page.LEAVE))
    counter.see_console(Page.LEAVE, "Đang có 1 người chờ.")
    with qtbot.waitSignal(counter.desktop.end_wanted):
        counter.order(sw.EndProgram())
