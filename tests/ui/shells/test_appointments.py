"""A slip is brought back to the citizen's window; a wish for another day reaches the console."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.calendar import HalfDay
from kiosk.domain.flow import ScreenName
from tests.ui.shells.counter import Counter
from ui.citizen import wishes as cw
from ui.citizen.screens.appointment_screen import AppointmentScreen
from ui.lanes import Lane
from ui.staff import wishes as sw
from ui.staff.mobile import wishes as mw
from ui.staff.models import StaffScreenName

Page = StaffScreenName
MONDAY = date(2026, 11, 30)


@pytest.fixture
def payload(counter: Counter) -> str:
    """The slip of a promised return to the counter; the console is locked."""
    payload = counter.printed_slip()
    counter.staff.lock()
    return payload


def follow_up_id(counter: Counter) -> str:
    return str(counter.rows("SELECT id FROM follow_ups")[0][0])


def show(counter: Counter, payload: str) -> None:
    """Come with a slip: home, “Tôi có phiếu hẹn”, scan."""
    counter.wish(cw.Begin(), cw.HaveSlip())
    counter.see_citizen(ScreenName.SCAN_SLIP, "Đưa mã vuông của phiếu vào máy đọc.")
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT, "Ông/bà quay lại quầy")


def test_a_slip_shows_the_appointment_and_how_to_prepare(counter: Counter, payload: str) -> None:
    show(counter, payload)
    unbroken = counter.office.setup.profile().hours.replace(" – ", "\u00a0–\u00a0")
    assert "8:00\u00a0–\u00a011:30" in unbroken
    for text in (
        "Thứ Năm, 26/11/2026",
        "Ông/bà mang phiếu này đến quầy.",
        "Giấy chứng sinh",
        unbroken,
    ):
        assert counter.citizen_says(text)


def test_a_wish_is_kept_and_the_promised_day_stands(counter: Counter, payload: str) -> None:
    show(counter, payload)
    counter.wish(cw.AskToMove())
    counter.see_citizen(ScreenName.MOVE_DATE, "Ông/bà muốn đổi sang ngày nào?")
    # Neither the promised day nor the public holiday on the 24th is offered.
    for day, offered in (("25/11", True), ("27/11", True), ("26/11", False), ("24/11", False)):
        assert counter.citizen_says(day) is offered
    counter.wish(cw.MoveTo(MONDAY))
    counter.see_citizen(ScreenName.APPOINTMENT, "Đã xin đổi sang Thứ Hai, 30/11/2026.")
    assert counter.citizen_says("nếu chưa có tin báo")
    assert counter.rows("SELECT due, move_to FROM follow_ups") == [("2026-11-26", "2026-11-30")]


def test_whoever_had_turned_the_page_reads_that_the_wish_is_kept(
    counter: Counter, payload: str
) -> None:
    show(counter, payload)
    counter.wish(cw.SetTextSize(2))
    shown = counter.citizen.window.shown
    assert isinstance(shown, AppointmentScreen)
    assert shown.pages is not None
    shown.pages.next_page()
    assert not counter.citizen_says("Thứ Năm, 26/11/2026")
    counter.wish(cw.AskToMove(), cw.MoveTo(MONDAY))
    counter.see_citizen(ScreenName.APPOINTMENT, "Đã xin đổi sang Thứ Hai, 30/11/2026.")


def test_the_wish_arrives_at_the_console_and_staff_decide(counter: Counter, payload: str) -> None:
    counter.log_in()
    counter.settled()
    counter.desktop.scanners.scanned.disconnect()
    counter.citizen.appointments.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT)
    counter.wish(cw.AskToMove(), cw.MoveTo(MONDAY))
    counter.until(lambda: counter.staff.appointments.wishes == 1)
    counter.order(sw.Open(Page.APPOINTMENTS))
    counter.see_console(Page.APPOINTMENTS, "xin đổi sang 30/11")
    counter.order(sw.OpenFollowUp(follow_up_id(counter)))
    counter.see_console(Page.FOLLOW_UP, "Ông/bà xin đổi sang Thứ Hai, 30/11/2026.")
    counter.order(sw.ReDate(follow_up_id(counter), MONDAY, HalfDay.MORNING))
    counter.until(lambda: counter.staff.appointments.wishes == 0)
    counter.see_console(Page.FOLLOW_UP, "Thứ Hai, 30/11/2026")
    assert counter.rows("SELECT due, move_to FROM follow_ups") == [("2026-11-30", None)]


def test_staff_may_leave_the_day_as_it_is(counter: Counter, payload: str) -> None:
    counter.log_in()
    counter.office.appointments.ask_to_move(follow_up_id(counter), None)
    counter.until(lambda: counter.staff.appointments.wishes == 1)
    counter.order(sw.Open(Page.APPOINTMENTS))
    counter.see_console(Page.APPOINTMENTS, "xin đổi ngày")
    counter.order(sw.OpenFollowUp(follow_up_id(counter)))
    counter.see_console(Page.FOLLOW_UP, "Giữ ngày cũ")
    counter.order(mw.KeepDate(follow_up_id(counter)))
    counter.until(lambda: counter.staff.appointments.wishes == 0)
    assert counter.rows("SELECT due FROM follow_ups") == [("2026-11-26",)]


def test_the_slip_of_a_closed_promise_says_so(counter: Counter, payload: str) -> None:
    lan = next(s for s in counter.office.accounts.staff() if s.name == "Lan")
    counter.office.follow_ups.close_done(follow_up_id(counter), lan)
    counter.wish(cw.Begin(), cw.HaveSlip())
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT, "Việc hẹn trên phiếu này đã xong.")


@pytest.mark.usefixtures("caplog")
def test_a_slip_that_could_not_be_looked_up_is_answered_and_read_again(
    counter: Counter, payload: str
) -> None:
    counter.wish(cw.Begin(), cw.HaveSlip())
    with counter.lost("slips"):
        counter.scan(payload)
        counter.see_citizen(ScreenName.APPOINTMENT, "Máy chưa xem được phiếu.")
        assert counter.citizen_says("Bấm nút vàng, cán bộ sẽ xem giúp.")
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT, "Ông/bà quay lại quầy")


@pytest.mark.usefixtures("caplog")
def test_a_late_answer_does_not_take_the_days_away(counter: Counter, payload: str) -> None:
    """The slip was held to the scanner twice, and the first answer has been acted on."""
    show(counter, payload)
    with counter.lost("slips"):
        with counter.busy(Lane.READ):
            counter.scan(payload)
            counter.wish(cw.AskToMove())
        counter.settled()
        assert counter.is_at(ScreenName.MOVE_DATE)
    counter.wish(cw.MoveTo(MONDAY))
    counter.see_citizen(ScreenName.APPOINTMENT, "Đã xin đổi sang Thứ Hai, 30/11/2026.")


def test_a_promise_closed_meanwhile_is_not_moved(counter: Counter, payload: str) -> None:
    show(counter, payload)
    lan = next(s for s in counter.office.accounts.staff() if s.name == "Lan")
    counter.office.follow_ups.close_done(follow_up_id(counter), lan)
    counter.wish(cw.AskToMove(), cw.MoveTo(MONDAY))
    counter.see_citizen(ScreenName.APPOINTMENT, "Việc hẹn này đã đóng rồi.")


def test_a_refusal_that_comes_late_is_told_to_who_asks_again(
    counter: Counter, payload: str
) -> None:
    """Help was asked for while the wish was on its way; one comes back to the days."""
    show(counter, payload)
    lan = next(s for s in counter.office.accounts.staff() if s.name == "Lan")
    counter.office.follow_ups.close_done(follow_up_id(counter), lan)
    counter.wish(cw.AskToMove())
    with counter.busy(Lane.WRITE):
        counter.wish(cw.MoveTo(MONDAY), cw.AskHelp())
    counter.settled()
    assert counter.is_at(ScreenName.STUCK)
    counter.wish(cw.GoBack())
    assert counter.is_at(ScreenName.MOVE_DATE)
    counter.wish(cw.MoveTo(None))
    counter.see_citizen(ScreenName.APPOINTMENT, "Việc hẹn này đã đóng rồi.")


def test_the_next_person_finds_nothing_of_the_appointment(counter: Counter, payload: str) -> None:
    show(counter, payload)
    counter.wish(cw.Finish())
    counter.see_citizen(ScreenName.ATTRACT)
    assert counter.citizen.appointments._scanned is None
    counter.wish(cw.Begin())
    assert not counter.citizen_says("Ông/bà quay lại quầy")


def test_days_are_turned_at_the_console(counter: Counter, payload: str) -> None:
    counter.log_in()
    counter.order(sw.Open(Page.APPOINTMENTS))
    counter.see_console(Page.APPOINTMENTS, "Thứ Hai, 23/11/2026")
    counter.order(mw.ShowDay(date(2026, 11, 24)))
    counter.see_console(Page.APPOINTMENTS, "Nghỉ lễ: Ngày Văn hóa Việt Nam")
    counter.order(mw.ShowDay(date(2026, 11, 26)))
    counter.see_console(Page.APPOINTMENTS, "Buổi sáng · 1 người")
    counter.order(sw.OpenFollowUp(follow_up_id(counter)))
    counter.see_console(Page.FOLLOW_UP, "Về danh sách")
    counter.order(sw.Open(Page.APPOINTMENTS))
    counter.see_console(Page.APPOINTMENTS, "Thứ Năm, 26/11/2026")
