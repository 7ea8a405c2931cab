"""The mobile-service list: by village, overdue in red, a tap opens the case."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import Hands, console
from tests.ui.staff_samples import CASES, MOBILE_LIST, TODAY, promise
from ui.staff.list_row import ListRow
from ui.staff.models import MobileListModel, StaffScreenName, VillageCases
from ui.staff.village_card import VillageCard
from ui.staff.wishes import Open, OpenFollowUp, PrintList
from ui.widgets.chip import Chip
from ui.widgets.pager import PagedBody

NAME = StaffScreenName.MOBILE_LIST


def _rows(hands: Hands) -> list[str]:
    return [row.text() for row in hands.all(ListRow)]


def test_cases_stand_by_village_with_what_matters(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MOBILE_LIST)

    assert "Thôn Đông Lỗ · 4 người" in hands.texts()
    assert "Thôn Kim Đường · 2 người" in hands.texts()
    assert (
        _rows(hands)[0]
        == "Nguyễn T. H. · 72, Đăng ký khai sinh, khó đi lại, ở một mình, quá 2 ngày"
    )
    assert _rows(hands)[-1] == "Chưa ghi tên, Đăng ký khai sinh, còn 5 ngày"
    assert [chip.text() for chip in hands.all(Chip)] == ["6 người", "2 quá hẹn"]


def test_a_missed_promise_is_red_and_a_coming_one_is_not(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MOBILE_LIST)
    red = hands.kit.theme.palette.red.lower()

    late, due, coming, *_ = hands.all(ListRow)

    assert red in _colours(late.grab().toImage())
    assert red in _colours(due.grab().toImage())
    assert red not in _colours(coming.grab().toImage())


def _colours(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width() * 3 // 4, picture.width())
        for y in range(picture.height())
    }


def test_a_tap_opens_the_case(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MOBILE_LIST)

    hands.tap(hands.all(ListRow)[1])

    assert hands.wishes == [OpenFollowUp("f-1")]


def test_the_list_is_printed(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MOBILE_LIST)

    hands.tap("In danh sách")

    assert hands.wishes == [PrintList()]


def test_it_is_not_printed_twice_at_once(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(MOBILE_LIST, is_printing=True))

    assert not hands.button("In danh sách").isEnabled()


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MobileListModel((), MOBILE_LIST.names, TODAY, 0))

    assert "Không còn ai chờ ở nhà." in hands.texts()
    assert not hands.button("In danh sách").isEnabled()


def test_a_list_that_cannot_be_read_is_read_again_on_a_tap(qtbot: QtBot) -> None:
    failed = MobileListModel((), MOBILE_LIST.names, TODAY, 0, problem="Ổ đĩa đang bận.")
    hands = console(qtbot, NAME, failed)

    hands.tap("Thử lại")

    assert hands.wishes == [Open(NAME)]


def test_a_long_village_goes_on_in_the_same_order(qtbot: QtBot) -> None:
    cases = tuple(promise(number, CASES[number % 4].person, number) for number in range(40))
    model = replace(MOBILE_LIST, villages=(VillageCases("Thôn Đông Lỗ", cases),))
    hands = console(qtbot, NAME, model)

    body = hands.all(PagedBody)[0]
    rows = [row for card in body.findChildren(VillageCard) for row in card.findChildren(ListRow)]
    hands.tap("Xem tiếp")

    assert [row.payload for row in rows] == [case.id for case in cases]
    assert "Thôn Đông Lỗ · 40 người · tiếp theo" in hands.texts()
