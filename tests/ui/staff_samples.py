"""Invented people, calls and promises that the tests of the console share."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kiosk.domain.assistance import (
    AgeBand,
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    Correction,
    FollowUpDraft,
    HelpLevel,
    Outcome,
    PersonDraft,
    key_without_call,
)
from kiosk.domain.calendar import HalfDay
from kiosk.domain.consent_text import CONSENT_TEXT_VERSION
from kiosk.domain.follow_up import Attempt, AttemptResult, FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.office import Village
from kiosk.domain.person import Consent, Person, PhoneOwner, Purpose
from kiosk.domain.procedure import Need
from kiosk.domain.round import Round
from kiosk.domain.slip import PrintState
from kiosk.domain.staff import Role, Staff
from kiosk.domain.stuck import QuietSign, StuckSign
from kiosk.domain.triage import triage
from kiosk.services.corrections import draft_of
from kiosk.services.figures import Ease
from kiosk.services.mobile_list import Case
from kiosk.services.people import KnownPerson
from ui.staff.mobile.models import FollowUpCaseModel, MobileListModel, VillageCases
from ui.staff.models import (
    AssistanceModel,
    CallsModel,
    CardNews,
    Colleague,
    FormKind,
    LogModel,
    Names,
    RailModel,
    StaffScreenName,
    StaffSlipModel,
)

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
    papers={(BIRTH, "birth"): "Giấy chứng sinh", (BIRTH, "identity"): "Căn cước của mẹ"},
    needs={BIRTH: (Need.CIVIL_STATUS,), "longest": (Need.SIGNATURE, Need.CIVIL_STATUS)},
    at_home=frozenset({BIRTH}),
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
COLLEAGUES = (Colleague(HA.id, HA.name), Colleague(TUAN.id, TUAN.name))
SIGNS = tuple(
    QuietSign(
        f"visit-{n}", f"Quầy {n}", code, step, StuckSign.QUIET, NOW - timedelta(seconds=30 - n)
    )
    for n, (code, step) in enumerate(NAMES.steps, 5)
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
    colleagues=COLLEAGUES,
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
        "Giấy chứng sinh",
        "Giấy tờ tùy thân của người đi đăng ký",
        "Giấy chứng nhận kết hôn của cha mẹ, nếu có",
    ),
    helped_seconds=400,
    today=TODAY,
    saved_at=NOW,
)
WITHOUT_CALL = replace(
    ASSISTANCE,
    call=None,
    kind=FormKind.WITHOUT_CALL,
    draft=AssistanceDraft(key_without_call(LAN.id), channel=""),
    papers=(),
    helped_seconds=0,
    saved_at=None,
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
    state=PrintState.DID_NOT,
    problem="Máy in đang tạm dừng.",
    cure="Bật lại máy in ở bảng điều khiển, rồi in lại.",
)
SLIP_NOT_MADE = replace(
    SLIP,
    state=PrintState.SAVED,
    number="",
    code="",
    slip_id="",
    problem="Máy này chưa có khóa của xã.",
    cure="Mở phần cài đặt và nhập phiếu khôi phục.",
)


def rail(current: StaffScreenName, staff: Staff = HA, **changes: object) -> RailModel:
    """Return the rail of one page."""
    return replace(RailModel(staff, current, waiting=2), **changes)  # type: ignore[arg-type]


MRS_HOA = Person(
    "p-1",
    "Nguyễn Thị Hoa",
    "v-1",
    1954,
    "0912345678",
    PhoneOwner.FAMILY,
    "Nhà ngói sau đình, hỏi ông Bảy",
    hard_to_move=True,
    lives_alone=True,
)
PEOPLE = (
    MRS_HOA,
    Person("p-2", "Đỗ Văn Thắng", "v-1", 1945, lives_alone=True),
    Person("p-3", "Phạm Thị Lụa", "v-1", 1957, hard_to_move=True),
    Person("p-4", "Lê Văn Khánh", "v-1", None),
)


def promise(number: int, person: Person | None, days: int, **changes: object) -> FollowUp:
    """Return a home visit due in `days` days, below 0 for a missed one."""
    case = FollowUp(
        id=f"f-{number}",
        assistance_id=f"a-{number}",
        kind=FollowUpKind.HOME_VISIT,
        procedure_code=(BIRTH, PENSION)[number % 2],
        step_id="",
        due=TODAY + timedelta(days=days),
        half_day=HalfDay.MORNING,
        bring=("Giấy chứng sinh", "Căn cước của mẹ"),
        state=FollowUpState.OPEN,
        promised_at=NOW - timedelta(days=5),
        promised_by_name=LAN.name,
        person=person,
        village_id=person.village_id if person else "",
        barriers=("L1", "H1"),
    )
    return replace(case, **changes)  # type: ignore[arg-type]


def listed(follow_up: FollowUp, trip: Round | None = None) -> Case:
    """Return a promise as lists hold it."""
    scored = triage(follow_up, TODAY.year)
    return Case(follow_up, follow_up.days_overdue(TODAY), scored, trip)


CASES = tuple(promise(n, person, n * 2 - 2) for n, person in enumerate(PEOPLE))
LISTED = (
    listed(replace(CASES[0], step_id="log-in", ticked_papers=("birth", "identity"), times_came=2)),
    *(listed(case) for case in CASES[1:]),
)
MOBILE_LIST = MobileListModel(
    (
        VillageCases("Thôn Đông Lỗ", LISTED),
        VillageCases(
            "Thôn Kim Đường", (listed(promise(5, PEOPLE[1], -1)), listed(promise(6, None, 5)))
        ),
    ),
    NAMES,
    TODAY,
    overdue=2,
)
ATTEMPTS = (
    Attempt("t-1", "f-0", AttemptResult.NOT_HOME, NOW - timedelta(days=3), LAN.id, LAN.name),
    Attempt("t-2", "f-0", AttemptResult.LACKS_PAPER, NOW - timedelta(days=1), TUAN.id, TUAN.name),
)
CASE = FollowUpCaseModel(
    promise(0, MRS_HOA, -2, attempts=ATTEMPTS, step_id="log-in"),
    MRS_HOA,
    NAMES,
    TODAY,
    slip_id="slip-1",
    slip_number="2026-11-0037",
)


KNOWN = KnownPerson(
    MRS_HOA.id,
    "Nguyễn T. H.",
    1954,
    MRS_HOA,
    (replace(CASES[0], step_id="log-in"), CASES[2]),
    (consent(Purpose.HOME_VISIT, granted=True), consent(Purpose.CALL_BACK, granted=False)),
)
FILLED = CardNews(
    1,
    "Đã điền từ thẻ 001•••••1234. Hỏi và gõ họ tên: máy quét này làm mất dấu.",
    person=PersonDraft(birth_year="1954"),
    warnings=("Số thẻ và năm sinh không khớp nhau.",),
)
KNOWN_NEWS = CardNews(
    2, "Số điện thoại này đã có trong sổ.", known=(KNOWN,), may_open=True, may_link=True
)
EARLY = CardNews(
    3,
    "Thẻ 001•••••1234: chưa ghi gì. Người dân đồng ý rồi quét lại.",
    known=(replace(KNOWN, person=None, open_cases=()),),
    may_open=True,
)


def entry(number: int) -> Assistance:
    """Return one row of the log."""
    return Assistance(
        id=f"a-{number}",
        visit_id=f"visit-{number}",
        call_id=f"call-{number}",
        procedure_code=(BIRTH, PENSION, "longest")[number % 3],
        step_id=("log-in", "papers", "agency")[number % 3],
        barriers=("L2", "F1")[: 1 + number % 2],
        level=list(HelpLevel)[number % 4],
        measured_minutes=7,
        minutes=8,
        outcome=list(Outcome)[number % 6],
        supporter_id=LAN.id,
        supporter_name=LAN.name,
        logged_at=NOW - timedelta(hours=number),
        age_band=AgeBand.FROM_60,
        village_id=VILLAGES[number % 5].id,
    )


ENTRIES = tuple(entry(number) for number in range(24))
LOG = LogModel(
    AssistanceFilter(),
    ENTRIES,
    AssistanceSummary(24, dict.fromkeys(Outcome, 4), 192),
    NAMES,
    tuple(NAMES.procedures.items()),
    VILLAGES,
    STAFF,
    TODAY,
    ease=Ease(4.2, 18),
)
MENDED = replace(ENTRIES[0], note="Con gái đọc giúp, quên kính", minutes=4)
CORRECTIONS = (
    Correction("k-1", NOW, LAN.id, LAN.name, replace(ENTRIES[0], level=HelpLevel.DONE_FOR)),
    Correction("k-2", NOW + timedelta(minutes=9), LAN.id, LAN.name, ENTRIES[0]),
)
CORRECTION = replace(
    WITHOUT_CALL,
    kind=FormKind.CORRECTION,
    entry=MENDED,
    draft=draft_of(MENDED, MENDED.id),
)
