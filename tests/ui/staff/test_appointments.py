"""The day view: two halves, what waits whatever the day, and the days before and after."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from tests.ui.staff_hands import LARGE, Hands, console
from tests.ui.staff_samples import TODAY
from tests.ui.states_mobile import appointment_states
from ui.staff.list_row import ListRow
from ui.staff.mobile.wishes import ShowDay
from ui.staff.models import StaffScreenName
from ui.staff.wishes import Open, OpenFollowUp
from ui.widgets.chip import Chip

NAME = StaffScreenName.APPOINTMENTS
STATES = {name: model for name, _, model in appointment_states()}


def _rows(hands: Hands) -> set[str]:
    return {row.text() for row in hands.all(ListRow)}


def test_each_half_of_the_day_has_its_people(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, STATES["appointments"], metrics=LARGE)

    for title in ("Chủ Nhật, 22/11/2026", "Buổi sáng · 2 người", "Buổi chiều · 1 người"):
        assert title in hands.texts()
    assert {
        "Nguyễn T. H. · 72, Trợ cấp hưu trí xã hội, đến quầy",
        "Đỗ V. T. · 81, Đăng ký khai sinh, gọi điện",
        "Chưa ghi tên, Trợ cấp hưu trí xã hội, đến quầy",
    } <= _rows(hands)
    assert [chip.text() for chip in hands.all(Chip)] == ["Hôm nay"]


def test_wishes_and_missed_appointments_wait_whatever_the_day(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, STATES["appointments"], metrics=LARGE)

    assert "Xin đổi ngày · 1 người" in hands.texts()
    assert "Quá hẹn · 1 người" in hands.texts()
    assert {
        "Phạm T. L. · 69, Đăng ký khai sinh, còn 3 ngày, xin đổi sang 30/11",
        "Lê V. K., Trợ cấp hưu trí xã hội, quá 3 ngày, đến quầy",
    } <= _rows(hands)


def test_a_row_opens_its_case(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, STATES["appointments"], metrics=LARGE)

    hands.tap(next(row for row in hands.all(ListRow) if "gọi điện" in row.text()))

    assert hands.wishes == [OpenFollowUp("f-2")]


def test_days_are_turned_by_steps(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, STATES["appointments"])

    hands.tap("Hôm sau")
    hands.tap("Hôm trước")

    assert hands.wishes == [
        ShowDay(TODAY + timedelta(days=1)),
        ShowDay(TODAY - timedelta(days=1)),
    ]
    assert not hands.button("Hôm nay").isEnabled()


def test_a_feast_is_named_and_today_is_one_tap_away(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, STATES["appointments-feast"])

    assert [chip.text() for chip in hands.all(Chip)] == ["Nghỉ lễ: Tết Dương lịch"]
    hands.tap("Hôm nay")

    assert hands.wishes == [ShowDay(TODAY)]


def test_an_empty_day_says_so(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, STATES["appointments-empty"])

    assert hands.texts().count("Không có hẹn.") == 2


def test_a_day_that_cannot_be_read_is_read_again_on_a_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, STATES["appointments-failed"])

    hands.tap("Thử lại")

    assert hands.wishes == [Open(NAME)]
