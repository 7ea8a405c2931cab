"""The queue: who waits how long, and “Tôi đến ngay”."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import console, staff_kit
from tests.ui.staff_samples import CALLS, CALLS_MODEL, NOW
from ui.staff.call_card import CallCard
from ui.staff.models import StaffScreenName
from ui.staff.screens.calls import CallsScreen
from ui.staff.window import StaffWindow
from ui.staff.wishes import Open, ShowCall, TakeCall
from ui.widgets.chip import Chip
from ui.widgets.text_block import TextBlock

NAME = StaffScreenName.CALLS


def test_a_tap_takes_the_call(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CALLS_MODEL, calls=CALLS[:1]))

    hands.tap("Tôi đến ngay")

    assert hands.wishes == [TakeCall("call-1")]


def test_ones_own_taken_call_is_opened_again(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CALLS_MODEL)

    hands.tap("Ghi nhận hỗ trợ")

    assert hands.wishes == [ShowCall("call-3")]


def test_a_colleagues_call_only_says_who_helps(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CALLS_MODEL, calls=CALLS[3:]))

    assert "Phạm Thu Hà đang giúp" in [chip.text() for chip in hands.all(Chip)]
    assert "Không ai phải chờ." in hands.texts()


def test_waiting_times_run_on(qtbot: QtBot) -> None:
    now = [0.0]
    screen = CallsScreen(staff_kit(), CALLS_MODEL, clock=lambda: now[0])
    qtbot.addWidget(screen)

    now[0] = 16.4
    screen.tick()

    clocks = [card.findChildren(Chip)[0].text() for card in screen.findChildren(CallCard)]
    lines = [block.text() for block in screen.findChildren(TextBlock)]
    assert clocks == ["2:01", "0:36", "5:16", "6:56"]
    assert "2 người chờ · lâu nhất 2 phút 1 giây" in lines


def test_a_reading_with_nothing_new_moves_nothing(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CALLS_MODEL)
    cards = hands.all(CallCard)

    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert page is not None
    assert page.refresh(replace(CALLS_MODEL, now=NOW + timedelta(seconds=1)))

    assert hands.all(CallCard) == cards


def test_a_new_call_appears_in_place(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CALLS_MODEL, calls=CALLS[:1]))

    assert isinstance(hands.window, StaffWindow)
    hands.window.show_screen(NAME, CALLS_MODEL, hands.kit, None)

    hands.wait_for("Trợ cấp hưu trí xã hội")
    assert len(hands.all(CallCard)) == len(CALLS)


def test_an_empty_queue_promises_to_tell(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CALLS_MODEL, calls=()))

    assert "Chưa có ai gọi." in hands.texts()
    assert "14" in hands.texts()


def test_how_long_people_waited_is_shown_once_someone_was_helped(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CALLS_MODEL)
    assert "4:05\nchờ trung bình" in hands.texts()

    untaken = console(qtbot, NAME, replace(CALLS_MODEL, average_wait_seconds=None))
    assert "chờ trung bình" not in untaken.texts()
    assert "hẹn làm tiếp" in untaken.texts()


def test_a_queue_that_cannot_be_read_is_read_again_on_a_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CALLS_MODEL, problem="Ổ đĩa đang bận."))

    hands.tap("Thử lại")

    assert "Ổ đĩa đang bận." in hands.texts()
    assert hands.wishes == [Open(NAME)]
