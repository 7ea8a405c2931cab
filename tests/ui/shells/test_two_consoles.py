"""Two programs on one folder: each tells what the other does; the first to take a call has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.assistance import Outcome
from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import CallState
from tests.ui.shells.counter import Counter, DemoFolder, write_settings
from ui.citizen import wishes as cw
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName

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


def test_a_call_is_announced_on_every_console(here: Counter, there: Counter) -> None:
    there.order(sw.Open(Page.SCAN))
    here.call()
    here.see_console(Page.CALLS, "Tôi đến ngay")
    there.see_console(Page.SCAN, "Quầy 1 cần giúp")
    assert there.chimes == 1
    here.wish(cw.ManageAlone())
    there.until(lambda: not there.console_says("cần giúp"))


def test_a_console_that_starts_while_somebody_waits_announces_it(
    open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    kiosk = open_counter(folder, "kiosk")
    kiosk.call()
    kiosk.stored_call()
    console = open_counter(folder, "staff")
    console.see_console(Page.LOG_IN, "Quầy 1 cần giúp")
    assert console.chimes == 1


def test_the_second_to_take_a_call_is_told_who_was_first(here: Counter, there: Counter) -> None:
    here.call()
    call = here.stored_call()
    there.see_console(Page.CALLS, "Tôi đến ngay")
    there.desktop.poll.stop()
    here.take_call()
    there.order(sw.TakeCall(call.id))
    there.see_console(Page.CALLS, "Lan đã nhận lời gọi này.")
    there.see_console(Page.CALLS, "Lan đang giúp")
    here.see_citizen(ScreenName.WAITING, "Cán bộ Lan đang đến")


def test_the_second_is_told_also_on_another_page(here: Counter, there: Counter) -> None:
    here.call()
    call = here.stored_call()
    there.order(sw.Open(Page.SCAN))
    there.see_console(Page.SCAN, "Quầy 1 cần giúp")
    there.desktop.poll.stop()
    here.take_call()
    there.order(sw.TakeCall(call.id))
    there.see_console(Page.CALLS, "Lan đã nhận lời gọi này.")
    there.until(lambda: there.lanes.is_quiet)
    assert there.console_says("Lan đã nhận lời gọi này.")


def test_a_call_that_was_taken_back_is_told_as_such(here: Counter, there: Counter) -> None:
    here.call()
    call = here.stored_call()
    there.see_console(Page.CALLS, "Tôi đến ngay")
    there.desktop.poll.stop()
    here.wish(cw.ManageAlone())
    here.until(lambda: here.calls(CallState.CANCELLED) == [call.id])
    there.order(sw.TakeCall(call.id))
    there.see_console(Page.CALLS, "Người dân không còn chờ lời gọi này.")
    there.see_console(Page.CALLS, "Chưa có ai gọi.")


def test_help_from_the_other_console_reaches_the_citizen(here: Counter, there: Counter) -> None:
    here.call()
    call = here.stored_call()
    there.see_console(Page.CALLS, "Tôi đến ngay")
    there.order(sw.TakeCall(call.id))
    here.see_citizen(ScreenName.WAITING, "Cán bộ Tuấn đang đến")
    here.see_console(Page.CALLS, "Tuấn đang giúp")


def test_a_console_is_on_duty_until_it_locks(here: Counter, there: Counter) -> None:
    assert {p.device for p in here.office.duty.on_duty()} == {"quay-1", "phong-2"}
    there.staff.lock()
    here.until(lambda: {p.device for p in here.office.duty.on_duty()} == {"quay-1"})


def test_a_village_added_there_is_known_here(here: Counter, there: Counter) -> None:
    lead = next(s for s in there.office.accounts.staff() if s.name == "Mai")
    villages = there.office.setup.villages()
    there.office.setup.save_villages(villages[:1], lead)
    here.until(lambda: len(here.staff.villages) == 1)


def test_a_slip_of_one_console_opens_on_the_other(here: Counter, there: Counter) -> None:
    here.call()
    here.take_call()
    here.finish_help(Outcome.FOLLOW_UP, and_print=True)
    here.see_console(Page.SLIP, "Phiếu giữ ở tệp PDF.")
    (payload,) = here.rows("SELECT payload FROM slips")[0]
    there.scan(payload)
    there.see_console(Page.FOLLOW_UP, "Ông/bà quay lại quầy")
