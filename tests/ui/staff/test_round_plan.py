"""Planning a trip: rows are ticked, the right side is filled in, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from kiosk.domain.calendar import HalfDay
from kiosk.services.round_plan import RoundDraft
from tests.ui.staff_hands import LARGE, Hands, console
from tests.ui.staff_samples import LAN
from tests.ui.states_mobile import plan_states
from ui.staff.list_row import ListRow
from ui.staff.mobile.models import RoundPlanModel
from ui.staff.mobile.wishes import OpenRound, PlanChanged, SaveRound
from ui.staff.models import StaffScreenName
from ui.staff.window import StaffWindow
from ui.staff.wishes import Open
from ui.widgets.chip import Chip
from ui.widgets.text_field import TextField

NAME = StaffScreenName.ROUND_PLAN
STATES = {name: model for name, _, model in plan_states()}


def _state(name: str) -> RoundPlanModel:
    model = STATES[name]
    assert isinstance(model, RoundPlanModel)
    return model


PLAN = _state("plan")


def _draft(hands: Hands) -> RoundDraft:
    wish = hands.last(PlanChanged)
    assert isinstance(wish, PlanChanged)
    return wish.draft


def _take_over(hands: Hands, **changes: object) -> None:
    """Let the shell answer with what the last draft came to."""
    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert page is not None
    assert page.refresh(replace(PLAN, draft=_draft(hands), **changes))  # type: ignore[arg-type]


def test_what_is_proposed_is_ticked(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN, metrics=LARGE)

    ticked = [row.payload for row in hands.all(ListRow) if row.isChecked()]

    assert ticked == ["f-0", "f-1", "f-2"]
    assert [chip.text() for chip in hands.all(Chip)] == ["đã chọn 3 người"]


def test_a_tap_ticks_in_the_order_of_the_list(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN, metrics=LARGE)

    hands.tap(hands.all(ListRow)[3])
    assert _draft(hands).follow_up_ids == ("f-0", "f-1", "f-2", "f-3")
    _take_over(hands)
    hands.tap(hands.all(ListRow)[0])

    assert _draft(hands).follow_up_ids == ("f-1", "f-2", "f-3")


def test_day_half_and_capacity_are_chosen_with_taps(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN, metrics=LARGE)

    hands.tap("Thứ Tư, 25/11/2026")
    _take_over(hands)
    hands.tap("Chiều")
    _take_over(hands)
    hands.tap("Thêm")

    draft = _draft(hands)
    assert (draft.day, draft.half_day, draft.capacity) == (
        date(2026, 11, 25),
        HalfDay.AFTERNOON,
        6,
    )


def test_villages_and_team_are_picked_on_a_page_of_their_own(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN, metrics=LARGE)

    hands.tap("Chọn người")
    hands.settle()
    hands.tap("Nguyễn Thị Lan")
    hands.tap("Xong")
    assert _draft(hands).team_ids == (LAN.id,)
    _take_over(hands)
    hands.tap("Thôn Đông Lỗ, Thôn Kim Đường")
    hands.settle()
    hands.tap("Thôn Kim Đường")
    hands.tap("Xong")

    assert _draft(hands).village_ids == ("v-1",)


def test_what_is_typed_stays_while_the_plan_changes(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN, metrics=LARGE)
    field = hands.all(TextField)[0]

    field.setFocus()
    hands.keys("đ/c Hà")
    assert _draft(hands).companions == "đ/c Hà"
    _take_over(hands, warnings=("Ngày này là Thứ Bảy.",))

    assert field.text() == "đ/c Hà"
    assert hands.window.focusWidget() is field
    hands.wait_for("Ngày này là Thứ Bảy.")


def test_what_to_take_along_is_told(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN, metrics=LARGE)

    for line in ("Mời cùng đi: Công an xã", "Tờ khai đăng ký khai sinh × 2"):
        assert line in hands.texts()


def test_conflicts_are_told_and_the_plan_can_still_be_saved(qtbot: QtBot) -> None:
    warned = _state("plan-warned")
    hands = console(qtbot, NAME, warned, metrics=LARGE)

    for text in warned.warnings:
        assert text in hands.texts()
    hands.tap("Lưu đợt · 3 người")

    assert hands.wishes == [SaveRound(warned.draft)]


def test_what_is_missing_is_told_at_its_field(qtbot: QtBot) -> None:
    refused = _state("plan-refused")
    hands = console(qtbot, NAME, refused, metrics=LARGE)

    for text in refused.problems.values():
        assert text in hands.texts()


def test_other_villages_change_the_list_in_place(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN, metrics=LARGE)
    hands.tap("Thứ Tư, 25/11/2026")

    _take_over(hands, offered=PLAN.offered[1:])

    qtbot.waitUntil(lambda: len(hands.all(ListRow)) == 2)
    assert "Thôn Đông Lỗ · 4 người" not in hands.texts()


def test_without_anybody_in_these_villages_it_says_so(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, _state("plan-empty"))

    assert "Các thôn này không còn ai chờ." in hands.texts()


def test_the_way_back_leads_to_list_or_trip(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, PLAN)
    hands.tap("Quay lại")
    assert hands.wishes == [Open(StaffScreenName.MOBILE_LIST)]

    changing = console(qtbot, NAME, _state("plan-warned"))
    changing.tap("Quay lại")
    assert changing.wishes == [OpenRound("r-1")]
