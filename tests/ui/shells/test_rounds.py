"""Trips at the console: planned, rung ahead, printed, scanned back, and closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import AttemptResult, FollowUp, WithdrawReason
from kiosk.domain.round import CallAhead, RoundState, StopAnswer
from kiosk.services.round_plan import RoundDraft
from tests.support.cups import PrivateCups
from tests.support.cups import cups as cups  # noqa: PLC0414 - a fixture is found by its name here
from tests.support.pdf import page_texts, qr_texts
from tests.support.promises import promise_visit, somebody
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder, write_settings
from ui.staff import wishes as sw
from ui.staff.mobile import wishes as mw
from ui.staff.mobile.models import RoundPlanModel
from ui.staff.models import StaffScreenName

Page = StaffScreenName
THURSDAY, LATER = date(2026, 11, 26), date(2026, 12, 1)


@pytest.fixture
def promised(counter: Counter) -> list[FollowUp]:
    """Three home visits in two villages; Lan is logged in."""
    counter.log_in("Lan")
    first, second, *_ = counter.office.setup.villages()
    staff = counter.staff.logged_in()
    places = (first.id, first.id, second.id)
    return [
        promise_visit(counter.office, staff, somebody(number, village_id))
        for number, village_id in enumerate(places)
    ]


def plan_of(counter: Counter) -> RoundPlanModel:
    """Return what the plan in front shows."""
    counter.see_console(Page.ROUND_PLAN)
    _, model = counter.staff._shown
    assert isinstance(model, RoundPlanModel)
    return model


def whole(counter: Counter, draft: RoundDraft) -> RoundDraft:
    """Return the draft with everything that staff have to choose."""
    me = counter.staff.logged_in().id
    return replace(draft, day=THURSDAY, half_day=HalfDay.MORNING, team_ids=(me,))


def planned(counter: Counter, *cases: FollowUp) -> str:
    """Plan a trip to these people and return its id."""
    counter.order(mw.PlanRound())
    draft = replace(
        whole(counter, plan_of(counter).draft),
        village_ids=(),
        follow_up_ids=tuple(case.id for case in cases),
    )
    counter.order(mw.SaveRound(draft))
    counter.see_console(Page.ROUND, f"còn {len(cases)} người chưa có kết quả")
    (round_id,) = counter.rows("SELECT id FROM rounds ORDER BY id DESC")[0]
    return str(round_id)


def answers(counter: Counter) -> list[str | None]:
    """Return the answers of all rows, by their place."""
    rows = counter.rows("SELECT answer FROM round_stops ORDER BY round_id, position")
    return [answer for (answer,) in rows]


def test_the_list_proposes_whom_and_what_to_take_along(
    counter: Counter, promised: list[FollowUp]
) -> None:
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST, "khó đi lại")
    counter.order(mw.PlanRound())
    plan = plan_of(counter)
    # The one who finds it hard to move and is older comes first; her village is filled.
    assert plan.draft.follow_up_ids == (promised[2].id,)
    assert plan.kit.partners == ("Cán bộ hộ tịch",)
    counter.order(mw.PlanChanged(replace(plan.draft, village_ids=(), capacity=2)))
    counter.until(lambda: len(plan_of(counter).draft.follow_up_ids) == 2)
    assert plan_of(counter).draft.follow_up_ids == (promised[2].id, promised[0].id)
    assert [form.count for form in plan_of(counter).kit.forms] == [2]


def test_what_stands_against_a_plan_is_told(counter: Counter, promised: list[FollowUp]) -> None:
    planned(counter, promised[0])
    counter.order(mw.PlanRound())
    plan = plan_of(counter)
    clash = replace(whole(counter, plan.draft), capacity=1)
    counter.order(mw.PlanChanged(clash))
    counter.see_console(Page.ROUND_PLAN, "Lan đã có đợt khác trong buổi này.")
    counter.order(mw.PlanChanged(replace(plan_of(counter).draft, day=date(2026, 11, 24))))
    counter.see_console(Page.ROUND_PLAN, "Ngày này là ngày nghỉ lễ: Ngày Văn hóa Việt Nam.")
    counter.order(mw.SaveRound(RoundDraft()))
    counter.see_console(Page.ROUND_PLAN, "Chọn ngày hẹn.")
    assert len(counter.rows("SELECT id FROM rounds")) == 1


def test_the_sheet_is_scanned_back_row_by_row_until_the_trip_closes(
    counter: Counter, promised: list[FollowUp]
) -> None:
    round_id = planned(counter, *promised)
    counter.order(mw.PrintRound(round_id))
    counter.see_console(Page.ROUND, "Chưa có máy in. Bảng đã lưu ở")
    (sheet,) = counter.folder.paths.lists.glob("run-sheet-*.pdf")
    pdf = sheet.read_bytes()
    assert "3 người" in page_texts(pdf)[0]
    codes = qr_texts(pdf, dpi=300)
    assert len(codes) == 3
    wishes: tuple[Callable[[str], object], ...] = (
        lambda case: sw.RecordAttempt(case, AttemptResult.DONE),
        lambda case: sw.RecordAttempt(case, AttemptResult.NOT_HOME, LATER, HalfDay.AFTERNOON),
        lambda case: sw.Withdraw(case, WithdrawReason.REFUSED),
    )
    for left, (code, wish) in enumerate(zip(codes, wishes, strict=True)):
        counter.scan(code)
        counter.see_console(Page.FOLLOW_UP, "Về đợt")
        case_id = counter.staff.cases._case_id
        counter.order(wish(case_id))
        told = f"Còn {2 - left} người chưa có kết quả." if left < 2 else "Đóng đợt được rồi."
        counter.see_console(Page.ROUND, told)
    assert sorted(map(str, answers(counter))) == ["done", "not_home", "withdrawn"]
    counter.order(mw.CloseRound(round_id))
    counter.see_console(Page.MOBILE_LIST, "Đã đóng đợt.")
    assert counter.rows("SELECT state FROM rounds") == [(RoundState.CLOSED,)]
    counter.see_console(Page.MOBILE_LIST, "1 người")


def test_consent_taken_back_at_a_row_leaves_the_trip_without_that_person(
    counter: Counter, promised: list[FollowUp]
) -> None:
    planned(counter, *promised)
    counter.order(sw.OpenFollowUp(promised[0].id))
    counter.see_console(Page.FOLLOW_UP, "Về đợt")
    counter.order(sw.Withdraw(promised[0].id, WithdrawReason.CONSENT_WITHDRAWN))
    counter.see_console(Page.ROUND, "Còn 2 người chưa có kết quả.")
    assert len(counter.rows("SELECT id FROM people")) == 2


def test_a_trip_with_open_rows_is_not_closed(counter: Counter, promised: list[FollowUp]) -> None:
    round_id = planned(counter, promised[0])
    counter.order(mw.CloseRound(round_id))
    counter.see_console(Page.ROUND, "Còn 1 người chưa có kết quả.")
    assert counter.rows("SELECT state FROM rounds") == [(RoundState.PLANNED,)]


def test_ringing_ahead_is_kept_and_another_day_takes_the_row_off(
    counter: Counter, promised: list[FollowUp]
) -> None:
    planned(counter, *promised[:2])
    counter.order(sw.OpenFollowUp(promised[0].id))
    counter.see_console(Page.FOLLOW_UP, "Gọi trước khi đi")
    counter.order(mw.RangAhead(promised[0].id, CallAhead.AGREED))
    counter.see_console(Page.ROUND, "Đồng ý")
    counter.order(sw.OpenFollowUp(promised[1].id))
    counter.see_console(Page.FOLLOW_UP, "Gọi trước khi đi")
    counter.order(mw.RangForAnotherDay(promised[1].id, LATER, HalfDay.MORNING))
    counter.see_console(Page.ROUND, "Đổi ngày")
    assert counter.rows("SELECT call, answer FROM round_stops ORDER BY position") == [
        (CallAhead.AGREED, None),
        (CallAhead.ANOTHER_DAY, StopAnswer.ANOTHER_DAY),
    ]
    due = counter.rows("SELECT due, half_day FROM follow_ups WHERE id = ?", promised[0].id)
    assert due == [("2026-11-26", "morning")]


def test_a_trip_given_up_leaves_everybody_on_the_list(
    counter: Counter, promised: list[FollowUp]
) -> None:
    round_id = planned(counter, *promised)
    counter.order(mw.CancelRound(round_id))
    counter.see_console(Page.MOBILE_LIST, "Đã bỏ đợt.")
    counter.see_console(Page.MOBILE_LIST, "3 người")


def test_a_planned_trip_is_changed(counter: Counter, promised: list[FollowUp]) -> None:
    round_id = planned(counter, promised[0])
    counter.order(mw.ChangeRound(round_id))
    draft = plan_of(counter).draft
    assert draft.follow_up_ids == (promised[0].id,)
    more = (*draft.follow_up_ids, promised[2].id)
    counter.order(mw.SaveRound(replace(draft, follow_up_ids=more)))
    counter.see_console(Page.ROUND, "còn 2 người chưa có kết quả")
    assert len(counter.rows("SELECT id FROM rounds")) == 1


def test_the_procedure_for_people_at_home_is_offered_and_taken(
    counter: Counter, promised: list[FollowUp]
) -> None:
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST, "có thủ tục tại nhà")
    counter.order(sw.OpenFollowUp(promised[0].id))
    counter.see_console(Page.FOLLOW_UP, "Làm theo thủ tục tại nhà")
    counter.order(mw.ServeAtHome(promised[0].id))
    counter.see_console(Page.FOLLOW_UP, "Khai sinh tại nhà (lưu động)")
    assert not counter.console_says("Làm theo thủ tục tại nhà")


def test_locking_puts_plan_and_trip_away(counter: Counter, promised: list[FollowUp]) -> None:
    planned(counter, *promised)
    counter.order(mw.PlanRound())
    plan_of(counter)
    counter.order(sw.LogOut())
    counter.settled()
    assert counter.staff.window.screen_name is Page.LOG_IN
    assert not counter.console_says("Ví Dụ")
    assert (counter.staff.rounds._plan, counter.staff.rounds._model) == (None, None)


@pytest.mark.real
@pytest.mark.xdist_group("cups")
def test_a_printed_sheet_leaves_no_file_behind(
    open_counter: OpenCounter, folder: DemoFolder, cups: PrivateCups
) -> None:
    write_settings(folder.paths, printer=cups.printer)
    counter = open_counter(folder, "staff")
    counter.log_in("Lan")
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST, "In danh sách")
    counter.order(mw.PrintList())
    counter.see_console(Page.MOBILE_LIST, "Bảng đã gửi đến máy in.")
    title = f"run-list-{counter.clock.now():%Y%m%d-%H%M%S}.pdf"
    assert cups.printed(cups.known_title(title)).stat().st_size > 0
    assert list(counter.folder.paths.lists.iterdir()) == []


def test_the_whole_list_is_printed_without_a_trip(
    counter: Counter, promised: list[FollowUp]
) -> None:
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST, "In danh sách")
    counter.order(mw.PrintList())
    counter.see_console(Page.MOBILE_LIST, "Chưa có máy in. Bảng đã lưu ở")
    (sheet,) = counter.folder.paths.lists.glob("run-list-*.pdf")
    pdf = sheet.read_bytes()
    assert "DANH SÁCH PHỤC VỤ LƯU ĐỘNG" in page_texts(pdf)[0]
    assert len(qr_texts(pdf, dpi=300)) == len(promised)
