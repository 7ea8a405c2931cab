"""The accounts: a PIN is issued after a second tap, and shown alone until it is written down."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import console
from tests.ui.staff_samples import LAN, STAFF, TUAN
from ui.staff.models import AccountsModel, StaffScreenName
from ui.staff.wishes import AddSupporter, BlockStaff, IssuePin, PinSeen
from ui.widgets.text_field import TextField

NAME = StaffScreenName.ACCOUNTS


def test_a_supporter_is_added_by_name(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, AccountsModel(STAFF))

    hands.all(TextField)[0].setFocus()
    hands.keys("  Lê  Thị Mai ")
    hands.tap("Thêm cán bộ")

    assert hands.wishes == [AddSupporter("Lê Thị Mai")]


def test_without_a_name_nobody_is_added(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, AccountsModel(STAFF))

    hands.tap("Thêm cán bộ")

    assert hands.wishes == []
    hands.wait_for("Ghi họ và tên trước.")


def test_an_account_is_blocked_and_let_in_again(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, AccountsModel(STAFF))

    hands.tap(f"Khóa tài khoản: {LAN.name}")
    hands.tap(f"Mở khóa: {TUAN.name}")

    assert hands.wishes == [
        BlockStaff(LAN.id, is_blocked=True),
        BlockStaff(TUAN.id, is_blocked=False),
    ]


def test_a_new_pin_takes_a_second_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, AccountsModel(STAFF))

    hands.tap(f"Cấp mã PIN mới cho {LAN.name}")
    assert hands.wishes == []
    hands.tap("Cấp mã mới")

    assert hands.wishes == [IssuePin(LAN.id)]


def test_an_issued_pin_stands_alone_until_it_is_written_down(qtbot: QtBot) -> None:
    issued = AccountsModel(STAFF, issued_for=LAN.name, issued_pin="482915")
    hands = console(qtbot, NAME, issued)

    assert "482 915" in hands.texts()
    assert "Thêm cán bộ" not in hands.texts()
    hands.tap("Đã ghi lại")
    assert hands.wishes == [PinSeen()]


def test_a_problem_stands_at_the_name(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, AccountsModel(STAFF, problem="Đã có người tên này."))

    assert "Đã có người tên này." in hands.texts()
