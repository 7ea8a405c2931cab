"""One case: an attempt keeps it open with a new date, and closing it takes a second tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import AttemptResult, FollowUpState, WithdrawReason
from tests.ui.staff_hands import Hands, console
from tests.ui.staff_samples import CASE, NOW
from ui.staff.models import StaffScreenName
from ui.staff.window import StaffWindow
from ui.staff.wishes import (
    CloseFollowUp,
    Open,
    RecordAttempt,
    ReDate,
    Reprint,
    Withdraw,
)

NAME = StaffScreenName.FOLLOW_UP
TUESDAY = date(2026, 11, 24)
STILL_OPEN = {
    "Xong một phần": AttemptResult.PARTLY,
    "Không có nhà": AttemptResult.NOT_HOME,
    "Thiếu giấy": AttemptResult.LACKS_PAPER,
    "Cần chuyên môn": AttemptResult.NEEDS_SPECIALIST,
}


def test_the_case_tells_who_where_and_what_was_tried(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    for text in (
        "Nguyễn Thị Hoa",
        "1954 · 72 tuổi",
        "0912345678 (của người nhà)",
        "Nhà ngói sau đình, hỏi ông Bảy",
        "khó đi lại, ở một mình",
        "Đăng ký khai sinh · Đăng nhập bằng VNeID",
        "Không có nhà · Nguyễn Thị Lan",
        "Giấy chứng sinh, Căn cước của mẹ",
        "2026-11-0037",
    ):
        assert text in hands.texts()


@pytest.mark.parametrize("text", STILL_OPEN)
def test_an_attempt_that_did_not_finish_needs_a_new_date(qtbot: QtBot, text: str) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap(text)
    hands.tap("Lưu ngày hẹn")
    assert "Chọn ngày hẹn mới." in hands.texts()
    assert hands.wishes == []
    hands.tap("Thứ Ba, 24/11/2026")
    hands.tap("buổi chiều")
    _tap_until_wished(qtbot, hands, "Lưu ngày hẹn")

    expected = RecordAttempt(CASE.follow_up.id, STILL_OPEN[text], TUESDAY, HalfDay.AFTERNOON)
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
    hands.tap("Thứ Ba, 24/11/2026")
    hands.tap("buổi sáng")
    hands.tap("Lưu ngày hẹn")

    assert hands.wishes == [ReDate(CASE.follow_up.id, TUESDAY, HalfDay.MORNING)]


def test_a_case_is_closed_as_done(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Đóng: đã xong")
    hands.tap("Đóng việc hẹn")

    assert hands.wishes == [CloseFollowUp(CASE.follow_up.id)]


def test_a_promise_is_withdrawn_only_with_a_reason(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Thôi việc hẹn")
    hands.tap("Đã chuyển đi")
    hands.tap("Thôi việc hẹn")

    assert hands.wishes == [Withdraw(CASE.follow_up.id, WithdrawReason.MOVED)]


def test_without_a_reason_nothing_is_withdrawn(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("Thôi việc hẹn")
    hands.tap("Thôi việc hẹn")

    assert hands.wishes == []
    assert "Chọn một lý do." in hands.texts()


def test_the_slip_is_printed_again(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    hands.tap("In lại phiếu")

    assert hands.wishes == [Reprint("slip-1")]


def test_without_a_slip_there_is_none_to_reprint(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CASE, slip_id="", slip_number=""))

    assert "In lại phiếu" not in hands.texts()


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
    assert hands.button("Lưu ngày hẹn").isVisible()


def test_a_changed_case_is_built_anew(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CASE)

    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert page is not None
    moved = replace(CASE.follow_up, due=TUESDAY)
    assert not page.refresh(replace(CASE, follow_up=moved))
