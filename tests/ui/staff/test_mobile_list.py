"""The mobile-service list: by village, why and how urgent, and the trips that are planned."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import LARGE, Hands, console
from tests.ui.staff_samples import CASES, LISTED, MOBILE_LIST, TODAY, listed, promise
from tests.ui.states_mobile import COMPLETE, TRIP, WAITING
from ui.staff.list_row import ListRow
from ui.staff.mobile.models import MobileListModel, VillageCases
from ui.staff.mobile.wishes import OpenRound, PlanRound, PrintList
from ui.staff.models import StaffScreenName
from ui.staff.wishes import Open, OpenFollowUp
from ui.widgets.chip import Chip
from ui.widgets.pager import PagedBody

NAME = StaffScreenName.MOBILE_LIST


def _rows(hands: Hands) -> list[str]:
    return [row.text() for row in hands.all(ListRow)]


def test_cases_stand_by_village_with_what_matters(qtbot: QtBot) -> None:
    """Points, who, what it takes on the spot, why, what was done at the kiosk, and when."""
    hands = console(qtbot, NAME, MOBILE_LIST)

    assert "Thôn Đông Lỗ · 4 người" in hands.texts()
    assert "Thôn Kim Đường · 2 người" in hands.texts()
    assert _rows(hands)[0] == (
        "9, Nguyễn T. H. · 72, Đăng ký khai sinh, cần: hộ tịch · có thủ tục tại nhà, "
        "khó đi lại, ở một mình, đã đến 2 lần, dừng ở “Đăng nhập bằng VNeID” · vướng: Không có "
        "điện thoại thông minh; Mắt, tai, không biết chữ · đã có 2 giấy, quá 2 ngày"
    )
    assert _rows(hands)[-1] == (
        "0, Chưa ghi tên, Đăng ký khai sinh, cần: hộ tịch · có thủ tục tại nhà, "
        "vướng: Không có điện thoại thông minh; Mắt, tai, không biết chữ, còn 5 ngày"
    )
    assert hands.texts().count("điểm ưu tiên · lý do · ngày hẹn") == 1
    assert [chip.text() for chip in hands.all(Chip)] == ["6 người", "2 quá hẹn"]


def test_the_points_say_where_they_come_from(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MOBILE_LIST)

    told = hands.all(ListRow)[0].accessibleDescription()

    assert told == "9 điểm: khó đi lại 4, ở một mình 2, đã đến 2 lần 3"


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


def test_a_trip_is_planned_from_here(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MOBILE_LIST)

    hands.tap("Lập đợt")

    assert hands.wishes == [PlanRound()]


def test_the_list_is_put_on_paper_from_here(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MOBILE_LIST)

    hands.tap("In danh sách")

    assert hands.wishes == [PrintList()]


def test_planned_trips_stand_above_and_say_how_far_they_are(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(MOBILE_LIST, rounds=(WAITING, COMPLETE)))

    waiting, complete, *_ = hands.all(ListRow)

    assert waiting.text() == (
        "Thứ Năm, 26/11/2026 · buổi sáng, Thôn Đông Lỗ, Thôn Kim Đường, 4 người, "
        "còn 4 người chưa có kết quả"
    )
    assert complete.text().endswith("đủ kết quả, chờ đóng")
    hands.tap(waiting)
    assert hands.wishes == [OpenRound("r-1")]


def test_whoever_is_on_a_trip_says_on_which(qtbot: QtBot) -> None:
    on_trip = replace(LISTED[2], trip=TRIP)
    model = replace(MOBILE_LIST, villages=(VillageCases("Thôn Đông Lỗ", (on_trip,)),))
    hands = console(qtbot, NAME, model)

    assert _rows(hands)[0].endswith("còn 2 ngày, đợt 26/11 sáng")


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, MobileListModel((), MOBILE_LIST.names, TODAY, 0))

    assert "Không còn ai chờ ở nhà." in hands.texts()
    assert not hands.button("Lập đợt").isEnabled()


def test_a_list_that_cannot_be_read_is_read_again_on_a_tap(qtbot: QtBot) -> None:
    failed = MobileListModel((), MOBILE_LIST.names, TODAY, 0, problem="Ổ đĩa đang bận.")
    hands = console(qtbot, NAME, failed)

    hands.tap("Thử lại")

    assert hands.wishes == [Open(NAME)]


def _long_village() -> MobileListModel:
    cases = tuple(listed(promise(n, CASES[n % 4].person, n)) for n in range(40))
    return replace(MOBILE_LIST, villages=(VillageCases("Thôn Đông Lỗ", cases),))


def test_a_long_village_goes_on_in_the_same_order(qtbot: QtBot) -> None:
    model = _long_village()
    hands = console(qtbot, NAME, model)

    body = hands.all(PagedBody)[0]
    seen = [row.payload for row in hands.all(ListRow)]
    for _ in range(body.page_count - 1):
        body.next_page()
        assert "Thôn Đông Lỗ · 40 người · tiếp theo" in hands.texts()
        seen += [row.payload for row in hands.all(ListRow)]

    assert seen == [case.follow_up.id for case in model.villages[0].cases]


def test_a_long_village_is_put_together_again_on_a_larger_panel(qtbot: QtBot) -> None:
    model = _long_village()
    hands = console(qtbot, NAME, model)
    pages = hands.all(PagedBody)[0].page_count

    hands.window.resize(LARGE.width_px, LARGE.height_px)
    qtbot.waitUntil(lambda: hands.all(PagedBody)[0].page_count < pages)

    assert hands.all(ListRow)[0].payload == "f-0"
    assert len(hands.all(PagedBody)[0].findChildren(ListRow)) == 40
