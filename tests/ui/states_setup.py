"""Every state of the set-up pages as plain models: filled, empty, busy, refused, longest."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.office import EXAMPLE_OFFICE, OfficeProfile, Village
from kiosk.domain.portal import DEFAULT_HOSTS
from kiosk.domain.sample_card import SampleResult
from kiosk.domain.slip import Paper
from tests.ui.staff_samples import LAN, STAFF, VILLAGES
from ui.setup.models import (
    FIRST_RUN,
    LATER,
    FinishModel,
    JoinModel,
    LeadModel,
    OfficeModel,
    PanelModel,
    PrinterModel,
    Progress,
    RecoveryModel,
    ScannerModel,
    SetupPageName,
    SitesModel,
    SupportersModel,
    VillagesModel,
    WelcomeModel,
)
from ui.staff.screen import StaffKit

SetupState = tuple[str, SetupPageName, object]

GROUPS = ("7KM2Q", "T4NBC", "0H9PL", "V1Q3K", "M8T2G", "B6N0C", "L5H4P", "K9V7T")
_NAME = SetupPageName
_LONG_OFFICE = OfficeProfile(
    "Ủy ban nhân dân xã Ứng Hòa, thành phố Hà Nội (cơ sở 2, trụ sở xã Đông Lỗ cũ)",
    "Điểm phục vụ hành chính công số 2, phòng tiếp dân tầng 1",
    "Đường tỉnh lộ 428, thôn Đông Lỗ, xã Ứng Hòa, thành phố Hà Nội",
    "024 0000 0000",
    "7 giờ 30 đến 17 giờ, thứ Hai đến thứ Sáu, sáng thứ Bảy",
)


def progress(name: SetupPageName) -> Progress:
    """Return where a page stands in the first run, or among the pages seen later."""
    pages = FIRST_RUN if name in FIRST_RUN else LATER
    position = pages.index(name) + 1
    return Progress(position, len(pages), position > 1)


OFFICE = OfficeModel(progress(_NAME.OFFICE), EXAMPLE_OFFICE, is_example=True)
VILLAGES_MODEL = VillagesModel(progress(_NAME.VILLAGES), ())
PRINTER = PrinterModel(
    progress(_NAME.PRINTER), ("EPSON TM-T82", "Canon LBP2900"), "", Paper.ROLL_80, "Quầy 1"
)
RECOVERY = RecoveryModel(progress(_NAME.RECOVERY), GROUPS)
SUPPORTERS = SupportersModel(progress(_NAME.SUPPORTERS), STAFF[:2])
FINISH = FinishModel(progress(_NAME.FINISH), EXAMPLE_OFFICE, 0, 0, "", recovery_confirmed=False)
ROW_PROBLEMS = tuple(
    (line, reason)
    for line, reason in zip(
        (4, 7, 12, 15),
        (
            "Chưa có tên thôn.",
            "Số điện thoại “09123” chưa đúng.",
            "Số km “xa lắm” chưa đúng. Viết như 3.5.",
            "Thôn này đã có ở dòng 3.",
        ),
        strict=True,
    )
)
VILLAGE_PROBLEMS = {
    "name": "Nhập tên thôn.",
    "head_phone": "Số điện thoại này chưa đúng.",
    "km": "Nhập số km, như 3.5.",
}


def panel(kit: StaffKit) -> PanelModel:
    """Return the panel page for the panel the kit was made for."""
    metrics = kit.theme.metrics
    return PanelModel(progress(_NAME.PANEL), metrics.width_mm, metrics.width_px)


def _office_states() -> list[SetupState]:
    name = _NAME.OFFICE
    problems = {"name": "Ghi tên cơ quan.", "hotline": "Xem lại số điện thoại."}
    return [
        ("setup-office", name, OFFICE),
        ("setup-office-problems", name, replace(OFFICE, problems=problems)),
        ("setup-office-longest", name, replace(OFFICE, profile=_LONG_OFFICE, is_example=False)),
    ]


def _village_states() -> list[SetupState]:
    name = _NAME.VILLAGES
    head = Village("v-x", "Thôn Hoàng Dương", "Đông Lỗ", "Nguyễn Văn Bảy", "0912345678", 3.5)
    full = replace(VILLAGES_MODEL, villages=(head, *VILLAGES))
    return [
        ("setup-villages-empty", name, VILLAGES_MODEL),
        ("setup-villages", name, full),
        ("setup-villages-imported", name, replace(full, imported=21)),
        ("setup-villages-refused", name, replace(full, imported=21, row_problems=ROW_PROBLEMS)),
        ("setup-villages-problems", name, replace(full, problems=VILLAGE_PROBLEMS)),
        ("setup-villages-no-csv", name, replace(full, problem="Tệp này không phải tệp CSV.")),
    ]


def _paper_states() -> list[SetupState]:
    printer, recovery = _NAME.PRINTER, _NAME.RECOVERY
    chosen = replace(PRINTER, printer="EPSON TM-T82")
    told = replace(RECOVERY, message="Đã gửi đến máy in. Cất tờ này trong két.")
    wrong = "Nhóm thứ 3 chưa đúng. So lại nhóm này với phiếu khôi phục, rồi gõ lại."
    return [
        ("setup-printer-none", printer, replace(PRINTER, printers=())),
        ("setup-printer", printer, chosen),
        ("setup-printer-busy", printer, replace(chosen, is_busy=True)),
        ("setup-printer-tested", printer, replace(chosen, message="Đã gửi tờ in thử.")),
        ("setup-printer-problem", printer, replace(chosen, problem="Máy in đang tạm dừng.")),
        ("setup-recovery-loading", recovery, replace(RECOVERY, groups=())),
        ("setup-recovery", recovery, RECOVERY),
        ("setup-recovery-busy", recovery, replace(RECOVERY, is_busy=True)),
        ("setup-recovery-printed", recovery, told),
        ("setup-recovery-wrong", recovery, replace(RECOVERY, problem=wrong)),
        ("setup-recovery-confirmed", recovery, replace(RECOVERY, is_confirmed=True)),
        ("setup-join", _NAME.JOIN, JoinModel()),
        ("setup-join-wrong", _NAME.JOIN, JoinModel(wrong)),
    ]


def _site_states() -> list[SetupState]:
    name = _NAME.SITES
    place = Progress(5, 7, can_go_back=True)
    shipped = SitesModel(place, DEFAULT_HOSTS)
    many = tuple(f"thanhtoan-{n}.nganhangvidu.com.vn" for n in range(12))
    wrong = "“*.gov.vn” gồm quá nhiều trang. Ghi rõ tên trang hơn. Sửa dòng này rồi lưu lại."
    return [
        ("setup-sites-loading", name, SitesModel(place, ())),
        ("setup-sites", name, shipped),
        ("setup-sites-many", name, SitesModel(place, (*DEFAULT_HOSTS, *many))),
        ("setup-sites-problem", name, replace(shipped, problem=wrong)),
    ]


def _scanner_states() -> list[SetupState]:
    keyboard, serial, camera = _NAME.KEYBOARD_SCANNER, _NAME.SERIAL_SCANNER, _NAME.CAMERA_SCANNER
    typed = ScannerModel(progress(keyboard))
    ports = (("COM3", "COM3 Honeywell 1470g"), ("COM4", "COM4 USB Serial Port"))
    port = ScannerModel(progress(serial), ports, "COM3", "Đang nghe cổng này.")
    gone = "Chưa mở được cổng. Xem dây máy quét; máy sẽ tự thử lại."
    lens = ScannerModel(progress(camera), (("c1", "Logitech C270 HD WebCam"),), "c1")
    kept = "Chưa có máy in. Thẻ mẫu đã lưu ở C:\\ProgramData\\DongHanhSo\\lists\\the-mau.pdf"
    seen = "Đang nhìn. Đưa thẻ mẫu vào giữa khung."
    return [
        ("setup-scanner-keyboard", keyboard, typed),
        ("setup-scanner-whole", keyboard, replace(typed, result=SampleResult.WHOLE)),
        ("setup-scanner-digits", keyboard, replace(typed, result=SampleResult.DIGITS_ONLY)),
        ("setup-scanner-other", keyboard, replace(typed, result=SampleResult.OTHER_CARD)),
        ("setup-scanner-spoilt", keyboard, replace(typed, result=SampleResult.UNREADABLE)),
        ("setup-scanner-kept", keyboard, replace(typed, message=kept)),
        ("setup-serial-none", serial, ScannerModel(progress(serial))),
        ("setup-serial", serial, port),
        ("setup-serial-gone", serial, replace(port, status=gone, problem="Ổ đĩa đang đầy.")),
        ("setup-serial-whole", serial, replace(port, result=SampleResult.WHOLE)),
        ("setup-camera-none", camera, ScannerModel(progress(camera))),
        ("setup-camera", camera, lens),
        ("setup-camera-looking", camera, replace(lens, status=seen, is_looking=True)),
        ("setup-camera-whole", camera, replace(lens, result=SampleResult.WHOLE, message=kept)),
    ]


def _people_states() -> list[SetupState]:
    lead, supporters = _NAME.LEAD, _NAME.SUPPORTERS
    model = LeadModel(progress(lead))
    problems = {"name": "Ghi họ và tên.", "pin": "Chọn mã khác: các số đi liền nhau."}
    issued = replace(SUPPORTERS, issued_for=LAN.name, issued_pin="482915")
    return [
        ("setup-lead", lead, model),
        ("setup-lead-problems", lead, replace(model, problems=problems)),
        ("setup-lead-saved", lead, replace(model, saved_name="Phạm Thu Hà")),
        ("setup-supporters-empty", supporters, replace(SUPPORTERS, staff=())),
        ("setup-supporters", supporters, SUPPORTERS),
        ("setup-supporters-issued", supporters, issued),
        ("setup-supporters-problem", supporters, replace(SUPPORTERS, problem="Trùng tên.")),
    ]


def _end_states() -> list[SetupState]:
    name = _NAME.FINISH
    done = replace(
        FINISH, villages=21, supporters=3, printer="EPSON TM-T82", recovery_confirmed=True
    )
    return [
        ("setup-finish", name, done),
        ("setup-finish-open-ends", name, FINISH),
        (
            "setup-finish-problem",
            name,
            replace(done, problem="Ổ đĩa đang đầy. Dọn bớt rồi thử lại."),
        ),
    ]


def setup_states(kit: StaffKit) -> list[SetupState]:
    """Return (id, page, model) of every state worth looking at."""
    return [
        ("setup-welcome", _NAME.WELCOME, WelcomeModel(progress(_NAME.WELCOME))),
        *_office_states(),
        *_village_states(),
        ("setup-panel", _NAME.PANEL, panel(kit)),
        *_paper_states(),
        *_site_states(),
        *_scanner_states(),
        *_people_states(),
        *_end_states(),
    ]
