"""Waiting for staff: never more is said than is known, and a call taken back calls nobody."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing

import pytest

from kiosk.domain.assistance import Outcome
from kiosk.domain.errors import KnownError
from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import CallState, WaitingStage
from kiosk.domain.slip import PrintState
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen import wishes as w
from ui.lanes import Lane

RECEIVED = "Đã báo cán bộ"


def test_nobody_logged_in_is_said_at_once(counter: Counter) -> None:
    counter.call()
    counter.see_citizen(ScreenName.WAITING, "Chưa có cán bộ nào mở máy.")
    assert not counter.citizen_says(RECEIVED)
    assert counter.citizen_says("Chờ tiếp")
    assert counter.citizen_says("In phiếu giữ chỗ")


def test_a_locked_console_receives_no_call(counter: Counter) -> None:
    counter.call()
    call = counter.stored_call()
    counter.see_stage(WaitingStage.NOBODY)
    counter.settled()
    assert counter.office.calls.get(call.id).received_at is None


def test_received_is_said_only_after_a_console_marked_it(
    open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    kiosk = open_counter(folder, "kiosk")
    lan = next(s for s in kiosk.office.accounts.staff() if s.name == "Lan")
    kiosk.office.duty.heartbeat(lan)
    kiosk.call()
    call = kiosk.stored_call()
    kiosk.settled()
    kiosk.pass_time(10)
    assert kiosk.citizen.help.watch.stage is WaitingStage.CALLING
    assert kiosk.citizen_says("Máy đang gọi cán bộ.")
    assert not kiosk.citizen_says(RECEIVED)
    kiosk.office.calls.mark_received(call.id)
    kiosk.see_citizen(ScreenName.WAITING, RECEIVED)


def test_a_console_with_somebody_receives_it(counter: Counter) -> None:
    counter.log_in()
    counter.call()
    counter.see_citizen(ScreenName.WAITING, RECEIVED)
    assert counter.office.calls.get(counter.stored_call().id).received_at == counter.clock.now()


def test_who_comes_to_the_console_later_receives_it_too(counter: Counter) -> None:
    counter.call()
    counter.see_stage(WaitingStage.NOBODY)
    counter.log_in()
    counter.until(
        lambda: counter.office.calls.get(counter.stored_call().id).received_at is not None
    )
    counter.pass_time(3)
    counter.pass_time(3)
    counter.pass_time(3)
    counter.see_citizen(ScreenName.WAITING, RECEIVED)


def test_after_a_minute_it_sounds_again_and_says_so(counter: Counter) -> None:
    counter.log_in()
    counter.call()
    counter.see_stage(WaitingStage.RECEIVED)
    counter.settled()
    before = counter.chimes
    counter.pass_time(59)
    assert counter.chimes == before
    counter.pass_time(1)
    counter.see_citizen(ScreenName.WAITING, "Chưa có ai nhận. Máy vừa gọi lại.")
    assert counter.chimes == before + 1
    counter.pass_time(10)
    assert counter.chimes == before + 1


def test_after_three_minutes_it_offers_ways_out(counter: Counter) -> None:
    counter.log_in()
    counter.call()
    counter.see_stage(WaitingStage.RECEIVED)
    assert not counter.citizen_says("Chờ tiếp")
    counter.pass_time(180)
    counter.see_citizen(ScreenName.WAITING, "Cán bộ đang bận. Ông/bà chọn một cách.")
    for way in ("Chờ tiếp", "In phiếu giữ chỗ", "Tôi tự làm tiếp được"):
        assert counter.citizen_says(way)
    counter.wish(w.KeepWaiting())
    assert counter.is_at(ScreenName.WAITING)
    assert counter.citizen.help.watch.is_open


def test_who_is_coming_is_said_by_name(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    counter.take_call()
    counter.see_citizen(ScreenName.WAITING, "Cán bộ Lan đang đến chỗ ông/bà.")
    counter.pass_time(500)
    assert counter.citizen_says("Cán bộ Lan đang đến chỗ ông/bà.")


@pytest.mark.usefixtures("caplog")
def test_a_call_that_could_not_be_stored_is_not_said_to_be_on_its_way(counter: Counter) -> None:
    counter.log_in()
    counter.walk_to_step()
    counter.settled()
    with closing(sqlite3.connect(counter.folder.paths.database)) as disk:
        disk.execute(
            "CREATE TRIGGER full BEFORE INSERT ON calls BEGIN SELECT RAISE(FAIL, 'disk full'); END"
        )
        disk.commit()
    counter.call()
    counter.until(lambda: counter.citizen.help.watch.failed)
    counter.see_citizen(ScreenName.WAITING, "Ông/bà gọi trực tiếp người ở quầy.")
    counter.pass_time(3)
    counter.settled()
    assert not counter.citizen_says(RECEIVED)
    assert not counter.citizen_says("Máy đang gọi cán bộ.")
    assert counter.rows("SELECT id FROM calls") == []


def test_while_the_database_is_away_the_page_points_at_the_people(counter: Counter) -> None:
    counter.log_in()
    counter.call()
    counter.see_citizen(ScreenName.WAITING, RECEIVED)
    counter.settled()
    counter.desktop.poll.stop()
    counter.desktop.poll.reachable.emit(False)
    counter.see_citizen(ScreenName.WAITING, "Ông/bà gọi trực tiếp người ở quầy.")
    counter.desktop.poll.start()
    counter.see_citizen(ScreenName.WAITING, RECEIVED)


def test_a_call_taken_back_is_cancelled_and_the_step_comes_back(counter: Counter) -> None:
    counter.call()
    call = counter.stored_call()
    counter.wish(w.ManageAlone())
    assert counter.is_at(ScreenName.STEP)
    counter.until(lambda: counter.calls(CallState.CANCELLED) == [call.id])


@pytest.mark.parametrize("wish", [w.ManageAlone(), w.GoBack(), w.Finish()])
def test_a_call_taken_back_while_it_is_being_stored_calls_nobody(
    counter: Counter, wish: object
) -> None:
    counter.walk_to_step()
    with counter.busy(Lane.WRITE):
        counter.call()
        counter.wish(wish)
    counter.until(lambda: len(counter.calls(CallState.CANCELLED)) == 1)
    assert counter.calls(CallState.WAITING) == []


def test_the_next_visitor_may_call_while_the_last_call_is_being_taken_back(
    counter: Counter,
) -> None:
    counter.walk_to_step()
    with counter.busy(Lane.WRITE):
        counter.call()
        counter.wish(w.Finish())
        counter.call()
        second = counter.visit
    call = counter.stored_call()
    assert call.visit_id == second.id
    counter.until(lambda: len(counter.calls(CallState.CANCELLED)) == 1)
    assert counter.calls(CallState.WAITING) == [call.id]


def _server_away(*_args: object) -> None:
    raise KnownError("Không nối được máy chủ dữ liệu.", log_line="server away")


@pytest.mark.parametrize("wish", [w.ManageAlone(), w.Finish()])
@pytest.mark.usefixtures("caplog")
def test_a_call_taken_back_while_the_database_is_away_calls_nobody_afterwards(
    counter: Counter, wish: object
) -> None:
    counter.call()
    call = counter.stored_call()
    counter.settled()
    with pytest.MonkeyPatch.context() as away:
        away.setattr(type(counter.office.store), "write", _server_away)
        counter.wish(wish)
        counter.until(lambda: counter.office.visits.is_waiting)
        assert counter.calls(CallState.WAITING) == [call.id]
    counter.until(lambda: counter.calls(CallState.CANCELLED) == [call.id])
    counter.settled()
    assert not counter.office.visits.is_waiting


def test_home_keeps_the_call_and_help_leads_back_to_it(counter: Counter) -> None:
    counter.call()
    call = counter.stored_call()
    counter.wish(w.GoHome())
    assert counter.is_at(ScreenName.HOME)
    counter.wish(w.AskHelp())
    assert counter.is_at(ScreenName.WAITING)
    assert counter.calls(CallState.WAITING) == [call.id]


def test_a_papers_slip_may_be_printed_while_waiting(counter: Counter) -> None:
    counter.call()
    counter.wish(w.PrintPapers())
    counter.see_citizen(ScreenName.SLIP, "Phiếu số")
    assert counter.citizen.slips.run.progress.state is PrintState.KEPT_AS_PDF
    counter.wish(w.GoBack())
    assert counter.is_at(ScreenName.WAITING)


def test_no_way_leads_back_to_a_call_that_is_over(counter: Counter) -> None:
    """Help ended while the citizen looked at the papers slip: nobody is being called any more."""
    counter.log_in()
    counter.call()
    counter.take_call()
    counter.wish(w.PrintPapers())
    counter.see_citizen(ScreenName.SLIP, "Phiếu số")
    counter.finish_help(Outcome.CONTINUED_ALONE)
    counter.until(lambda: not counter.citizen.help.watch.is_open)
    counter.settled()
    counter.wish(w.GoBack())
    assert counter.is_at(ScreenName.STEP)


def test_late_news_of_a_call_taken_back_does_not_end_the_next_one(counter: Counter) -> None:
    counter.call()
    first = counter.stored_call()
    counter.wish(w.ManageAlone())
    counter.until(lambda: counter.calls(CallState.CANCELLED) == [first.id])
    counter.call()
    second = counter.stored_call()
    counter.citizen.help.watch._read(first.id)
    counter.settled()
    assert counter.office.calls.get(second.id).state is CallState.WAITING
    assert counter.is_at(ScreenName.WAITING)


@pytest.mark.usefixtures("caplog")
def test_an_ending_that_was_not_read_is_read_again(counter: Counter) -> None:
    """News is told once: without a second look the page would wait for a call that is over."""
    counter.log_in()
    counter.call()
    call = counter.take_call()
    with ExitStack() as away:
        with counter.busy(Lane.READ):
            counter.finish_help(Outcome.FOLLOW_UP)
            counter.until(lambda: counter.calls(CallState.CLOSED) == [call.id])
            away.enter_context(counter.lost("assistances"))
        counter.settled()
        assert counter.is_at(ScreenName.WAITING)
    for _ in range(5):
        counter.pass_time(1)
    counter.see_citizen(ScreenName.FOLLOW_UP)
    assert not counter.citizen.idle.call_open
