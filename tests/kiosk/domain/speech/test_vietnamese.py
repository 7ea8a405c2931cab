"""Vietnamese texts of real pages in the words people say for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from kiosk.domain.speech.vietnamese import spoken_vietnamese
from kiosk.services.content import load_procedures
from kiosk.services.lessons import read_lessons
from resources import lesson_files, procedure_files


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # days
        ("28/11/2026", "ngày hai mươi tám tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        (
            "Lấy ngày 18/07/2026",
            "lấy ngày mười tám tháng bảy năm hai nghìn không trăm hai mươi sáu",
        ),
        ("ngày 05/09", "ngày mùng năm tháng chín"),
        ("Thứ Bảy, 28/11", "thứ bảy, ngày hai mươi tám tháng mười một"),
        ("trước 01/7/2004.", "trước ngày mùng một tháng bảy năm hai nghìn không trăm linh bốn."),
        ("Ngày 2 tháng 9", "ngày mùng hai tháng chín"),
        ("tháng 4", "tháng tư"),
        ("tháng 11/2026", "tháng mười một năm hai nghìn không trăm hai mươi sáu"),
        ("năm 2026", "năm hai nghìn không trăm hai mươi sáu"),
        ("thứ 2 đến thứ 6", "thứ hai đến thứ sáu"),
        ("thứ 4 và thứ Bảy", "thứ tư và thứ bảy"),
        ("31/02/2026", "ba mươi mốt trên hai trên hai nghìn không trăm hai mươi sáu"),
        ("trong 60 ngày", "trong sáu mươi ngày"),
        # times
        ("08:05", "tám giờ năm phút"),
        ("lúc 15:00", "lúc mười lăm giờ"),
        ("7h30", "bảy giờ ba mươi phút"),
        ("7 giờ 30 đến 11 giờ 30", "bảy giờ ba mươi đến mười một giờ ba mươi"),
        ("7:30-11:30", "bảy giờ ba mươi phút đến mười một giờ ba mươi phút"),
        ("sau 15 giờ", "sau mười lăm giờ"),
        # money and measures
        ("20.000 đ", "hai mươi nghìn đồng"),
        ("20.000đ", "hai mươi nghìn đồng"),
        ("8.000 VNĐ/lần", "tám nghìn đồng một lần"),
        ("2.000 đồng/trang", "hai nghìn đồng một trang"),
        ("1.050.000 đồng", "một triệu không trăm năm mươi nghìn đồng"),
        ("50 %", "năm mươi phần trăm"),
        ("1,5 km", "một phẩy năm ki lô mét"),
        ("80 m2", "tám mươi mét vuông"),
        ("3-5 ngày", "ba đến năm ngày"),
        ("1/3", "một trên ba"),
        # telephone numbers and other digits
        ("gọi 024 3300 1234", "gọi không hai bốn, ba ba không không, một hai ba bốn"),
        ("0912345678", "không chín một hai, ba bốn năm, sáu bảy tám"),
        ("+84 912 345 678", "cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám"),
        ("1900 1234", "một chín không không, một hai ba bốn"),
        ("gọi 113", "gọi một một ba"),
        ("gọi số 1022", "gọi số một không hai hai"),
        ("001204012345", "không không một hai, không bốn không một, hai ba bốn năm"),
        # codes
        ("Mã thủ tục 1.001193", "mã thủ tục một chấm không không một một chín ba"),
        ("mẫu CT01", "mẫu xê tê không một"),
        ("(mẫu TK1-TS)", "mẫu tê ca một, tê ét sờ"),
        ("hạng A1, B2", "hạng a một, bê hai"),
        ("Phiếu số 2026-11-0037", "phiếu số hai không hai sáu, một một, không không ba bảy"),
        ("4K7T-20BH-G", "bốn ca bảy tê, hai không bê hát, giê"),
        ("mức độ 02", "mức độ không hai"),
        (
            "Nghị định 123/2015/NĐ-CP",
            "nghị định số một trăm hai mươi ba năm hai nghìn không trăm mười lăm",
        ),
        (
            "66.7/2025/NQ-CP",
            "số sáu mươi sáu chấm bảy năm hai nghìn không trăm hai mươi lăm nghị quyết chính phủ",
        ),
        ("60/2014/QH13", "số sáu mươi năm hai nghìn không trăm mười bốn quy hát mười ba"),
        # abbreviations and signs
        ("UBND xã Ứng Hòa", "ủy ban nhân dân xã ứng hòa"),
        ("thẻ BHYT, BHXH", "thẻ bảo hiểm y tế, bảo hiểm xã hội"),
        ("VNeID, OTP, QR", "vi en i ai đi, ô tê pê, kiu a"),
        ("TP. Hà Nội", "thành phố hà nội"),
        ("dichvucong.gov.vn", "dịch vụ công chấm gốp chấm vi en"),
        ("https://dichvucong.gov.vn/thu-tuc/019d", "dịch vụ công chấm gốp chấm vi en"),
        ("dichvucong-gov.com", "dịch vụ công gạch gốp chấm com"),
        ("ông/bà", "ông bà"),
        ("ông\u2060/\u2060bà", "ông bà"),
        ("Tỉnh/Thành phố", "tỉnh hoặc thành phố"),
        ("CẦN HỖ TRỢ · Bàn 1", "cần hỗ trợ, bàn một"),
        ("BAN ĐẦU, KTX", "ban đầu, ca tê ích xì"),
        ("Bấm chữ A, rồi chữ Đ", "bấm chữ a, rồi chữ đê"),
        ("Bấm “Gửi lại mã” (màu đỏ).", "bấm gửi lại mã, màu đỏ."),
        ("Bình luận & hỏi đáp – nhanh", "bình luận và hỏi đáp, nhanh"),
        ("Chờ một chút…", "chờ một chút"),
    ],
)
def test_it_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken_vietnamese(written) == said


def test_all_that_is_written_for_citizens_can_be_said() -> None:
    """What is left after the rules are words alone: no digit, no sign a voice would spell out."""
    texts = {
        text for part in (*load_procedures(procedure_files()), *_lessons()) for text in _texts(part)
    }
    assert len(texts) > 1_000
    unsaid = re.compile(r"[^a-zà-ỹđ ,.;:?!]")
    assert {text: said for text in texts if unsaid.search(said := spoken_vietnamese(text))} == {}


def _lessons() -> tuple[object, ...]:
    return tuple(read_lessons(lesson_files()).lessons)


def _texts(part: object) -> Iterator[str]:
    """Yield every text of a dataclass that stands on a citizen's page."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in {"id", "url", "synonyms", "official_title", "picture", "icon"}:
                yield from _texts(getattr(part, field.name))
