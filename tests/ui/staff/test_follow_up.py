"""One case: an attempt keeps it open with a new date, and closing it takes a second tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import AttemptResult, FollowUpState, WithdrawReason
from kiosk.domain.round import CallAhead
from kiosk.domain.triage import Triage, TriageReason
from tests.ui.staff_hands import LARGE, Hands, console
from tests.ui.staff_samples import CASE, NOW
from tests.ui.states_mobile import WAITING
from ui.staff.mobile.wishes import (
    KeepDate,
    OpenRound,
    RangAhead,
    RangForAnotherDay,
    ServeAtHome,
)
from ui.staff.models import StaffScreenName
from ui.staff.window import StaffWindow
from ui.staff.wishes import (
    CloseFollowUp,
    IssueSlip,
    Open,
    RecordAttempt,
    ReDate,
    Reprint,
    Withdraw,
)
from ui.widgets.text_block import TextBlock

NAME = StaffScreenName.FOLLOW_UP
BOXES = (
    "Xong", "Không có nhà", "Xong một phần", "Thiếu giấy", "Cần chuyên môn", "Rút: thôi việc hẹn"
)  # fmt: skip
WEDNESDAY = date(2026, 11, 25)
STILL_OPEN = {
    "Xong một phần": AttemptResult.PARTLY,
    "Không có nhà": AttemptResult.NOT_HOME,
    "Thiếu giấy": AttemptResult.LACKS_PAPER,
    "Cần chuyên môn": AttemptResult.NEEDS_SPECIALIST,
}


def test_the_case_tells_who_where_and_what_was_tried(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE, metrics=LARGE)

    for text in (
        "Nguyễn Thị Hoa",
        "1954 · 72 tuổi",
        "0912 345 678 (của người nhà)",
        "Nhà ngói sau đình, hỏi ông Bảy",
        "khó đi lại, ở một mình",
        "Đăng ký khai sinh · Đăng nhập bằng VNeID",
        "Không có nhà · Nguyễn Thị Lan",
        "Giấy chứng sinh, Căn cước của mẹ",
        "2026-11-0037",
    ):
        assert text in hands.texts()


@pytest.mark.parametrize("text", STILL_OPEN)
def test_an_attempt_that_did_not_finish_takes_its_new_date_with_the_second_tap(
    qtbot: QtBot, text: str
) -> None:
    """The two taps of scanning back: what happened, and when next."""
    hands = console(qtbot, NAME, CASE)

    hands.tap(text)
    assert hands.wishes == []
    hands.tap("Thứ Tư, 25/11/2026 · buổi chiều")

    expected = RecordAttempt(CASE.follow_up.id, STILL_OPEN[text], WEDNESDAY, HalfDay.AFTERNOON)
    assert hands.wishes == [expected]


def test_feasts_and_weekends_are_not_offered(qtbot: QtBot) -> None:
    """It is Sunday; Tuesday the 24th is a public holiday."""
    hands = console(qtbot, NAME, CASE)
    hands.tap("Không có nhà")

    texts = hands.texts()

    for day in ("Thứ Hai, 23/11", "Thứ Tư, 25/11", "Thứ Năm, 26/11", "Thứ Sáu, 27/11"):
        assert day in texts
    assert "24/11" not in texts


def test_any_other_day_is_found_by_steps(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Không có nhà")
    hands.tap("Ngày khác")
    hands.tap("Lưu ngày hẹn")
    assert "Chọn ngày hẹn mới." in hands.texts()
    hands.tap("Thứ Tư, 25/11/2026")
    hands.tap("Thêm một ngày")
    hands.tap("buổi chiều")
    _tap_until_wished(qtbot, hands, "Lưu ngày hẹn")

    expected = RecordAttempt(
        CASE.follow_up.id, AttemptResult.NOT_HOME, date(2026, 11, 26), HalfDay.AFTERNOON
    )
    assert hands.wishes == [expected]


def _tap_until_wished(qtbot: QtBot, hands: Hands, text: str) -> None:
    """Tap again once the button takes a tap again: a second one within 400 ms is ignored."""

    def is_wished() -> bool:
        if not hands.wishes:
            hands.tap(text)
        return bool(hands.wishes)

    qtbot.waitUntil(is_wished)


def test_done_closes_the_case_at_the_second_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Xong")
    assert hands.wishes == []
    hands.tap("Ghi “Xong” và đóng")

    assert hands.wishes == [RecordAttempt(CASE.follow_up.id, AttemptResult.DONE)]


def test_going_back_from_a_form_wishes_nothing(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Xong")
    hands.tap("Quay lại")

    assert hands.wishes == []
    assert hands.button("Không có nhà").isVisible()


def test_a_promise_is_moved_without_an_attempt(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Đổi ngày hẹn")
    hands.tap("Thứ Tư, 25/11/2026 · buổi sáng")

    assert hands.wishes == [ReDate(CASE.follow_up.id, WEDNESDAY, HalfDay.MORNING)]


def test_a_case_is_closed_as_done(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Đóng: đã xong")
    hands.tap("Đóng việc hẹn")

    assert hands.wishes == [CloseFollowUp(CASE.follow_up.id)]


def test_a_promise_is_withdrawn_only_with_a_reason(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Rút: thôi việc hẹn")
    assert hands.wishes == []
    hands.tap("Đã chuyển đi")

    assert hands.wishes == [Withdraw(CASE.follow_up.id, WithdrawReason.MOVED)]


def test_the_slip_is_printed_again(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("In lại phiếu")

    assert hands.wishes == [Reprint("slip-1")]


def test_without_a_slip_one_is_issued_instead(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CASE, slip_id="", slip_number=""))

    assert "In lại phiếu" not in hands.texts()
    hands.tap("In phiếu")

    assert hands.wishes == [IssueSlip(CASE.follow_up.id)]


def test_a_closed_case_shows_no_name_and_offers_nothing(qtbot: QtBot) -> None:
    closed = replace(CASE.follow_up, state=FollowUpState.DONE, person=None, closed_at=NOW)
    hands = console(qtbot, NAME, replace(CASE, follow_up=closed, person=None))

    assert "Việc hẹn này đã đóng." in hands.texts()
    assert "Nguyễn Thị Hoa" not in hands.texts()
    assert "Không có nhà" not in hands.texts().split("\n")
    hands.tap("Về danh sách")
    assert hands.wishes == [Open(StaffScreenName.MOBILE_LIST)]


def test_a_problem_is_told_while_the_form_stays(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)
    hands.tap("Đổi ngày hẹn")

    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert page is not None
    assert page.refresh(replace(CASE, problem="Chưa ghi được. Bấm lại lần nữa."))

    hands.wait_for("Chưa ghi được. Bấm lại lần nữa.")
    assert hands.button("Ngày khác").isVisible()


def test_a_changed_case_is_built_anew(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert page is not None
    moved = replace(CASE.follow_up, due=WEDNESDAY)
    assert not page.refresh(replace(CASE, follow_up=moved))


# On a trip


IN_TRIP = replace(CASE, trip=WAITING, back=StaffScreenName.ROUND, round_id="r-1")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Đồng ý", CallAhead.AGREED),
        ("Không nghe máy", CallAhead.NO_ANSWER),
        ("Sai số", CallAhead.WRONG_NUMBER),
    ],
)
def test_what_came_of_ringing_takes_one_tap(qtbot: QtBot, text: str, outcome: CallAhead) -> None:
    hands = console(qtbot, NAME, IN_TRIP)

    hands.tap(text)

    assert hands.wishes == [RangAhead(CASE.follow_up.id, outcome)]


def test_whoever_wants_another_day_says_which(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, IN_TRIP)

    hands.tap("Xin ngày khác")
    hands.tap("Thứ Tư, 25/11/2026 · buổi sáng")

    expected = RangForAnotherDay(CASE.follow_up.id, WEDNESDAY, HalfDay.MORNING)
    assert hands.wishes == [expected]


@pytest.mark.parametrize(
    ("days", "first", "second"),
    [
        (1, "Gọi trước khi đi", "Lần này thế nào?"),
        (0, "Lần này thế nào?", "Gọi trước khi đi"),
    ],
)
def test_on_the_day_of_the_trip_the_results_come_first(
    qtbot: QtBot, days: int, first: str, second: str
) -> None:
    trip = replace(WAITING, day=IN_TRIP.today + timedelta(days=days))

    hands = console(qtbot, NAME, replace(IN_TRIP, trip=trip))
    tops = {block.text(): block.mapTo(hands.window, QPoint()).y() for block in hands.all(TextBlock)}

    assert tops[first] < tops[second]


def test_after_the_trip_nobody_is_rung_any_more(qtbot: QtBot) -> None:
    trip = replace(WAITING, day=IN_TRIP.today - timedelta(days=1))

    texts = console(qtbot, NAME, replace(IN_TRIP, trip=trip)).texts()

    assert "Gọi trước khi đi" not in texts
    assert "Lần này thế nào?" in texts


def test_the_buttons_stand_where_the_boxes_of_the_sheet_do(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, IN_TRIP)
    at = {label: hands.button(label).mapTo(hands.window, QPoint()) for label in BOXES}

    for left, right in zip(BOXES[::2], BOXES[1::2], strict=True):
        assert at[left].y() == at[right].y()
        assert at[left].x() < at[right].x()
    tops = [at[label].y() for label in BOXES[::2]]
    assert tops == sorted(tops)


def test_the_way_back_leads_to_the_trip(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, IN_TRIP)

    hands.tap("Về đợt")

    assert hands.wishes == [OpenRound("r-1")]


def test_outside_a_trip_nobody_is_rung_about_one(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    assert "Gọi trước khi đi" not in hands.texts()


# Wishes and the law


WISHED = replace(
    CASE, follow_up=replace(CASE.follow_up, move_asked_at=NOW, move_to=date(2026, 12, 1))
)


def test_a_wish_for_another_day_is_granted_with_one_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, WISHED)

    assert "Ông/bà xin đổi sang Thứ Ba, 01/12/2026." in hands.texts()
    hands.tap("Đổi ngày")

    assert hands.wishes == [ReDate(CASE.follow_up.id, date(2026, 12, 1), HalfDay.MORNING)]


def test_a_wish_for_any_day_asks_staff_which(qtbot: QtBot) -> None:
    any_day = replace(WISHED, follow_up=replace(WISHED.follow_up, move_to=None))
    hands = console(qtbot, NAME, any_day)

    hands.tap("Đổi ngày")
    hands.tap("Thứ Tư, 25/11/2026 · buổi sáng")

    assert hands.wishes == [ReDate(CASE.follow_up.id, WEDNESDAY, HalfDay.MORNING)]


def test_a_promise_is_left_as_it_is(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, WISHED)

    hands.tap("Giữ ngày cũ")

    assert hands.wishes == [KeepDate(CASE.follow_up.id)]


def test_the_procedure_for_people_at_home_is_offered_where_there_is_one(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CASE, at_home="Khai sinh tại nhà (lưu động)"))

    hands.tap("Làm theo thủ tục tại nhà")
    assert "Làm theo “Khai sinh tại nhà (lưu động)”?" in hands.texts()
    hands.tap("Dùng thủ tục tại nhà")

    assert hands.wishes == [ServeAtHome(CASE.follow_up.id)]


def test_what_a_visit_takes_and_why_it_is_urgent_are_told(qtbot: QtBot) -> None:
    told = replace(
        CASE,
        follow_up=replace(CASE.follow_up, ticked_papers=("birth", "identity")),
        triage=Triage(((TriageReason.HARD_TO_MOVE, 4), (TriageReason.CAME_AGAIN, 3)), times_came=2),
    )
    hands = console(qtbot, NAME, told, metrics=LARGE)

    for text in (
        "7 điểm: khó đi lại 4, đã đến 2 lần 3",
        "hộ tịch",
        "Giấy chứng sinh, Căn cước của mẹ",
    ):
        assert text in hands.texts()
