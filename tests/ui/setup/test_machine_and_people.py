"""Panel, printer, accounts and the recovery sheet: what the machine and its people are given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.slip import Paper
from tests.ui.staff_hands import LARGE, Hands, set_up
from tests.ui.staff_samples import LAN
from tests.ui.states_setup import (
    FINISH,
    GROUPS,
    PRINTER,
    RECOVERY,
    SUPPORTERS,
    progress,
)
from ui.setup.models import JoinModel, LeadModel, PanelModel, SetupPageName
from ui.setup.parts.card_outline import CARD_HEIGHT_MM, CARD_WIDTH_MM, CardOutline
from ui.setup.wishes import (
    AddSupporter,
    ConfirmRecovery,
    Finish,
    GoNext,
    JoinOffice,
    PinSeen,
    PrintRecovery,
    PrintTest,
    SaveLead,
    SavePanel,
    SavePrinter,
)
from ui.setup.wizard import SetupWizard
from ui.widgets.pin_pad import PinPad
from ui.widgets.text_field import TextField

NAME = SetupPageName
PANEL = PanelModel(progress(NAME.PANEL), 476.0, 1920)
LEAD = LeadModel(progress(NAME.LEAD))
GOOD_PIN, OTHER_PIN = "739164", "917350"


def _window(hands: Hands) -> SetupWizard:
    assert isinstance(hands.window, SetupWizard)
    return hands.window


def _type_name(hands: Hands, name: str) -> None:
    hands.all(TextField)[0].setFocus()
    hands.keys(name)


def _press_pin(hands: Hands, pin: str) -> None:
    hands.all(PinPad)[0].setFocus()
    hands.keys(pin)


# The panel


def test_the_drawn_card_has_the_shape_of_a_real_one(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.PANEL, PANEL, metrics=LARGE)

    card = hands.all(CardOutline)[0]

    assert card.width() == round(CARD_WIDTH_MM * 1920 / 476)
    assert card.width() / card.height() == pytest.approx(CARD_WIDTH_MM / CARD_HEIGHT_MM, rel=0.01)


def test_the_width_follows_from_the_card(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.PANEL, PANEL, metrics=LARGE)

    hands.tap("Lớn hơn nhiều")
    hands.tap("Nhỏ hơn chút")
    hands.tap("Tiếp tục")

    card_px = round(CARD_WIDTH_MM * 1920 / 476) + 9
    wish = hands.last(SavePanel)
    assert isinstance(wish, SavePanel)
    assert wish.width_mm == pytest.approx(CARD_WIDTH_MM * 1920 / card_px)
    assert f"Bề ngang màn hình: {wish.width_mm:.0f} mm" in hands.texts()


def test_a_card_that_fits_already_keeps_the_width(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.PANEL, PANEL, metrics=LARGE)

    hands.tap("Tiếp tục")

    wish = hands.last(SavePanel)
    assert isinstance(wish, SavePanel)
    assert wish.width_mm == pytest.approx(476.0, rel=0.003)


# The printer


def test_without_a_printer_slips_are_kept_as_pdf(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.PRINTER, replace(PRINTER, printers=()))

    assert "Không có máy in: giữ PDF" in hands.texts()
    assert not hands.button("In thử một tờ").isEnabled()
    hands.tap("Tiếp tục")

    assert hands.wishes == [SavePrinter("", Paper.ROLL_80, "Quầy 1")]


def test_printer_paper_and_counter_are_chosen_and_tried(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.PRINTER, PRINTER)

    hands.tap("Không có máy in: giữ PDF")
    hands.tap("Canon LBP2900")
    hands.tap("Giấy A4")
    hands.all(TextField)[0].clear()
    _type_name(hands, "Quầy tư pháp")
    hands.tap("In thử một tờ")
    hands.tap("Tiếp tục")

    assert hands.wishes == [
        PrintTest("Canon LBP2900", Paper.A4),
        SavePrinter("Canon LBP2900", Paper.A4, "Quầy tư pháp"),
    ]


def test_printers_that_are_found_late_leave_the_choice_alone(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.PRINTER, replace(PRINTER, printers=()))
    hands.tap("Giấy A4")

    _window(hands).show_page(NAME.PRINTER, PRINTER)
    hands.tap("Không có máy in: giữ PDF")
    hands.tap("EPSON TM-T82")
    hands.tap("Tiếp tục")

    assert hands.wishes == [SavePrinter("EPSON TM-T82", Paper.A4, "Quầy 1")]


def test_a_test_print_that_failed_is_told(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.PRINTER, replace(PRINTER, printer="EPSON TM-T82"))

    problem = replace(PRINTER, printer="EPSON TM-T82", problem="Máy in đang tạm dừng.")
    _window(hands).show_page(NAME.PRINTER, problem)

    hands.wait_for("Máy in đang tạm dừng.")


# The lead


def test_the_pin_is_pressed_twice(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.LEAD, LEAD)

    _type_name(hands, "Phạm Thu Hà")
    _press_pin(hands, GOOD_PIN)
    assert "Bấm lại mã ấy lần nữa" in hands.texts()
    _press_pin(hands, GOOD_PIN)
    hands.tap("Tiếp tục")

    assert hands.wishes == [SaveLead("Phạm Thu Hà", GOOD_PIN, GOOD_PIN)]


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("111111", "số lặp lại quá nhiều"),
        ("123456", "các số đi liền nhau"),
        ("050254", "trông giống ngày sinh"),
    ],
)
def test_an_easy_pin_is_refused_at_once(qtbot: QtBot, pin: str, reason: str) -> None:
    hands = set_up(qtbot, NAME.LEAD, LEAD)

    _press_pin(hands, pin)

    hands.wait_for(reason)
    assert "Đặt mã PIN 6 số" in hands.texts()


def test_two_different_pins_start_anew(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.LEAD, LEAD)

    _press_pin(hands, GOOD_PIN)
    _press_pin(hands, OTHER_PIN)

    hands.wait_for("Hai lần bấm chưa giống nhau. Đặt lại từ đầu.")
    assert "Đặt mã PIN 6 số" in hands.texts()


def test_without_name_or_pin_nothing_is_saved(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.LEAD, LEAD)

    hands.tap("Tiếp tục")
    hands.wait_for("Ghi họ và tên trước.")

    assert hands.wishes == []


def test_the_digits_are_forgotten_when_the_page_is_left(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.LEAD, LEAD)
    _press_pin(hands, GOOD_PIN)
    _press_pin(hands, GOOD_PIN)

    _window(hands).show_page(NAME.PRINTER, PRINTER)
    _window(hands).show_page(NAME.LEAD, LEAD)

    assert "Đặt mã PIN 6 số" in hands.texts()


def test_a_lead_that_exists_is_not_asked_for_again(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.LEAD, replace(LEAD, saved_name="Phạm Thu Hà"))

    assert "Đã có tài khoản: Phạm Thu Hà" in hands.texts()
    hands.tap("Tiếp tục")
    assert hands.wishes == [GoNext()]


def test_a_lead_just_made_is_not_asked_for_again(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.LEAD, LEAD)

    _window(hands).show_page(NAME.PRINTER, PRINTER)
    _window(hands).show_page(NAME.LEAD, replace(LEAD, saved_name="Phạm Thu Hà"))

    hands.wait_for("Đã có tài khoản: Phạm Thu Hà")


# The recovery sheet


def test_the_sheet_is_printed_put_away_and_typed_back(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.RECOVERY, RECOVERY)

    assert all(group in hands.texts() for group in GROUPS)
    hands.tap("In phiếu khôi phục")
    hands.tap("Đã cất phiếu, gõ lại")
    hands.wait_for("Xác nhận phiếu")
    assert not any(group in hands.texts() for group in GROUPS)
    hands.keys("".join(GROUPS))

    typed = [field.text() for field in hands.all(TextField)]
    assert typed == list(GROUPS)
    assert hands.wishes == [PrintRecovery()]


def test_what_was_typed_back_is_confirmed(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.RECOVERY, RECOVERY)
    page = _window(hands).page
    assert page is not None

    hands.tap("Đã cất phiếu, gõ lại")
    hands.wait_for("Xác nhận phiếu")
    hands.keys("".join(GROUPS))
    page.go_on()

    assert hands.wishes == [ConfirmRecovery(" ".join(GROUPS))]


def test_a_wrong_group_is_told_and_the_typing_stays(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.RECOVERY, RECOVERY)
    hands.tap("Đã cất phiếu, gõ lại")
    hands.wait_for("Xác nhận phiếu")
    hands.keys(GROUPS[0])

    _window(hands).show_page(NAME.RECOVERY, replace(RECOVERY, problem="Nhóm thứ 2 chưa đúng."))

    hands.wait_for("Nhóm thứ 2 chưa đúng.")
    qtbot.waitUntil(lambda: len(hands.all(TextField)) == len(GROUPS))
    assert hands.all(TextField)[0].text() == GROUPS[0]


def test_the_sheet_may_wait(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.RECOVERY, RECOVERY)

    hands.tap("Để sau")

    assert hands.wishes == [GoNext()]


def test_a_confirmed_sheet_shows_no_groups(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.RECOVERY, replace(RECOVERY, is_confirmed=True))

    assert not any(group in hands.texts() for group in GROUPS)
    hands.tap("Tiếp tục")
    assert hands.wishes == [GoNext()]


def test_a_second_counter_joins_with_the_sheet(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.JOIN, JoinModel())

    hands.keys("".join(GROUPS))
    hands.tap("Thêm máy này")

    assert hands.wishes == [JoinOffice(" ".join(GROUPS))]


# Supporters and the end


def test_supporters_are_added_as_in_the_console(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.SUPPORTERS, SUPPORTERS)

    _type_name(hands, "Lê Thị Mai")
    hands.tap("Thêm cán bộ")
    hands.tap("Tiếp tục")

    assert hands.wishes == [AddSupporter("Lê Thị Mai"), GoNext()]


def test_the_page_is_not_left_before_the_pin_is_written_down(qtbot: QtBot) -> None:
    issued = replace(SUPPORTERS, issued_for=LAN.name, issued_pin="482915")
    hands = set_up(qtbot, NAME.SUPPORTERS, issued)

    assert "482 915" in hands.texts()
    assert "Tiếp tục" not in hands.texts()
    hands.tap("Đã ghi lại")
    _window(hands).show_page(NAME.SUPPORTERS, SUPPORTERS)

    assert hands.wishes == [PinSeen()]
    hands.wait_for("Tiếp tục")
    assert "482 915" not in hands.texts()


def test_the_end_names_what_is_still_open(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.FINISH, FINISH)

    assert "Chưa gõ lại phiếu khôi phục. Chưa ghi được tên người dân." in hands.texts()
    hands.tap("Bắt đầu dùng")
    assert hands.wishes == [Finish()]
