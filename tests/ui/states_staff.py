"""Every state of the console's pages as plain models: filled, empty, loading, failed, longest."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.assistance import AssistanceFilter, AssistanceSummary, Outcome
from kiosk.domain.person import Purpose
from kiosk.domain.slip import PrintState
from kiosk.domain.staff import Role, Staff
from tests.ui.staff_samples import (
    ASSISTANCE,
    BIRTH,
    CALLS,
    CALLS_MODEL,
    CASE,
    CASES,
    CORRECTION,
    CORRECTIONS,
    DRAFT,
    EARLY,
    FILLED,
    GRANTED,
    HA,
    KNOWN,
    KNOWN_NEWS,
    LAN,
    LOG,
    LONG_CALL,
    MENDED,
    MRS_HOA,
    NAMES,
    PROBLEMS,
    QUEUE_STOPPED,
    SIGNS,
    SLIP,
    SLIP_NOT_MADE,
    STAFF,
    TODAY,
    TUAN,
    VISIT_DRAFT,
    WITHOUT_CALL,
    call,
    consent,
    visit_model,
)
from tests.ui.states_content import staff_content_states
from tests.ui.states_mobile import (
    appointment_states,
    case_states,
    mobile_states,
    plan_states,
    round_states,
)
from ui.staff.models import (
    AccountsModel,
    EntryModel,
    LeaveModel,
    LogInModel,
    PersonModel,
    ScanModel,
    StaffScreenName,
    TodayModel,
)
from ui.staff.screen import StaffKit

State = tuple[str, StaffScreenName, object]


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
    handed = (replace(CALLS[2], handed_by_name=HA.name), *CALLS[:2])
    many = tuple(call(f"call-{n}", 60 * n, barriers=("L2", "F1", "H1")) for n in range(1, 10))
    return [
        ("calls", name, CALLS_MODEL),
        ("calls-empty", name, replace(CALLS_MODEL, calls=())),
        ("calls-failed", name, replace(CALLS_MODEL, problem="Ổ đĩa đang bận. Bấm “Thử lại”.")),
        ("calls-many", name, replace(CALLS_MODEL, calls=many)),
        ("calls-longest", name, replace(CALLS_MODEL, calls=(LONG_CALL, *CALLS))),
        ("calls-handed", name, replace(CALLS_MODEL, calls=handed)),
        ("calls-left", name, replace(CALLS_MODEL, calls=CALLS[2:], my_id=TUAN.id, colleagues=())),
        ("calls-sign", name, replace(CALLS_MODEL, signs=SIGNS[:1])),
        ("calls-signs", name, replace(CALLS_MODEL, calls=(), signs=(*SIGNS, *SIGNS))),
    ]


def _assistance_states() -> list[State]:
    name = StaffScreenName.ASSISTANCE
    refused = consent(Purpose.HOME_VISIT, granted=False)
    noted = replace(DRAFT, note="Con gái đọc giúp, bà quên kính ở nhà, hẹn mang theo lần sau")
    by_phone = replace(
        WITHOUT_CALL.draft,
        channel="phone",
        procedure_code="longest",
        step_id="agency",
        minutes=15,
        level="hint",
        outcome=Outcome.NOT_HERE,
    )
    promised = replace(VISIT_DRAFT, call_id=WITHOUT_CALL.draft.call_id, channel="counter")
    missing = {**PROBLEMS, "channel": "Chọn nơi đã giúp.", "minutes": "Chọn số phút."}
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
        ("assistance-card", name, visit_model(*GRANTED, card=FILLED, has_camera=True)),
        ("assistance-card-known", name, visit_model(*GRANTED, card=KNOWN_NEWS, has_camera=True)),
        ("assistance-card-early", name, replace(ASSISTANCE, card=EARLY)),
        ("assistance-note", name, replace(ASSISTANCE, draft=noted)),
        ("assistance-without-call", name, WITHOUT_CALL),
        ("assistance-without-call-filled", name, replace(WITHOUT_CALL, draft=by_phone)),
        ("assistance-without-call-problems", name, replace(WITHOUT_CALL, problems=missing)),
        ("assistance-without-call-person", name, replace(WITHOUT_CALL, draft=promised)),
        ("assistance-correction", name, CORRECTION),
    ]


def _today_states() -> list[State]:
    name = StaffScreenName.TODAY
    mine = (MENDED, *LOG.entries[1:9])
    return [
        ("today", name, TodayModel(mine, NAMES)),
        ("today-empty", name, TodayModel((), NAMES)),
        ("today-failed", name, TodayModel((), NAMES, "Ổ đĩa đang bận. Bấm “Thử lại”.")),
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
        ("slip-refused", name, QUEUE_STOPPED),
        ("slip-not-made", name, SLIP_NOT_MADE),
        ("slip-pdf", name, kept),
    ]


def _scan_states() -> list[State]:
    name = StaffScreenName.SCAN
    forged = ScanModel("Chưa mở được phiếu này", "Phiếu này không do xã cấp. Hỏi người cầm phiếu.")
    replaced = ScanModel("Phiếu này đã có bản mới", "Dùng bản in sau. Việc hẹn vẫn mở được.", "f-1")
    return [
        ("scan", name, ScanModel("", "")),
        ("scan-forged", name, forged),
        ("scan-replaced", name, replaced),
        ("scan-camera", name, replace(replaced, has_camera=True)),
    ]


def _person_states() -> list[State]:
    name = StaffScreenName.PERSON
    empty = PersonModel(NAMES, TODAY, has_camera=True)
    several = tuple(replace(KNOWN, id=f"q-{n}", initials=f"Nguyễn T. {n}.") for n in range(4))
    longest = replace(
        KNOWN,
        person=replace(MRS_HOA, name="Công Tằng Tôn Nữ Thị Huyền Trân Phương Uyên"),
        open_cases=(replace(CASES[0], procedure_code="longest", step_id="agency"), *CASES[1:3]),
    )
    hidden = replace(KNOWN, person=None, open_cases=())
    found = replace(empty, found=(KNOWN,), chosen=KNOWN)
    gone = "Đã ghi: người dân rút đồng ý. Đã đóng 1 việc hẹn. Tên và số điện thoại đã xóa."
    return [
        ("person", name, empty),
        ("person-no-camera", name, replace(empty, has_camera=False)),
        ("person-problem", name, replace(empty, problem="Nhập đủ số điện thoại.")),
        ("person-nobody", name, replace(empty, typed="0912 345 678", found=())),
        ("person-several", name, replace(empty, found=several)),
        ("person-found", name, replace(found, warnings=("Số thẻ và năm sinh không khớp nhau.",))),
        ("person-longest", name, replace(found, found=(longest, *several), chosen=longest)),
        ("person-hidden", name, replace(found, found=(hidden,), chosen=hidden)),
        ("person-withdrawn", name, replace(found, message="Đã ghi: người dân rút đồng ý.")),
        ("person-erased", name, replace(empty, found=(), message=gone)),
    ]


def _log_states() -> list[State]:
    name = StaffScreenName.LOG
    nothing = AssistanceSummary(0, {}, 0)
    empty = replace(LOG, entries=(), summary=nothing)
    filtered = AssistanceFilter("2026-11-01", "2026-11-22", "v-1", BIRTH, "L2", Outcome.FOLLOW_UP)
    exported = "Đã lưu 24 dòng vào C:\\ProgramData\\dong-hanh-so\\exports\\assistance-20261122.xlsx"
    return [
        ("log", name, LOG),
        ("log-filtered", name, replace(LOG, wanted=replace(filtered, supporter_id=LAN.id))),
        ("log-empty", name, empty),
        ("log-none-such", name, replace(empty, wanted=filtered)),
        ("log-failed", name, replace(empty, problem="Ổ đĩa đang bận.")),
        ("log-exported", name, replace(LOG, message=exported)),
    ]


def _entry_states() -> list[State]:
    name, entry = StaffScreenName.ENTRY, LOG.entries[0]
    return [
        ("entry", name, EntryModel(entry, NAMES)),
        ("entry-person", name, EntryModel(entry, NAMES, MRS_HOA, CASE.follow_up)),
        ("entry-corrected", name, EntryModel(MENDED, NAMES, corrections=CORRECTIONS)),
    ]


def _account_states() -> list[State]:
    name = StaffScreenName.ACCOUNTS
    many = tuple(Staff(f"s-{n}", f"Nguyễn Thị Uyên {n}", Role.SUPPORTER, "") for n in range(12))
    issued = AccountsModel(STAFF, issued_for=LAN.name, issued_pin="482915")
    return [
        ("accounts", name, AccountsModel(STAFF)),
        ("accounts-empty", name, AccountsModel(())),
        ("accounts-issued", name, issued),
        ("accounts-problem", name, AccountsModel(STAFF, problem="Đã có người tên này.")),
        ("accounts-many", name, AccountsModel((*STAFF, *many))),
    ]


def staff_states(kit: StaffKit) -> list[State]:
    """Return (id, page, model) of every state worth looking at."""
    return [
        *_log_in_states(),
        *_calls_states(),
        *_assistance_states(),
        *_slip_states(),
        *_today_states(),
        *mobile_states(),
        *plan_states(),
        *round_states(),
        *case_states(),
        *appointment_states(),
        *_scan_states(),
        *_person_states(),
        *_log_states(),
        *_entry_states(),
        *_account_states(),
        *staff_content_states(),
        ("leave", StaffScreenName.LEAVE, LeaveModel()),
        ("leave-waiting", StaffScreenName.LEAVE, LeaveModel(3)),
    ]
