"""Every state of the mobile service's pages and of the appointments, as plain models."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import FollowUp, FollowUpKind, FollowUpState, WithdrawReason
from kiosk.domain.need import Form, Kit
from kiosk.domain.person import Person
from kiosk.domain.round import CallAhead, Round, RoundState, RoundStop, StopAnswer
from kiosk.services.appointments import DayView
from kiosk.services.mobile_list import Case
from kiosk.services.round_plan import RoundDraft
from kiosk.services.rounds import RoundCase, RoundView
from tests.ui.staff_samples import (
    CASE,
    CASES,
    HA,
    LAN,
    LISTED,
    MOBILE_LIST,
    MRS_HOA,
    NAMES,
    NOW,
    PEOPLE,
    STAFF,
    TODAY,
    VILLAGES,
    listed,
    promise,
)
from ui.staff.mobile.models import (
    AppointmentsModel,
    RoundModel,
    RoundPlanModel,
    VillageCases,
)
from ui.staff.models import StaffScreenName

State = tuple[str, StaffScreenName, object]

LONG_PERSON = replace(MRS_HOA, name="Công Tằng Tôn Nữ Thị Huyền Trân Phương Uyên")
KIT = Kit(
    ("Công an xã", "Cán bộ hộ tịch"),
    ("Máy tính, mạng di động", "Thiết bị lấy sinh trắc của công an", "Sổ và biểu mẫu hộ tịch"),
    (Form("Tờ khai đăng ký khai sinh", 2), Form("Đơn đề nghị hưởng trợ cấp hưu trí xã hội", 1)),
)
TRIP = Round(
    id="r-1",
    day=TODAY + timedelta(days=4),
    half_day=HalfDay.MORNING,
    village_ids=("v-1", "v-2"),
    team_ids=(LAN.id, HA.id),
    companions="đ/c Hà (công an)",
    capacity=5,
    state=RoundState.PLANNED,
    made_at=NOW,
    made_by_name=LAN.name,
    stops=tuple(RoundStop(case.id, place) for place, case in enumerate(CASES, start=1)),
)
TEAM = (LAN.name, HA.name, TRIP.companions)


def trip_with(*answers: StopAnswer | None, **changes: object) -> Round:
    """Return the trip with these answers in their order."""
    stops = tuple(
        replace(stop, answer=answer, call=list(CallAhead)[place % 4] if place else None)
        for place, (stop, answer) in enumerate(zip(TRIP.stops, answers, strict=True))
    )
    return replace(TRIP, stops=stops, **changes)  # type: ignore[arg-type]


def round_model(trip: Round, **changes: object) -> RoundModel:
    """Return the page of a trip; closed cases come without their person."""
    closed = {
        StopAnswer.DONE: FollowUpState.DONE,
        StopAnswer.WITHDRAWN: FollowUpState.WITHDRAWN,
    }
    rows = tuple(
        RoundCase(
            stop,
            replace(case, state=closed[stop.answer], person=None)
            if stop.answer in closed
            else case,
        )
        for stop, case in zip(trip.stops, CASES, strict=True)
    )
    model = RoundModel(RoundView(trip, rows, TEAM), KIT, NAMES, TODAY)
    return replace(model, **changes)  # type: ignore[arg-type]


WAITING = trip_with(None, None, None, None)
HALF_DONE = trip_with(StopAnswer.DONE, StopAnswer.NOT_HOME, None, None)
COMPLETE = trip_with(
    StopAnswer.DONE, StopAnswer.NOT_HOME, StopAnswer.WITHDRAWN, StopAnswer.ANOTHER_DAY
)


def mobile_states() -> list[State]:
    """Return the states of the list."""
    name = StaffScreenName.MOBILE_LIST
    many = replace(MOBILE_LIST, villages=(VillageCases("Thôn Đông Lỗ", LISTED * 4),) * 2)
    failed = replace(MOBILE_LIST, villages=(), overdue=0, problem="Ổ đĩa đang bận. Bấm “Thử lại”.")
    planned = replace(
        MOBILE_LIST,
        rounds=(WAITING, COMPLETE),
        villages=(VillageCases("Thôn Đông Lỗ", tuple(_in_trip(case) for case in LISTED)),),
    )
    return [
        ("mobile", name, MOBILE_LIST),
        ("mobile-empty", name, replace(MOBILE_LIST, villages=(), overdue=0)),
        ("mobile-failed", name, failed),
        ("mobile-planned", name, planned),
        ("mobile-told", name, replace(MOBILE_LIST, message="Đã đóng đợt.")),
        ("mobile-printing", name, replace(MOBILE_LIST, is_printing=True)),
        ("mobile-many", name, many),
        ("mobile-longest", name, replace(MOBILE_LIST, villages=(_longest(),))),
    ]


def _in_trip(case: Case) -> Case:
    wish = replace(case.follow_up, move_asked_at=NOW, move_to=TODAY + timedelta(days=9))
    return replace(case, follow_up=wish, trip=TRIP)


def _longest() -> VillageCases:
    cases = (
        replace(
            CASES[number],
            person=LONG_PERSON,
            procedure_code="longest",
            step_id="agency",
            ticked_papers=("birth",),
            times_came=3,
        )
        for number in range(3)
    )
    village = "Thôn Trung Thịnh Thượng Phúc Hạ Hòa Xá"
    return VillageCases(village, tuple(_in_trip(listed(case)) for case in cases))


def plan_states() -> list[State]:
    """Return the states of a plan."""
    name = StaffScreenName.ROUND_PLAN
    chosen = tuple(case.follow_up.id for case in LISTED[:3])
    draft = RoundDraft(village_ids=("v-1", "v-2"), follow_up_ids=chosen)
    model = RoundPlanModel(draft, MOBILE_LIST.villages, NAMES, TODAY, VILLAGES[:3], STAFF[:2], KIT)
    whole = replace(
        draft,
        day=date(2027, 1, 1),
        half_day=HalfDay.MORNING,
        team_ids=(LAN.id, HA.id),
        companions="đ/c Hà (công an)",
        capacity=2,
        round_id="r-1",
    )
    warned = replace(
        model,
        draft=whole,
        warnings=(
            "Ngày này là ngày nghỉ lễ: Tết Dương lịch.",
            "Nguyễn Thị Lan đã có đợt khác trong buổi này.",
            "Đã chọn 3 người, sức làm khoảng 2.",
        ),
    )
    problems = {
        "day": "Chọn ngày hẹn.",
        "half_day": "Chọn sáng hoặc chiều.",
        "team_ids": "Chọn ai đi.",
        "follow_up_ids": "Chọn ít nhất một người.",
    }
    refused = replace(
        model,
        draft=replace(draft, follow_up_ids=()),
        kit=Kit(),
        problems=problems,
        problem="Chưa lưu. Xem lại những ô được đánh dấu.",
    )
    many = replace(model, offered=(VillageCases("Thôn Đông Lỗ", LISTED * 4),) * 2)
    return [
        ("plan", name, model),
        ("plan-warned", name, warned),
        ("plan-refused", name, refused),
        ("plan-empty", name, replace(model, offered=(), draft=RoundDraft(), kit=Kit())),
        ("plan-many", name, many),
        ("plan-longest", name, replace(model, offered=(_longest(),))),
    ]


_KEPT = (
    "Chưa có máy in. Bảng đã lưu ở C:\\ProgramData\\DongHanhSo\\lists\\"
    "run-sheet-20261123-083000.pdf (tự xóa sau 3 ngày)."
)


def round_states() -> list[State]:
    """Return the states of one trip."""
    name = StaffScreenName.ROUND
    waiting = round_model(WAITING)
    closed = replace(COMPLETE, state=RoundState.CLOSED, closed_at=NOW)
    cancelled = replace(HALF_DONE, state=RoundState.CANCELLED, closed_at=NOW)
    return [
        ("round", name, waiting),
        ("round-printing", name, replace(waiting, is_printing=True)),
        (
            "round-printed",
            name,
            replace(waiting, message="Bảng đã gửi đến máy in. Xem giấy đã ra chưa."),
        ),
        ("round-kept", name, replace(waiting, message=_KEPT)),
        ("round-not-printed", name, replace(waiting, problem="Máy in đang tạm dừng.")),
        ("round-half-done", name, round_model(HALF_DONE, message="Đã ghi. Còn 2 người.")),
        ("round-complete", name, round_model(COMPLETE)),
        ("round-closed", name, round_model(closed)),
        ("round-cancelled", name, round_model(cancelled, kit=Kit())),
        ("round-many", name, _many_stops()),
    ]


def _many_stops() -> RoundModel:
    rows = tuple(
        RoundCase(RoundStop(f"f-{n}", n + 1), replace(CASES[n % 4], person=LONG_PERSON))
        for n in range(14)
    )
    trip = replace(TRIP, stops=tuple(row.stop for row in rows))
    return RoundModel(RoundView(trip, rows, TEAM), KIT, NAMES, TODAY)


def case_states() -> list[State]:
    """Return the states of one case."""
    name = StaffScreenName.FOLLOW_UP
    closed = replace(CASE.follow_up, state=FollowUpState.DONE, person=None, closed_at=NOW)
    moved = replace(
        closed, state=FollowUpState.WITHDRAWN, withdraw_reason=WithdrawReason.CONSENT_WITHDRAWN
    )
    longest = replace(
        CASE,
        person=LONG_PERSON,
        follow_up=replace(CASE.follow_up, procedure_code="longest", step_id="agency"),
    )
    wished = replace(CASE.follow_up, move_asked_at=NOW, move_to=TODAY + timedelta(days=9))
    in_trip = replace(
        CASE, trip=WAITING, back=StaffScreenName.ROUND, round_id="r-1", triage=LISTED[0].triage
    )
    return [
        ("case", name, CASE),
        ("case-problem", name, replace(CASE, problem="Chưa ghi được. Bấm lại lần nữa.")),
        ("case-without-slip", name, replace(CASE, slip_id="", slip_number="")),
        ("case-done", name, replace(CASE, follow_up=closed, person=None)),
        ("case-withdrawn", name, replace(CASE, follow_up=moved, person=None)),
        ("case-longest", name, longest),
        ("case-trip", name, in_trip),
        ("case-scanned", name, replace(in_trip, trip=replace(WAITING, day=TODAY))),
        (
            "case-wish",
            name,
            replace(in_trip, follow_up=wished, at_home="Khai sinh tại nhà (lưu động)"),
        ),
    ]


def appointment(number: int, person: Person | None, days: int, **changes: object) -> FollowUp:
    """Return a return to the counter due in `days` days."""
    changes = {"kind": FollowUpKind.RETURN_TO_COUNTER, **changes}
    return promise(number, person, days, **changes)


def appointment_states() -> list[State]:
    """Return the states of the day view."""
    name = StaffScreenName.APPOINTMENTS
    afternoon = HalfDay.AFTERNOON
    day = tuple(
        listed(case)
        for case in (
            appointment(1, PEOPLE[0], 0),
            appointment(2, PEOPLE[1], 0, kind=FollowUpKind.PHONE_CALL),
            appointment(3, None, 0, half_day=afternoon),
        )
    )
    wish = appointment(4, PEOPLE[2], 3, move_asked_at=NOW, move_to=TODAY + timedelta(days=8))
    late = appointment(5, PEOPLE[3], -3)
    view = DayView(TODAY, TODAY, day, (listed(late),), (listed(wish),))
    other = DayView(date(2027, 1, 1), TODAY, ())
    busy = tuple(listed(appointment(n, LONG_PERSON, 0)) for n in range(14))
    busy += tuple(listed(appointment(n, PEOPLE[n % 4], 0, half_day=afternoon)) for n in range(14))
    crowded = DayView(TODAY, TODAY, busy, busy[:7], busy[:3])
    return [
        ("appointments", name, AppointmentsModel(view, NAMES)),
        ("appointments-empty", name, AppointmentsModel(DayView(TODAY, TODAY, ()), NAMES)),
        ("appointments-feast", name, AppointmentsModel(other, NAMES, feast="Tết Dương lịch")),
        (
            "appointments-failed",
            name,
            AppointmentsModel(DayView(TODAY, TODAY, ()), NAMES, problem="Ổ đĩa đang bận."),
        ),
        ("appointments-many", name, AppointmentsModel(crowded, NAMES)),
    ]
