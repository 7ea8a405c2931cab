"""Logging in: a name, then six digits; the wait after too many tries is counted down."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import console, staff_kit
from tests.ui.staff_samples import HA, LAN
from ui.staff.models import LogInModel, StaffScreenName
from ui.staff.screens.log_in import LogInScreen
from ui.staff.window import StaffWindow
from ui.staff.wishes import BackToCitizen, LogIn
from ui.widgets.pin_pad import PinPad

MODEL = LogInModel((LAN, HA))
REFUSED = replace(MODEL, chosen_id=LAN.id, problem="Mã PIN chưa đúng. Bấm lại.")


def test_nothing_can_be_entered_before_a_name_is_chosen(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.LOG_IN, MODEL)

    assert not hands.button(LAN.name).isChecked()
    assert not hands.all(PinPad)[0].isEnabled()


def test_a_name_and_six_tapped_digits_log_in(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.LOG_IN, MODEL)

    hands.tap(LAN.name)
    for digit in "482915":
        hands.tap(digit)

    assert hands.wishes == [LogIn(LAN.id, "482915")]


def test_the_digits_can_be_typed_too(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.LOG_IN, MODEL)

    hands.tap(HA.name)
    hands.keys("739164")

    assert hands.wishes == [LogIn(HA.id, "739164")]


def test_a_refused_pin_keeps_the_name_and_says_why(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.LOG_IN, MODEL)
    hands.tap(LAN.name)
    page = hands.window.page

    assert isinstance(hands.window, StaffWindow)
    hands.window.show_screen(StaffScreenName.LOG_IN, REFUSED, hands.kit)

    assert hands.window.page is page
    assert "Mã PIN chưa đúng. Bấm lại." in hands.texts()
    assert hands.button(LAN.name).isChecked()
    assert hands.all(PinPad)[0].isEnabled()


def test_the_wait_is_counted_down_and_then_over(qtbot: QtBot) -> None:
    now = [1000.0]
    waiting = replace(REFUSED, wait_seconds=60)
    screen = LogInScreen(staff_kit(), waiting, clock=lambda: now[0])
    qtbot.addWidget(screen)
    pad = screen.findChild(PinPad)
    assert isinstance(pad, PinPad)

    assert not pad.isEnabled()
    now[0] += 18.5
    screen.tick()
    assert "Thử lại sau 0:42." in screen.told()
    now[0] += 42
    screen.tick()

    assert pad.isEnabled()
    assert "Thử lại" not in screen.told()


def test_seeing_the_same_model_again_does_not_start_the_wait_anew(qtbot: QtBot) -> None:
    now = [0.0]
    waiting = replace(REFUSED, wait_seconds=60)
    screen = LogInScreen(staff_kit(), waiting, clock=lambda: now[0])
    qtbot.addWidget(screen)
    now[0] = 59.0

    assert screen.refresh(waiting)
    screen.tick()

    assert "Thử lại sau 0:01." in screen.told()


def test_on_one_screen_the_citizen_gets_it_back(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.LOG_IN, replace(MODEL, is_one_screen=True))

    hands.tap("Trả màn hình cho người dân")

    assert hands.wishes == [BackToCitizen()]


def test_without_accounts_the_page_says_whom_to_ask(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.LOG_IN, LogInModel(()))

    assert "Chưa có ai được phép đăng nhập." in hands.texts()
