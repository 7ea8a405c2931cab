"""Every state of the console's pages as plain models: filled, empty, loading, failed, longest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.domain.assistance import AssistanceDraft, FollowUpDraft, Outcome, PersonDraft
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import FollowUpKind
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.office import Village
from kiosk.domain.person import CONSENT_TEXT_VERSION, Consent, PhoneOwner, Purpose
from kiosk.domain.slip import PrintState
from kiosk.domain.staff import Role, Staff
from ui.staff.models import (
    AssistanceModel,
    CallsModel,
    LogInModel,
    Names,
    RailModel,
    StaffScreenName,
    StaffSlipModel,
)
from ui.staff.screen import StaffKit

State = tuple[str, StaffScreenName, object]

NOW = datetime(2026, 11, 22, 1, 14, 2, tzinfo=UTC)
TODAY = date(2026, 11, 22)
BIRTH, PENSION = "1.001193", "1.014027"
LONGEST = "Cấp giấy xác nhận tình trạng hôn nhân cho công dân Việt Nam cư trú ở nước ngoài"

LAN = Staff("s-lan", "Nguyễn Thị Lan", Role.SUPPORTER, "")
TUAN = Staff("s-tuan", "Trần Văn Tuấn", Role.SUPPORTER, "", is_blocked=True)
HA = Staff("s-ha", "Phạm Thu Hà", Role.LEAD, "")
STAFF = (LAN, TUAN, HA)

VILLAGE_NAMES = (
    "Hoàng Dương", "Đông Lỗ", "Kim Đường", "Mạnh Tân 1", "Mạnh Tân 2", "Viên Đình", "Đào Xá",
    "Nhân Trai", "Ngọ Xá", "Thống Nhất", "Lưu Khê", "Trung Thịnh", "Ngoại Độ", "Quan Tự",
    "Thái Bình", "Cung Thuế", "Giang Soi", "Đoàn Xá", "Yên Hòa", "Phú Dư", "Tử Dương",
)  # fmt: skip
VILLAGES = tuple(
    Village(f"v-{index}", f"Thôn {name}", "xã cũ") for index, name in enumerate(VILLAGE_NAMES)
)

NAMES = Names(
    procedures={
        BIRTH: "Đăng ký khai sinh",
        PENSION: "Trợ cấp hưu trí xã hội",
        "longest": LONGEST,
    },
    steps={
        (BIRTH, "log-in"): "Đăng nhập bằng VNeID",
        (PENSION, "papers"): "Kiểm tra giấy tờ",
        ("longest", "agency"): "Chọn cơ quan tiếp nhận hồ sơ và trường hợp giải quyết",
    },
    villages={village.id: village.name for village in VILLAGES},
)


def call(
    call_id: str,
    seconds: int,
    *,
    procedure: str = BIRTH,
    step: str = "log-in",
    barriers: tuple[str, ...] = ("L2",),
    state: CallState = CallState.WAITING,
    by: Staff | None = None,
) -> HelpCall:
    """Return a call made `seconds` ago."""
    return HelpCall(
        id=call_id,
        visit_id=f"visit-{call_id}",
        counter=f"Quầy {call_id[-1]}",
        procedure_code=procedure,
        step_id=step,
        barriers=barriers,
        state=state,
        called_at=NOW - timedelta(seconds=seconds),
        taken_at=NOW if by else None,
        taken_by=by.id if by else "",
        taken_by_name=by.name if by else "",
    )


CALLS = (
    call("call-1", 105),
    call("call-2", 20, procedure=PENSION, step="papers", barriers=("L1", "F1")),
    call("call-3", 300, state=CallState.TAKEN, by=LAN),
    call("call-4", 400, procedure="", step="", barriers=(), state=CallState.TAKEN, by=HA),
)
CALLS_MODEL = CallsModel(
    CALLS,
    NAMES,
    NOW,
    LAN.id,
    today_total=14,
    today_succeeded=9,
    today_follow_ups=3,
    average_wait_seconds=245,
)
LONG_CALL = call(
    "call-8", 3725, procedure="longest", step="agency", barriers=("S2", "P1", "T1", "X9")
)

DRAFT = AssistanceDraft("call-1", barriers=("L2",))
ASSISTANCE = AssistanceModel(
    call=call("call-1", 305, state=CallState.TAKEN, by=LAN),
    names=NAMES,
    draft=DRAFT,
    likely_barriers=("L2", "L3", "L4", "L1", "F1", "X9"),
    villages=VILLAGES,
    papers=(
        ("Giấy chứng sinh", False),
        ("Giấy tờ tùy thân của người đi đăng ký", True),
        ("Giấy chứng nhận kết hôn của cha mẹ, nếu có", False),
    ),
    measured_minutes=7,
    today=TODAY,
    saved_at=NOW,
)
PROMISE = FollowUpDraft(
    FollowUpKind.HOME_VISIT, "2026-11-26", HalfDay.MORNING, ("Giấy chứng sinh",)
)
VISIT_DRAFT = replace(
    DRAFT,
    level="side_by_side",
    minutes=9,
    outcome=Outcome.FOLLOW_UP,
    age_band="from_60",
    village_id="v-1",
    follow_up=PROMISE,
    person=PersonDraft(
        "Nguyễn Thị Hoa",
        "1954",
        "0912 345 678",
        PhoneOwner.FAMILY,
        "v-1",
        "Nhà ngói sau đình, hỏi ông Bảy",
        hard_to_move=True,
    ),
)
PROBLEMS = {
    "level": "Chọn mức hỗ trợ.",
    "outcome": "Chọn kết quả.",
    "follow_up.kind": "Chọn cách hẹn.",
    "follow_up.due": "Chọn ngày hẹn từ hôm nay trở đi.",
    "follow_up.half_day": "Chọn buổi hẹn.",
    "person.name": "Ghi họ và tên.",
    "person.phone": "Xem lại số điện thoại: cần 10 chữ số, ví dụ 0912 345 678.",
    "person.birth_year": "Ghi đủ 4 chữ số.",
    "person.village_id": "Chọn thôn.",
}


def consent(purpose: Purpose, *, granted: bool) -> Consent:
    """Return an answer given on the citizen's screen."""
    return Consent("c", "visit-call-1", purpose, granted, CONSENT_TEXT_VERSION, NOW, LAN.id)


def visit_model(*consents: Consent, **changes: object) -> AssistanceModel:
    """Return the form of a promised home visit."""
    return replace(ASSISTANCE, draft=VISIT_DRAFT, consents=consents, **changes)  # type: ignore[arg-type]


GRANTED = (consent(Purpose.HOME_VISIT, granted=True), consent(Purpose.CALL_BACK, granted=True))

SLIP = StaffSlipModel(
    PrintState.SPOOLED,
    is_busy=False,
    number="2026-11-0037",
    version=1,
    code="7KM2QT4NB",
    slip_id="slip-1",
)
QUEUE_STOPPED = replace(
    SLIP,
    state=PrintState.SAVED,
    problem="Máy in đang tạm dừng.",
    cure="Bật lại máy in ở bảng điều khiển, rồi in lại.",
)


def rail(current: StaffScreenName, staff: Staff = HA, **changes: object) -> RailModel:
    """Return the rail of one page."""
    return replace(RailModel(staff, current, waiting=2), **changes)  # type: ignore[arg-type]


def _log_in_states() -> list[State]:
    name, model = StaffScreenName.LOG_IN, LogInModel((LAN, HA))
    many = tuple(
        Staff(f"s-{n}", f"Nguyễn Thị Phương Uyên {n}", Role.SUPPORTER, "") for n in range(14)
    )
    refused = replace(model, chosen_id=LAN.id, problem="Mã PIN chưa đúng. Bấm lại.")
    return [
        ("log_in", name, model),
        ("log_in-empty", name, LogInModel(())),
        ("log_in-refused", name, refused),
        ("log_in-wait", name, replace(refused, wait_seconds=60, is_one_screen=True)),
        ("log_in-many", name, LogInModel(many, chosen_id="s-3")),
    ]


def _calls_states() -> list[State]:
    name = StaffScreenName.CALLS
    many = tuple(call(f"call-{n}", 60 * n, barriers=("L2", "F1", "H1")) for n in range(1, 10))
    return [
        ("calls", name, CALLS_MODEL),
        ("calls-empty", name, replace(CALLS_MODEL, calls=())),
        ("calls-failed", name, replace(CALLS_MODEL, problem="Ổ đĩa đang bận. Bấm “Thử lại”.")),
        ("calls-many", name, replace(CALLS_MODEL, calls=many)),
        ("calls-longest", name, replace(CALLS_MODEL, calls=(LONG_CALL, *CALLS))),
    ]


def _assistance_states() -> list[State]:
    name = StaffScreenName.ASSISTANCE
    refused = consent(Purpose.HOME_VISIT, granted=False)
    longest = replace(
        ASSISTANCE,
        call=LONG_CALL,
        draft=replace(DRAFT, call_id=LONG_CALL.id, barriers=LONG_CALL.barriers),
    )
    return [
        ("assistance", name, ASSISTANCE),
        ("assistance-problems", name, replace(ASSISTANCE, problems=PROBLEMS)),
        ("assistance-longest", name, longest),
        ("assistance-promise", name, visit_model()),
        ("assistance-consent-asked", name, visit_model(is_asking_consent=True)),
        ("assistance-consent-refused", name, visit_model(refused)),
        ("assistance-no-recovery", name, visit_model(recovery_confirmed=False)),
        ("assistance-person", name, visit_model(*GRANTED)),
        ("assistance-person-problems", name, visit_model(*GRANTED, problems=PROBLEMS)),
    ]


def _slip_states() -> list[State]:
    name = StaffScreenName.SLIP
    kept = replace(
        SLIP,
        state=PrintState.KEPT_AS_PDF,
        path="C:\\ProgramData\\dong-hanh-so\\slips\\2026-11\\2026-11-0037-v1.pdf",
    )
    return [
        ("slip-busy", name, replace(SLIP, is_busy=True)),
        ("slip-asked", name, SLIP),
        ("slip-came-out", name, replace(SLIP, state=PrintState.CAME_OUT)),
        ("slip-did-not", name, replace(SLIP, state=PrintState.DID_NOT, version=2)),
        ("slip-saved", name, QUEUE_STOPPED),
        ("slip-pdf", name, kept),
    ]


def staff_states(kit: StaffKit) -> list[State]:
    """Return (id, page, model) of every state worth looking at."""
    return [*_log_in_states(), *_calls_states(), *_assistance_states(), *_slip_states()]
