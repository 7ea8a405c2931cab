"""The lead's log: filtered by tapping what is shown, and counted over the very same rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.assistance import AssistanceFilter, AssistanceSummary, Outcome
from tests.ui.staff_hands import LARGE, console
from tests.ui.staff_samples import BIRTH, CASE, LAN, LOG, MRS_HOA, NAMES
from ui.staff.log.days_form import usual_stretches
from ui.staff.models import EntryModel, StaffScreenName
from ui.staff.wishes import ExportLog, FilterLog, Open, OpenEntry, OpenFollowUp
from ui.widgets.row_table import RowTable
from ui.widgets.touch_button import TouchButton

NAME = StaffScreenName.LOG
WANTED = AssistanceFilter("2026-11-01", "2026-11-22", outcome=Outcome.FOLLOW_UP)


@pytest.mark.parametrize(
    ("shown", "chosen", "wanted"),
    [
        ("Mọi thôn", "Thôn Đông Lỗ", replace(WANTED, village_id="v-1")),
        ("Mọi thủ tục", "Đăng ký khai sinh", replace(WANTED, procedure_code=BIRTH)),
        ("Mọi vướng mắc", "Thiếu giấy tờ", replace(WANTED, barrier="F1")),
        ("Hẹn làm tiếp", "Ra về", replace(WANTED, outcome=Outcome.LEFT)),
        ("Hẹn làm tiếp", "Mọi kết quả", replace(WANTED, outcome=None)),
        ("Mọi cán bộ", "Nguyễn Thị Lan", replace(WANTED, supporter_id=LAN.id)),
    ],
)
def test_each_filter_is_chosen_from_a_list(
    qtbot: QtBot, shown: str, chosen: str, wanted: AssistanceFilter
) -> None:
    model = replace(LOG, entries=(), wanted=WANTED)
    hands = console(qtbot, NAME, model, metrics=LARGE)

    hands.tap(shown)
    hands.tap(chosen)

    assert hands.wishes == [FilterLog(wanted)]


def test_usual_days_take_one_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, LOG)

    hands.tap("Mọi ngày")
    hands.tap("Tháng này")

    assert hands.wishes == [FilterLog(AssistanceFilter("2026-11-01", "2026-11-22"))]


def test_days_are_chosen_by_steps_in_either_order(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, LOG)

    hands.tap("Mọi ngày")
    _from, until = (b for b in hands.all(TouchButton) if b.accessibleName() == "Lùi một ngày")
    hands.tap(until)
    hands.tap("Xem những ngày này")

    assert hands.wishes == [FilterLog(AssistanceFilter("2026-11-21", "2026-11-22"))]


def test_last_month_is_whole_across_the_year() -> None:
    stretches = {label: (first, last) for label, first, last in usual_stretches(date(2027, 1, 5))}

    assert stretches["Tháng trước"] == (date(2026, 12, 1), date(2026, 12, 31))
    assert stretches["7 ngày qua"] == (date(2026, 12, 30), date(2027, 1, 5))


def test_all_filters_are_taken_away_at_once(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(LOG, wanted=WANTED))

    hands.tap("Bỏ lọc")

    assert hands.wishes == [FilterLog(AssistanceFilter())]


def test_what_is_filtered_is_what_is_exported(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(LOG, wanted=WANTED))

    hands.tap("Xuất Excel")

    assert hands.wishes == [ExportLog(WANTED)]


def test_the_summary_counts_the_rows(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, LOG)

    line = "24 lượt · 16 làm được việc · 4 hẹn làm tiếp · 192 phút hỗ trợ · Dễ làm 4,2/5 (18 người)"
    assert line in hands.texts()


def test_ease_is_left_out_while_nobody_has_rated(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(LOG, ease=None))

    assert "192 phút hỗ trợ" in hands.texts()
    assert "Dễ làm" not in hands.texts()


def test_a_row_opens_its_entry(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, LOG)
    rows = [b for b in hands.all(TouchButton) if isinstance(b.parentWidget(), RowTable)]

    hands.tap(rows[2])

    assert hands.wishes == [OpenEntry("a-2")]


def test_nothing_found_says_which_nothing(qtbot: QtBot) -> None:
    nothing = replace(LOG, entries=(), summary=AssistanceSummary(0, {}, 0))

    assert "Chưa có lượt hỗ trợ nào." in console(qtbot, NAME, nothing).texts()
    filtered = console(qtbot, NAME, replace(nothing, wanted=WANTED))
    assert "Không có lượt nào như vậy." in filtered.texts()
    assert not filtered.button("Xuất Excel").isEnabled()


def test_a_log_that_cannot_be_read_is_read_again_on_a_tap(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(LOG, entries=(), problem="Ổ đĩa đang bận."))

    hands.tap("Thử lại")

    assert hands.wishes == [Open(NAME)]


def test_an_entry_tells_everything_and_leads_on(qtbot: QtBot) -> None:
    model = EntryModel(LOG.entries[0], NAMES, MRS_HOA, CASE.follow_up)
    hands = console(qtbot, StaffScreenName.ENTRY, model, metrics=LARGE)

    for text in (
        "8 phút (máy đo 7 phút)",
        "60–74",
        "0912 345 678 (của người nhà)",
        "Cán bộ đến tận nhà",
    ):
        assert text in hands.texts()
    hands.tap("Mở việc hẹn")
    hands.tap("Về nhật ký")
    assert hands.wishes == [OpenFollowUp(CASE.follow_up.id), Open(NAME)]


def test_an_entry_without_consent_names_nobody(qtbot: QtBot) -> None:
    hands = console(qtbot, StaffScreenName.ENTRY, EntryModel(LOG.entries[0], NAMES))

    assert "Người dân" not in hands.texts()
    assert "Mở việc hẹn" not in hands.texts()
