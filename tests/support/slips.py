"""Slips to print in tests: an ordinary one, and one whose every text is as long as it gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.domain.calendar import HalfDay
from kiosk.domain.paper_picture import PaperPicture
from kiosk.domain.slip import SlipContent
from kiosk.domain.slip_code import SlipMark, new_code, sign

KEY = b"a key of the tests"
OFFICE_TAG = 4711


def slip_content(code: str = "", version: int = 1) -> SlipContent:
    """Return a follow-up slip with a payload that is really signed."""
    code = code or new_code()
    return SlipContent(
        office="UBND xã Ứng Hòa",
        counter="Bộ phận Một cửa",
        title="PHIẾU HẸN HỖ TRỢ",
        number="2026-11-0037",
        version=version,
        who="Nguyễn T. H.",
        procedure="Đăng ký khai sinh",
        how="Cán bộ đến tận nhà",
        done_so_far="Đã đăng nhập và điền xong tờ khai",
        helped_by="Trần Thị Lan",
        next_action="Cán bộ đến nhà làm tiếp bước đính giấy tờ.",
        due=date(2026, 11, 26),
        half_day=HalfDay.MORNING,
        hours="8:00 – 11:30",
        bring=("Giấy chứng sinh", "Căn cước bố, mẹ", "Điện thoại và sim chính chủ"),
        phone="024 3388 1234",
        payload=sign(SlipMark(code, version), OFFICE_TAG, KEY),
        code=code,
        printed_at=datetime(2026, 11, 23, 1, 30, tzinfo=UTC),
        pictures=(PaperPicture.BIRTH_NOTE, PaperPicture.IDENTITY_CARD, PaperPicture.PHONE),
    )


def longest_slip_content() -> SlipContent:
    """Return a slip in which every text is too long for one line."""
    return replace(
        slip_content(version=2),
        office="Ủy ban nhân dân xã Ứng Hòa Thượng Phúc Đông Lỗ",
        counter="Trung tâm Phục vụ hành chính công, quầy số 3",
        who="Nguyễn-Hoàng-Tôn-Nữ T. T. B. M. C.",
        procedure="Thực hiện, điều chỉnh, tạm dừng, thôi hưởng trợ cấp sinh hoạt hàng tháng",
        done_so_far="Đã mở cổng Dịch vụ công Quốc gia, đăng nhập, dừng ở bước đính giấy tờ",
        next_action="Cán bộ mang máy đến nhà, chụp giấy tờ và nộp hồ sơ cùng ông/bà. " * 2,
        bring=(
            "Bản sao có chứng thực giấy xác nhận tình trạng hôn nhân của hai bên nam, nữ",
            "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma=1.001193",
            "Căn cước",
        )
        * 3,
        code="MMMMMMMMM",
        pictures=(PaperPicture.MARRIAGE, None, PaperPicture.IDENTITY_CARD) * 3,
    )


def papers_content() -> SlipContent:
    """Return a slip without a person, a date or a telephone number."""
    return replace(
        slip_content(),
        title="PHIẾU GIẤY TỜ",
        who="",
        how="",
        done_so_far="",
        helped_by="",
        next_action="Nộp tại Công an xã Ứng Hòa.",
        due=None,
        half_day=None,
        hours="",
        phone="",
    )
