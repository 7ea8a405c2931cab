"""A call changes hands, is called off, or outlives a restart; the citizen is told the truth."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.assistance import HelpLevel, Outcome
from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import CallState, CancelReason
from kiosk.domain.person import Purpose
from kiosk.services.paths import DataPaths
from tests.ui.shells.counter import Counter, DemoFolder, entry, write_settings
from ui.citizen import wishes as cw
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen

Page = StaffScreenName


@pytest.fixture
def here(open_counter: Callable[..., Counter], folder: DemoFolder) -> Counter:
    """The counter with the citizen; Lan is logged in."""
    counter = open_counter(folder)
    counter.log_in("Lan")
    return counter


@pytest.fixture
def there(here: Counter, open_counter: Callable[..., Counter], folder: DemoFolder) -> Counter:
    """A console on another device; Tuấn is logged in."""
    write_settings(folder.paths, device="phong-2")
    counter = open_counter(folder, "staff")
    counter.log_in("Tuấn")
    return counter


def _staff_id(counter: Counter, name: str) -> str:
    return next(s.id for s in counter.office.accounts.staff() if s.name == name)


def _colleagues(counter: Counter) -> list[str]:
    return [colleague.name for colleague in counter.staff.calls._colleagues()]


# Handing over


def test_the_citizen_is_told_who_comes_instead_and_the_draft_goes_along(
    here: Counter, there: Counter
) -> None:
    here.call()
    there.see_console(Page.CALLS, "Tôi đến ngay")
    call = here.take_call()
    draft = replace(entry(call.id, Outcome.SUBMITTED), level=HelpLevel.DONE_FOR, note="mang kính")
    here.order(sw.DraftChanged(draft))
    here.until(lambda: "Tuấn" in _colleagues(here))
    here.order(sw.HandOver(call.id, _staff_id(here, "Tuấn")))
    here.see_citizen(ScreenName.WAITING, "Cán bộ Tuấn đang đến chỗ ông/bà.")
    here.see_console(Page.CALLS, "Tuấn đang giúp")
    there.see_console(Page.CALLS, "Lan chuyển cho anh/chị lời gọi ở Quầy 1.")
    there.see_console(Page.CALLS, "Lan chuyển sang")
    assert there.chimes == 2, "for the call, and for its coming here"
    there.order(sw.ShowCall(call.id))
    there.see_console(Page.ASSISTANCE)
    form = there.staff.window.page
    assert isinstance(form, AssistanceScreen)
    assert form.draft() == draft
    there.order(sw.SaveAssistance(draft, and_print=False))
    there.see_console(Page.CALLS)
    here.see_citizen(ScreenName.DONE)
    assert here.rows("SELECT supporter_name FROM assistances") == [("Tuấn",)]


def test_a_colleague_who_has_left_is_not_handed_anything(here: Counter, there: Counter) -> None:
    here.call()
    call = here.take_call()
    there.order(sw.LogOut())
    there.settled()
    here.order(sw.HandOver(call.id, _staff_id(here, "Tuấn")))
    here.see_console(Page.CALLS, "Tuấn không còn trực.")
    assert here.citizen_says("Cán bộ Lan đang đến")


def test_a_colleague_takes_over_from_one_who_has_left(here: Counter, there: Counter) -> None:
    here.call()
    call = here.take_call()
    there.see_console(Page.CALLS, "Lan đang giúp")
    assert not there.console_says("Nhận thay")
    here.order(sw.LogOut())
    there.see_console(Page.CALLS, "Nhận thay")
    there.order(sw.TakeOver(call.id))
    there.see_console(Page.ASSISTANCE)
    here.see_citizen(ScreenName.WAITING, "Cán bộ Tuấn đang đến chỗ ông/bà.")


def test_on_one_screen_the_call_handed_over_leaves_the_screen(
    open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    counter = open_counter(folder, "both")
    write_settings(folder.paths, device="phong-2")
    elsewhere = open_counter(folder, "staff")
    elsewhere.log_in("Tuấn")
    counter.call()
    call = counter.stored_call()
    counter.wish(cw.StaffHere())
    counter.log_in("Lan")
    counter.see_console(Page.ASSISTANCE)
    counter.order(sw.HandOver(call.id, _staff_id(counter, "Tuấn")))
    counter.until(lambda: counter.staff.staff is None)
    counter.see_citizen(ScreenName.WAITING, "Cán bộ Tuấn đang đến")


# Calling off


@pytest.mark.parametrize("reason", [CancelReason.MISTAKE, CancelReason.HELPED, CancelReason.ALONE])
def test_a_call_called_off_brings_the_step_back(here: Counter, reason: CancelReason) -> None:
    here.call()
    call = here.stored_call()
    here.order(sw.CancelCall(call.id, reason))
    here.see_citizen(ScreenName.STEP)
    here.see_console(Page.CALLS, "Chưa có ai gọi.")
    assert here.rows("SELECT state, cancel_reason FROM calls") == [("cancelled", reason)]
    assert not here.citizen.idle.call_open


def test_when_nobody_is_there_any_more_the_screen_is_wiped(here: Counter) -> None:
    here.call()
    call = here.take_call()
    here.order(sw.CancelCall(call.id, CancelReason.LEFT))
    here.see_citizen(ScreenName.ATTRACT)
    here.see_console(Page.CALLS, "Chưa có ai gọi.")
    here.settled()
    assert here.rows("SELECT action, detail FROM audit WHERE subject = ?", call.id) == [
        ("call_cancelled", "left")
    ]
    assert here.rows("SELECT count(*) FROM assistances") == [(0,)]


def test_the_citizens_own_reason_is_kept_too(here: Counter) -> None:
    here.call()
    here.stored_call()
    here.wish(cw.ManageAlone())
    here.until(lambda: here.calls(CallState.CANCELLED) != [])
    here.call()
    here.stored_call()
    here.wish(cw.Finish())
    here.settled()
    reasons = here.rows("SELECT cancel_reason FROM calls ORDER BY id")
    assert reasons == [(CancelReason.ALONE,), (CancelReason.LEFT,)]


# A restart


def test_a_restarted_kiosk_goes_on_waiting_for_the_same_answer(
    open_counter: Callable[..., Counter], folder: DemoFolder, tmp_path: Path
) -> None:
    before = open_counter(folder, "kiosk")
    before.call()
    call = before.stored_call()
    marks = before.rows("SELECT count(*) FROM visit_events")
    # The files as a killed process leaves them.
    copied = DemoFolder(DataPaths(shutil.copytree(folder.paths.root, tmp_path / "x")), folder.pins)
    after = open_counter(copied)
    after.see_citizen(ScreenName.WAITING, "Chưa có cán bộ nào mở máy.")
    after.log_in("Lan")
    after.see_citizen(ScreenName.WAITING, "Đã báo cán bộ.")
    assert after.visit.id == call.visit_id
    after.order(sw.TakeCall(call.id))
    after.see_citizen(ScreenName.WAITING, "Cán bộ Lan đang đến chỗ ông/bà.")
    after.see_console(Page.ASSISTANCE)
    after.order(sw.AskConsent((Purpose.CALL_BACK,)))
    after.see_citizen(ScreenName.CONSENT)
    after.wish(cw.GiveConsent({Purpose.CALL_BACK: True}))
    after.order(sw.SaveAssistance(entry(call.id, Outcome.CONTINUED_ALONE), and_print=False))
    after.see_citizen(ScreenName.STEP, "Bước 1 trên")
    after.wish(cw.ConfirmStep())
    after.settled()
    assert after.rows("SELECT how FROM visits") == [(None,)]
    assert after.rows("SELECT count(*) FROM visit_events") > marks
    after.wish(cw.GoBack(), cw.GoBack())
    assert after.is_at(ScreenName.HOME)


def test_without_a_call_a_restart_shows_the_resting_screen(
    open_counter: Callable[..., Counter], folder: DemoFolder, tmp_path: Path
) -> None:
    before = open_counter(folder, "kiosk")
    before.walk_to_step()
    before.settled()
    copied = DemoFolder(DataPaths(shutil.copytree(folder.paths.root, tmp_path / "x")), folder.pins)
    after = open_counter(copied, "kiosk")
    after.settled()
    assert after.is_at(ScreenName.ATTRACT)
    assert after.rows("SELECT how FROM visits") == [("interrupted",)]


def test_who_has_already_begun_is_not_shown_somebody_elses_waiting_page(
    open_counter: Callable[..., Counter], folder: DemoFolder, tmp_path: Path
) -> None:
    before = open_counter(folder, "kiosk")
    before.call()
    before.stored_call()
    before.settled()
    copied = DemoFolder(DataPaths(shutil.copytree(folder.paths.root, tmp_path / "x")), folder.pins)
    after = open_counter(copied, "kiosk")
    after.wish(cw.Begin())
    after.until(lambda: after.calls(CallState.CANCELLED) != [])
    assert after.is_at(ScreenName.HOME)
    assert after.rows("SELECT cancel_reason FROM calls") == [("interrupted",)]
