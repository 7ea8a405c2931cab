"""Fourteen invented people in four villages, some with very long texts, for the sheet of a trip."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import Attempt, AttemptResult, FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.need import Form, Kit
from kiosk.domain.person import Person, PhoneOwner
from kiosk.domain.slip_code import SlipMark, new_code, sign
from kiosk.services.documents.run_sheet_pdf import RunSheetRow, SheetHead
from tests.support.slips import KEY, OFFICE_TAG

PRINTED_AT = datetime(2026, 11, 25, 9, 40, tzinfo=UTC)
_FIRST_PROMISE = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
_VILLAGES = ("Thôn Đông Lỗ", "Thôn Viên Ngoại", "Thôn Thượng Phúc Hạ", "Thôn Cao Lãm")
_NAMES = (
    "Nguyễn Thị Hoa",
    "Đỗ Văn Tý",
    "Phạm Thị Lụa",
    "Trần Ngọc Ưởng",
    "Nguyễn Hoàng Tôn Nữ Thị Thanh Bích Minh Châu",
)
_PROCEDURES = (
    "Đăng ký khai sinh",
    "Trợ cấp hưu trí xã hội",
    "Thực hiện, điều chỉnh, tạm dừng, thôi hưởng trợ cấp sinh hoạt hàng tháng",
)
_BRING = (
    ("Căn cước", "Tờ khai Mẫu số 01"),
    (),
    (
        "Bản sao có chứng thực giấy xác nhận tình trạng hôn nhân của hai bên nam, nữ",
        "Giấy chứng sinh",
        "Điện thoại và sim chính chủ",
    ),
)


HEAD = SheetHead(
    date(2026, 11, 26),
    HalfDay.MORNING,
    _VILLAGES[:2],
    ("Trần Thị Lan", "Nguyễn Văn Tuấn", "đ/c Hà (công an)"),
    Kit(
        ("Công an xã", "Cán bộ hộ tịch"),
        ("Máy tính, mạng di động", "Sổ và biểu mẫu hộ tịch", "Thiết bị lấy sinh trắc của công an"),
        (Form("Tờ khai đăng ký khai sinh", 3), Form("Đơn đề nghị hưởng trợ cấp hưu trí xã hội", 1)),
    ),
)


def run_sheet_row(number: int, village: str | None = None) -> RunSheetRow:
    """Return the row of an invented person; the same number gives the same person."""
    code = new_code()
    return RunSheetRow(
        position=number + 1,
        follow_up=_follow_up(number),
        payload=sign(SlipMark(code, 1), OFFICE_TAG, KEY),
        code=code,
        procedure=_PROCEDURES[number % 3],
        village=_VILLAGES[number % 4] if village is None else village,
        step="Đính giấy tờ vào từng dòng" if number % 2 else "",
        needs=("ký trước cán bộ", "hộ tịch") if number % 3 else (),
        ready=("Giấy chứng sinh",) if number % 4 == 1 else (),
        call="Đồng ý" if number % 2 else "",
    )


def run_sheet_rows(count: int = 14) -> list[RunSheetRow]:
    """Return `count` rows, last first: the sheet has to put them in order."""
    return [run_sheet_row(number) for number in reversed(range(count))]


def _follow_up(number: int) -> FollowUp:
    tried = Attempt("a", "f", AttemptResult.NOT_HOME, PRINTED_AT, "s", "Trần Thị Lan")
    return FollowUp(
        id=f"follow-up-{number:02}",
        assistance_id=f"assistance-{number:02}",
        kind=FollowUpKind.HOME_VISIT,
        procedure_code="1.001193",
        step_id="attach",
        due=date(2026, 11, 21) + timedelta(days=number),
        half_day=HalfDay.MORNING if number % 2 else HalfDay.AFTERNOON,
        bring=_BRING[number % 3],
        state=FollowUpState.OPEN,
        promised_at=_FIRST_PROMISE + timedelta(hours=number),
        promised_by_name="Trần Thị Lan",
        person=_person(number),
        village_id=f"village-{number % 4}",
        barriers=("L2", "F2") if number % 3 else ("H3",),
        attempts=(tried,) if number % 5 == 0 else (),
    )


def _person(number: int) -> Person:
    phones = ("0912345678", "", "02433881234")
    return Person(
        id=f"person-{number:02}",
        name=_NAMES[number % 5],
        village_id=f"village-{number % 4}",
        birth_year=1940 + number if number % 4 else None,
        phone=phones[number % 3],
        phone_owner=list(PhoneOwner)[number % 3],
        where_to_find=(
            "Xóm Đình, hỏi nhà ông trưởng thôn, ngõ sau nhà văn hóa, cổng sắt xanh, có cây khế"
            if number % 4 == 2
            else "Xóm Chùa"
        ),
        hard_to_move=number % 2 == 0,
        lives_alone=number % 3 == 0,
    )
