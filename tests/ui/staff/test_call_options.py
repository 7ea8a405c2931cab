"""Handing a call over, cancelling it, going in a colleague's place: one tap each, by touch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.help_call import CANCEL_REASON_LABELS, CancelReason
from tests.ui.staff_hands import Hands, console
from tests.ui.staff_samples import (
    ASSISTANCE,
    CALLS,
    CALLS_MODEL,
    COLLEAGUES,
    HA,
    NOW,
    SIGNS,
    rail,
)
from ui.staff.call_card import CallCard
from ui.staff.models import CallsModel, StaffScreenName
from ui.staff.quiet_signs import QuietSigns
from ui.staff.rail_button import RailButton
from ui.staff.window import StaffWindow
from ui.staff.wishes import (
    CancelCall,
    GiveTime,
    HandOver,
    LogWithoutCall,
    Open,
    TakeOver,
    WorkOnScreen,
)
from ui.widgets.text_block import TextBlock

NAME = StaffScreenName.CALLS
MINE = replace(CALLS_MODEL, calls=CALLS[2:3])


def _show(hands: Hands, model: CallsModel) -> None:
    assert isinstance(hands.window, StaffWindow)
    hands.window.show_screen(NAME, model, hands.kit, rail(NAME, HA))


def test_a_taken_call_is_handed_to_a_colleague_on_duty(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MINE)

    hands.tap("Chuyển hoặc hủy lời gọi")
    hands.tap("Trần Văn Tuấn")

    assert hands.wishes == [HandOver("call-3", COLLEAGUES[1].id)]
    assert hands.all(CallCard)


def test_without_a_colleague_there_is_nobody_to_hand_it_to(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(MINE, colleagues=()))

    hands.tap("Chuyển hoặc hủy lời gọi")

    assert "Chưa có ai khác đang trực." in hands.texts()


@pytest.mark.parametrize("reason", list(CANCEL_REASON_LABELS))
def test_a_waiting_call_is_cancelled_with_a_reason(qtbot: QtBot, reason: CancelReason) -> None:
    hands = console(qtbot, NAME, replace(CALLS_MODEL, calls=CALLS[:1]))

    hands.tap("Hủy lời gọi")
    assert "Chuyển cho người đang trực" not in hands.texts()
    hands.tap(CANCEL_REASON_LABELS[reason])

    assert hands.wishes == [CancelCall("call-1", reason)]


def test_leaving_the_options_changes_nothing(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MINE)

    hands.tap("Chuyển hoặc hủy lời gọi")
    hands.tap("Quay lại")

    assert hands.wishes == []
    assert len(hands.all(CallCard)) == 1


def test_a_newer_queue_does_not_take_the_options_away(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MINE)
    hands.tap("Chuyển hoặc hủy lời gọi")

    _show(hands, replace(MINE, calls=(*CALLS[:1], *MINE.calls)))
    assert "Lời gọi ở Quầy 3" in hands.texts()

    _show(hands, replace(MINE, calls=CALLS[:1]))
    hands.wait_for("Tôi đến ngay")
    assert "Lời gọi ở Quầy 3" not in hands.texts()


def test_somebody_who_has_left_is_replaced(qtbot: QtBot) -> None:
    helped_by_ha = replace(CALLS_MODEL, calls=CALLS[3:])
    hands = console(qtbot, NAME, helped_by_ha)
    assert "Nhận thay" not in hands.texts()

    _show(hands, replace(helped_by_ha, colleagues=()))
    hands.wait_for("Nhận thay")
    hands.tap("Nhận thay")

    assert hands.wishes == [TakeOver("call-4")]


def test_a_call_handed_over_says_by_whom(qtbot: QtBot) -> None:
    handed = replace(CALLS[2], handed_by_name="Phạm Thu Hà")
    hands = console(qtbot, NAME, replace(MINE, calls=(handed,)))

    assert "Phạm Thu Hà chuyển sang" in hands.texts()


def test_the_form_offers_the_same(qtbot: QtBot) -> None:
    form = StaffScreenName.ASSISTANCE
    wishes = {
        "Phạm Thu Hà": HandOver("call-1", HA.id),
        "Người dân đã về": CancelCall("call-1", CancelReason.LEFT),
    }
    for chosen, wish in wishes.items():
        hands = console(qtbot, form, replace(ASSISTANCE, colleagues=COLLEAGUES))
        hands.tap("Chuyển hoặc hủy lời gọi")
        hands.tap(chosen)
        assert hands.wishes == [wish]


def test_who_may_be_stuck_is_told_above_the_queue_and_marked_at_the_rail(qtbot: QtBot) -> None:
    marked = rail(NAME, HA, waiting=0, may_be_stuck=1)
    hands = console(qtbot, NAME, replace(CALLS_MODEL, signs=SIGNS[:1]), rail_model=marked)

    (signs,) = hands.all(QuietSigns)
    told = [block.text() for block in signs.findChildren(TextBlock)]
    assert told == ["Quầy 5 có thể cần giúp · Đăng ký khai sinh · Đăng nhập bằng VNeID"]
    button = next(b for b in hands.all(RailButton) if b.payload == Open(NAME))
    assert (button.is_marked, button.count) == (True, 0)
    assert button.accessibleDescription() == "1 người có thể cần giúp"


def test_a_sign_comes_and_goes_in_place(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, CALLS_MODEL)
    assert not hands.all(QuietSigns)

    _show(hands, replace(CALLS_MODEL, signs=(*SIGNS, *SIGNS)))
    hands.wait_for("và 3 người nữa")
    _show(hands, replace(CALLS_MODEL, now=NOW))

    qtbot.waitUntil(lambda: not hands.all(QuietSigns))


def test_help_without_the_kiosk_and_ones_own_entries_are_a_tap_away(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(CALLS_MODEL, calls=()))

    hands.tap("Ghi lượt giúp ngoài máy")
    hands.tap("Lượt tôi đã ghi")

    assert hands.wishes == [LogWithoutCall(), Open(StaffScreenName.TODAY)]


def test_whoever_helps_may_give_the_person_time(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.ASSISTANCE, ASSISTANCE)

    hands.tap("Chuyển hoặc hủy lời gọi")
    assert "Thao tác giúp trên máy này" not in hands.texts()
    hands.tap("Cứ từ từ")

    assert ASSISTANCE.call is not None
    assert hands.wishes == [GiveTime(ASSISTANCE.call.visit_id)]
    assert "Ghi nhận hỗ trợ" in hands.texts()


def test_on_the_citizens_own_screen_staff_may_work_on_it(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.ASSISTANCE, replace(ASSISTANCE, is_confined=True))

    hands.tap("Chuyển hoặc hủy lời gọi")
    hands.tap("Thao tác giúp trên máy này")

    assert ASSISTANCE.call is not None
    assert hands.wishes == [WorkOnScreen(ASSISTANCE.call.visit_id)]


def test_the_time_on_the_citizens_screen_is_told_and_chooses_nothing(qtbot: QtBot) -> None:
    model = replace(ASSISTANCE, on_screen_seconds=190)
    hands = console(qtbot, StaffScreenName.ASSISTANCE, model)

    assert "Đã làm giúp trên máy 4 phút" in hands.texts()
    assert hands.wishes == []
