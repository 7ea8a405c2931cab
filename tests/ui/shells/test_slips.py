"""A slip that does not come: the reason is told at once, and nothing is asked of an empty code."""

from __future__ import annotations

import pytest

from kiosk.domain.assistance import Outcome
from kiosk.domain.flow import ScreenName
from kiosk.domain.slip import PrintState
from kiosk.domain.slip_code import grouped
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder, write_settings
from ui.citizen import wishes as w
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName

ASKED = "Phiếu đã ra chưa?"
NOT_MADE = "Máy chưa làm được phiếu"


@pytest.fixture
def unprinted(open_counter: OpenCounter, folder: DemoFolder) -> Counter:
    """Return a counter whose printer the system does not know."""
    write_settings(folder.paths, printer="Máy in đã tháo")
    return open_counter(folder)


def fill_disk(counter: Counter) -> None:
    """Let no slip be saved any more."""
    counter.settled()
    counter.change_file(
        "CREATE TRIGGER full BEFORE INSERT ON slips BEGIN SELECT RAISE(FAIL, 'disk full'); END"
    )


def promise_without_slip(counter: Counter) -> None:
    """Have a promise stored whose slip finds no room on the disk."""
    counter.log_in()
    counter.call()
    counter.take_call()
    fill_disk(counter)
    counter.finish_help(Outcome.FOLLOW_UP, and_print=True)
    counter.see_console(StaffScreenName.SLIP, NOT_MADE)


def test_a_known_refusal_is_told_at_once_with_the_code(unprinted: Counter) -> None:
    unprinted.walk_to_step()
    unprinted.wish(w.PrintPapers())
    unprinted.see_citizen(ScreenName.SLIP, "rồi in lại.")
    issued = unprinted.citizen.slips.run.progress.issued
    assert issued is not None
    assert unprinted.citizen_says(grouped(issued.slip.code))
    assert not unprinted.citizen_says(ASKED)
    stored = unprinted.rows("SELECT print_state FROM slips")
    assert stored == [(PrintState.DID_NOT,)]


def test_staff_are_told_why_the_printer_refused(unprinted: Counter) -> None:
    unprinted.log_in()
    unprinted.call()
    unprinted.take_call()
    unprinted.finish_help(Outcome.FOLLOW_UP, and_print=True)
    unprinted.see_console(StaffScreenName.SLIP, "Phiếu chưa ra.")
    assert unprinted.console_says("rồi in lại.")
    assert not unprinted.console_says(ASKED)


@pytest.mark.usefixtures("caplog")
def test_a_slip_that_was_not_saved_is_made_at_a_second_try(counter: Counter) -> None:
    counter.walk_to_step()
    fill_disk(counter)
    counter.wish(w.PrintPapers())
    counter.see_citizen(ScreenName.SLIP, NOT_MADE)
    assert not counter.citizen_says(ASKED)
    counter.wish(w.TrySlip())
    counter.settled()
    assert counter.citizen_says(NOT_MADE)
    counter.change_file("DROP TRIGGER full")
    counter.wish(w.TrySlip())
    counter.see_citizen(ScreenName.SLIP, "Ông/bà chụp hoặc chép mã này")
    assert len(counter.rows("SELECT id FROM slips")) == 1


@pytest.mark.usefixtures("caplog")
def test_the_promise_still_gets_its_slip_at_a_second_try(counter: Counter) -> None:
    promise_without_slip(counter)
    assert not counter.console_says("Số phiếu")
    counter.change_file("DROP TRIGGER full")
    counter.order(sw.TrySlip())
    counter.see_console(StaffScreenName.SLIP, "Số phiếu")
    (promised,) = counter.rows(
        "SELECT id FROM follow_ups WHERE id IN (SELECT follow_up_id FROM slips)"
    )
    assert counter.office.slips.of_follow_up(promised[0])


@pytest.mark.usefixtures("caplog")
def test_a_promise_left_without_its_slip_gets_it_from_its_own_page(counter: Counter) -> None:
    """The page of the slip was left, and the console locked: the case is all there is."""
    promise_without_slip(counter)
    counter.order(sw.LogOut())
    counter.settled()
    counter.log_in()
    ((follow_up_id,),) = counter.rows("SELECT id FROM follow_ups")
    counter.order(sw.OpenFollowUp(follow_up_id))
    counter.see_console(StaffScreenName.FOLLOW_UP, "In phiếu")
    assert not counter.console_says("In lại phiếu")
    counter.order(sw.IssueSlip(follow_up_id))
    counter.see_console(StaffScreenName.SLIP, NOT_MADE)
    counter.change_file("DROP TRIGGER full")
    counter.order(sw.TrySlip())
    counter.see_console(StaffScreenName.SLIP, "Số phiếu")
    assert counter.rows("SELECT follow_up_id FROM slips") == [(follow_up_id,)]
    counter.order(sw.OpenFollowUp(follow_up_id))
    counter.see_console(StaffScreenName.FOLLOW_UP, "In lại phiếu")


@pytest.mark.usefixtures("caplog")
def test_the_next_person_cannot_make_the_last_ones_slip(counter: Counter) -> None:
    counter.walk_to_step()
    fill_disk(counter)
    counter.wish(w.PrintPapers())
    counter.see_citizen(ScreenName.SLIP, NOT_MADE)
    counter.wish(w.Finish())
    counter.change_file("DROP TRIGGER full")
    counter.wish(w.TrySlip())
    assert counter.rows("SELECT id FROM slips") == []
