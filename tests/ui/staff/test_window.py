"""The console's window: rail, announced calls, plain failures, and pages that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import Hands, console
from tests.ui.staff_samples import (
    ASSISTANCE,
    CALLS,
    CALLS_MODEL,
    GRANTED,
    HA,
    LAN,
    MOBILE_LIST,
    NAMES,
    NOW,
    rail,
    visit_model,
)
from ui.staff.models import RailModel, ScanModel, StaffScreenName
from ui.staff.rail_button import RailButton
from ui.staff.window import StaffWindow
from ui.staff.wishes import BackToCitizen, LeaveCitizenScreen, LogOut, Open, TakeCall
from ui.widgets.text_field import TextField

CALLS_PAGE, LIST = StaffScreenName.CALLS, StaffScreenName.MOBILE_LIST
FORM = StaffScreenName.ASSISTANCE


def _window(hands: Hands) -> StaffWindow:
    assert isinstance(hands.window, StaffWindow)
    return hands.window


def _rail(hands: Hands) -> list[str]:
    return [button.text() for button in hands.all(RailButton)]


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (RailModel(LAN, LIST), ["Hỗ trợ", "Lưu động", "Lịch hẹn", "Quét phiếu", "Khóa", "Thoát"]),
        (
            RailModel(HA, LIST),
            [
                "Hỗ trợ",
                "Lưu động",
                "Lịch hẹn",
                "Quét phiếu",
                "Nhật ký",
                "Nội dung",
                "Nhân sự",
                "Xã",
                "Khóa",
                "Thoát",
            ],
        ),
        (
            RailModel(LAN, LIST, is_one_screen=True),
            ["Hỗ trợ", "Lưu động", "Lịch hẹn", "Quét phiếu", "Trả màn hình cho người dân", "Thoát"],
        ),
        (
            RailModel(HA, FORM, is_one_screen=True, is_confined=True),
            ["Trả màn hình cho người dân", "Rời màn hình người dân"],
        ),
    ],
    ids=["supporter", "lead", "one screen", "confined"],
)
def test_the_rail_offers_what_this_person_may_open(
    qtbot: QtBot, model: RailModel, expected: list[str]
) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST, rail_model=model)

    assert _rail(hands) == expected


def test_the_rail_wishes_for_pages_and_for_the_lock(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST)

    hands.tap("Hỗ trợ")
    hands.tap("Nhật ký")
    hands.tap("Khóa")

    assert hands.wishes == [Open(CALLS_PAGE), Open(StaffScreenName.LOG), LogOut()]


def test_a_confined_console_has_two_ways_out(qtbot: QtBot) -> None:
    confined = rail(FORM, HA, is_confined=True, is_one_screen=True)
    hands = console(qtbot, FORM, ASSISTANCE, rail_model=confined)

    hands.tap("Rời màn hình người dân")
    hands.tap("Trả màn hình cho người dân")

    assert hands.wishes == [LeaveCitizenScreen(), BackToCitizen()]


def test_the_rail_shows_how_many_wait_and_where_one_is(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST, rail_model=RailModel(LAN, LIST, waiting=3))

    help_page, list_page, *_ = hands.all(RailButton)

    assert (help_page.count, help_page.accessibleDescription()) == (3, "3 người chờ")
    assert [list_page.isChecked(), help_page.isChecked()] == [True, False]


def test_news_of_figures_leaves_the_keyboard_and_a_finger_on_the_rail(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST, rail_model=RailModel(LAN, LIST, waiting=1))
    window, button = _window(hands), hands.button("Quét phiếu")
    button.setFocus()
    place = button.mapTo(window, button.rect().center())
    finger = QTest.createTouchDevice()

    QTest.touchEvent(window, finger).press(0, place, window).commit()
    window.show_rail(RailModel(LAN, LIST, waiting=2, may_be_stuck=1, wishes=4))
    QTest.touchEvent(window, finger).release(0, place, window).commit()

    assert window.focusWidget() is button
    assert hands.wishes == [Open(StaffScreenName.SCAN)]
    help_page, _, appointments, *_ = hands.all(RailButton)
    assert (help_page.count, help_page.is_marked) == (2, True)
    assert help_page.accessibleDescription() == "2 người chờ"
    assert appointments.accessibleDescription() == "4 xin đổi ngày"


def test_another_page_or_person_has_a_rail_of_its_own(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST, rail_model=RailModel(LAN, LIST, waiting=1))
    window = _window(hands)

    window.show_rail(RailModel(HA, LIST, waiting=1))

    qtbot.waitUntil(lambda: "Nhân sự" in _rail(hands))


def test_a_waiting_call_is_announced_on_every_page_but_the_queue(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST)
    window = _window(hands)

    window.show_calls(CALLS, NAMES, NOW)
    assert "Quầy 1 cần giúp · Đăng ký khai sinh · 1:45 · và 1 người nữa" in hands.texts()
    window.show_screen(CALLS_PAGE, CALLS_MODEL, hands.kit, rail(CALLS_PAGE))

    assert not window.toast.isVisible()


def test_the_announcement_takes_the_call(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST)
    _window(hands).show_calls(CALLS, NAMES, NOW)
    hands.settle()

    hands.tap("Tôi đến ngay")

    assert hands.wishes == [TakeCall("call-1")]


def test_a_taken_call_is_no_longer_announced(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST)
    window = _window(hands)
    window.show_calls(CALLS, NAMES, NOW)

    window.show_calls(CALLS[2:], NAMES, NOW)

    assert not window.toast.isVisible()


def test_an_announcement_never_takes_the_keyboard(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, visit_model(*GRANTED))
    hands.tap("Người dân")
    field = hands.all(TextField)[0]
    field.setFocus()

    _window(hands).show_calls(CALLS, NAMES, NOW)
    hands.keys("x")

    assert hands.window.focusWidget() is field
    assert field.text().endswith("x")


def test_on_a_locked_console_a_call_is_told_but_not_taken(qtbot: QtBot) -> None:
    from ui.staff.models import LogInModel

    hands = console(qtbot, StaffScreenName.LOG_IN, LogInModel((LAN,)))
    _window(hands).show_calls(CALLS, NAMES, NOW)

    assert "Quầy 1 cần giúp" in hands.texts()
    assert "Tôi đến ngay" not in hands.texts()


def test_a_failure_is_told_until_it_was_read(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST)
    _window(hands).tell("Lan đã nhận lời gọi này rồi.")
    hands.settle()

    hands.wait_for("Lan đã nhận lời gọi này rồi.")
    hands.tap("Đã rõ")

    assert "Lan đã nhận lời gọi này rồi." not in hands.texts()


def test_another_page_takes_a_told_failure_away(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST)
    window = _window(hands)
    window.tell("Lan đã nhận lời gọi này rồi.")

    window.show_screen(StaffScreenName.SCAN, ScanModel("", ""), hands.kit, rail(LIST))

    assert not window.told.isVisible()


def test_a_second_tap_hits_nothing_on_the_next_page(qtbot: QtBot) -> None:
    hands = console(qtbot, CALLS_PAGE, replace(CALLS_MODEL, calls=CALLS[:1]))
    window = _window(hands)
    button = hands.button("Tôi đến ngay")
    place = button.mapTo(window, button.rect().center())
    finger = QTest.createTouchDevice()

    hands.tap(button)
    window.show_screen(FORM, ASSISTANCE, hands.kit, rail(FORM))
    QTest.touchEvent(window, finger).press(0, place, window).commit()
    QTest.touchEvent(window, finger).release(0, place, window).commit()

    assert hands.wishes == [TakeCall("call-1")]
    assert not window.is_settled


def test_presses_and_keys_count_as_being_there(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.SCAN, ScanModel("", ""))
    told: list[bool] = []
    _window(hands).touched.connect(lambda: told.append(True))

    hands.tap("7")
    touched = len(told)
    QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_B)

    assert touched >= 1
    assert len(told) > touched


def test_tab_goes_from_the_rail_over_the_page_and_round(qtbot: QtBot) -> None:
    hands = console(qtbot, LIST, MOBILE_LIST, rail_model=RailModel(LAN, LIST))
    first = hands.button("Hỗ trợ")
    first.setFocus()

    stops: list[str] = []
    for _ in range(40):
        focused = hands.window.focusWidget()
        assert focused is not None
        if focused is first and stops:
            break
        stops.append(focused.accessibleName())
        hands.key(Qt.Key.Key_Tab)

    rail = ["Hỗ trợ", "Lưu động", "Lịch hẹn", "Quét phiếu", "Khóa", "Thoát"]
    assert stops[:7] == [*rail, "In danh sách"]
    assert 7 < len(stops) < 40
