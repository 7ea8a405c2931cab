"""Opening a slip by its code: a wrong character is noticed before anything is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.slip_code import ALPHABET, new_code
from tests.ui.staff_hands import console
from ui.staff.code_pad import CodePad
from ui.staff.models import ScanModel, StaffScreenName
from ui.staff.window import StaffWindow
from ui.staff.wishes import EnterCode, LookWithCamera, OpenFollowUp

NAME = StaffScreenName.SCAN
EMPTY = ScanModel("", "")
WRONG = "Mã chưa khớp. So lại từng chữ với phiếu."


def _with_wrong_check(code: str) -> str:
    other = ALPHABET[(ALPHABET.index(code[-1]) + 1) % len(ALPHABET)]
    return code[:-1] + other


def test_a_code_is_typed_on_the_keyboard(qtbot: QtBot) -> None:
    code = new_code()
    hands = console(qtbot, NAME, EMPTY)

    hands.keys(code.lower())
    hands.key(Qt.Key.Key_Return)

    assert hands.wishes == [EnterCode(code)]


def test_a_code_is_tapped(qtbot: QtBot) -> None:
    code = next(c for c in (new_code() for _ in range(100)) if len(set(c)) == len(c))
    hands = console(qtbot, NAME, EMPTY)

    for character in code:
        hands.tap(character)
    hands.tap("Mở phiếu")

    assert hands.wishes == [EnterCode(code)]


def test_a_wrong_check_character_is_noticed_at_once(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, EMPTY)

    hands.keys(_with_wrong_check(new_code()))
    hands.key(Qt.Key.Key_Return)

    hands.wait_for(WRONG)
    assert not hands.button("Mở phiếu").isEnabled()
    assert hands.wishes == []


def test_letters_that_no_code_has_are_left_out(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, EMPTY)

    hands.keys("a7-ok")
    hands.tap("Xóa chữ vừa bấm")

    assert hands.all(CodePad)[0].typed() == "7"


def test_a_replaced_slip_leads_to_its_case(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ScanModel("Phiếu này đã có bản mới", "Dùng bản in sau.", "f-1"))

    hands.tap("Mở việc hẹn")

    assert hands.wishes == [OpenFollowUp("f-1")]


def test_a_camera_reads_slips_where_there_is_one(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ScanModel("", "", has_camera=True))

    hands.tap("Quét bằng camera")

    assert hands.wishes == [LookWithCamera()]


def test_what_a_code_gave_is_told_and_the_keys_start_afresh(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, EMPTY)
    hands.keys("7KM")

    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert page is not None
    assert page.refresh(ScanModel("Chưa mở được phiếu này", "Phiếu này không do xã cấp."))

    hands.wait_for("Phiếu này không do xã cấp.")
    assert hands.all(CodePad)[0].typed() == ""
