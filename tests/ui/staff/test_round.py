"""One trip: its rows with their answers, the sheet, and closing when nothing is open."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from kiosk.domain.round import RoundState
from tests.ui.staff_hands import LARGE, Hands, console
from tests.ui.states_mobile import COMPLETE, HALF_DONE, WAITING, round_model
from ui.staff.list_row import ListRow
from ui.staff.mobile.wishes import CancelRound, ChangeRound, CloseRound, PrintRound
from ui.staff.models import StaffScreenName
from ui.staff.wishes import Open, OpenFollowUp
from ui.widgets.chip import Chip

NAME = StaffScreenName.ROUND


def _rows(hands: Hands) -> list[str]:
    return [row.text() for row in hands.all(ListRow)]


def test_rows_have_their_number_the_call_and_the_answer(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, round_model(HALF_DONE), metrics=LARGE)

    assert _rows(hands) == [
        "1, (đã đóng), Đăng ký khai sinh, cần: hộ tịch, Xong",
        "2, Đỗ V. T. · 81, Trợ cấp hưu trí xã hội, Xin ngày khác, Không có nhà",
        (
            "3, Phạm T. L. · 69, Đăng ký khai sinh, cần: hộ tịch · có thủ tục tại nhà, "
            "Không nghe máy, chờ kết quả"
        ),
        "4, Lê V. K., Trợ cấp hưu trí xã hội, Sai số, chờ kết quả",
    ]
    assert [chip.text() for chip in hands.all(Chip)] == [
        "Thứ Năm, 26/11/2026 · buổi sáng",
        "còn 2 người chưa có kết quả",
    ]


def test_who_goes_where_and_with_what_is_told(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, round_model(WAITING), metrics=LARGE)

    for text in (
        "Thôn Đông Lỗ, Thôn Kim Đường",
        "Nguyễn Thị Lan, Phạm Thu Hà, đ/c Hà (công an)",
        "Mời cùng đi: Cán bộ hộ tịch",
        "Thiết bị lấy sinh trắc của công an",
    ):
        assert text in hands.texts()


def test_a_row_opens_its_case(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, round_model(WAITING))

    hands.tap(hands.all(ListRow)[1])

    assert hands.wishes == [OpenFollowUp("f-1")]


def test_the_sheet_is_printed_and_not_twice_at_once(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, round_model(WAITING))
    hands.tap("In bảng đi")
    assert hands.wishes == [PrintRound("r-1")]

    busy = console(qtbot, NAME, round_model(WAITING, is_printing=True))
    assert not busy.button("In bảng đi").isEnabled()


def test_it_is_closed_only_when_every_row_has_an_answer(qtbot: QtBot) -> None:
    half = console(qtbot, NAME, round_model(HALF_DONE))
    assert "Đóng đợt" not in half.texts()

    hands = console(qtbot, NAME, round_model(COMPLETE))
    assert "In bảng đi" not in hands.texts()
    hands.tap("Đóng đợt")
    assert hands.wishes == [CloseRound("r-1")]


def test_giving_a_trip_up_takes_a_second_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, round_model(WAITING), metrics=LARGE)

    hands.tap("Bỏ đợt")
    assert hands.wishes == []
    assert "Mọi người trở lại danh sách như trước." in hands.texts()
    hands.tap("Bỏ đợt")

    assert hands.wishes == [CancelRound("r-1")]


def test_a_trip_is_changed(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, round_model(WAITING))

    hands.tap("Sửa đợt")

    assert hands.wishes == [ChangeRound("r-1")]


def test_a_closed_trip_offers_nothing_but_the_way_back(qtbot: QtBot) -> None:
    closed = round_model(replace(COMPLETE, state=RoundState.CLOSED))
    hands = console(qtbot, NAME, closed)

    for text in ("Đóng đợt", "In bảng đi", "Sửa đợt", "Bỏ đợt"):
        assert text not in hands.texts()
    hands.tap("Về danh sách")
    assert hands.wishes == [Open(StaffScreenName.MOBILE_LIST)]
