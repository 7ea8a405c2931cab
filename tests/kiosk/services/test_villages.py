"""Villages from CSV: what is read, and how a bad row is named."""

from __future__ import annotations

import codecs

import pytest

from kiosk.domain.errors import KnownError
from kiosk.services.forms import FormRefused
from kiosk.services.villages import VillageImport, check_village, parse_villages

VIETNAMESE = """thon,xa_cu,truong_thon,sdt,km
Hậu Xá,Hòa Nam,Nguyễn Văn An,0912 345 678,3.5
Đinh Xuyên,Hòa Nam,,,
"""


def read(text: str) -> VillageImport:
    return parse_villages(text.encode())


def complaints(found: VillageImport) -> list[tuple[int, str]]:
    return [(p.line, p.reason.format(**p.fields)) for p in found.problems]


def test_a_good_file_is_read_whole() -> None:
    found = read(VIETNAMESE)
    first, second = found.villages
    assert (first.name, first.former_commune, first.head_name) == (
        "Hậu Xá",
        "Hòa Nam",
        "Nguyễn Văn An",
    )
    assert (first.head_phone, first.km) == ("0912345678", 3.5)
    assert (second.name, second.head_phone, second.km) == ("Đinh Xuyên", "", None)
    assert first.id != second.id
    assert found.problems == ()


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + VIETNAMESE.encode(),
        VIETNAMESE.replace("\n", "\r\n").encode(),
        VIETNAMESE.replace(",", ";").encode(),
        VIETNAMESE.replace(",", "\t").encode(),
        VIETNAMESE.replace("thon,xa_cu,truong_thon,sdt", "Thôn,XÃ CŨ,Trưởng thôn,SĐT").encode(),
        VIETNAMESE.replace(
            "thon,xa_cu,truong_thon,sdt", "Village,Former_Commune,head,PHONE"
        ).encode(),
        VIETNAMESE.replace("3.5", '"3,5 km"').encode(),
        VIETNAMESE.encode() + b",,,,\n\n",
    ],
)
def test_the_same_file_in_other_clothes(data: bytes) -> None:
    found = parse_villages(data)
    assert [(v.name, v.head_phone, v.km) for v in found.villages] == [
        ("Hậu Xá", "0912345678", 3.5),
        ("Đinh Xuyên", "", None),
    ]
    assert found.problems == ()


def test_columns_may_stand_in_any_order_and_be_few() -> None:
    found = read("km,ghi chú,thôn\n2,xa,Hậu Xá\n")
    assert [(v.name, v.km) for v in found.villages] == [("Hậu Xá", 2.0)]


def test_decomposed_letters_become_one_form() -> None:
    (village,) = read("thon\nHậu Xá\n").villages
    assert village.name == "Hậu Xá"


def test_each_bad_row_is_named_and_the_good_ones_stay() -> None:
    found = read(
        "thon,xa_cu,truong_thon,sdt,km\n"
        "Hậu Xá,Hòa Nam,,,\n"
        ",Hòa Nam,Ông Ba,,\n"
        "Thanh Ấm,,,12345,\n"
        "Vân Đình,,,,xa lắm\n"
        "Hoàng Xá,,,,999\n"
        "hậu xá,hòa nam,,,\n"
        "Hậu Xá,Vân Đình,,,\n"
        "Đình Tràng,,,,3,5\n"
        "Lưu Khê,,,,-1\n"
    )
    assert [v.name for v in found.villages] == ["Hậu Xá", "Hậu Xá"]
    assert complaints(found) == [
        (3, "Chưa có tên thôn."),
        (4, "Số điện thoại “12345” chưa đúng."),
        (5, "Số km “xa lắm” chưa đúng. Viết như 3.5."),
        (6, "Số km “999” chưa đúng. Viết như 3.5."),
        (7, "Thôn này đã có ở dòng 2."),
        (9, "Dòng này có nhiều ô hơn dòng đầu."),
        (10, "Số km “-1” chưa đúng. Viết như 3.5."),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("thon\nHậu Xá\n".encode("utf-16"), "UTF-8"),
        ("thon\nHậu Xá\n".encode("cp1258", "replace"), "UTF-8"),
        (b"PK\x03\x04\x00\x00thon", "CSV"),
        (b"", "thon"),
        ("tên,km\nHậu Xá,3\n".encode(), "thon"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(KnownError) as refused:
        parse_villages(data)
    assert words in refused.value.message
    assert refused.value.cure


def test_a_typed_village_is_checked_field_by_field() -> None:
    assert check_village(" Hậu  Xá ", head_phone="0912.345.678").name == "Hậu Xá"
    for values, field in (
        ({"name": " "}, "name"),
        ({"name": "A", "head_phone": "12"}, "head_phone"),
        ({"name": "A", "km": "xa"}, "km"),
    ):
        with pytest.raises(FormRefused) as refused:
            check_village(**values)
        assert [p.field for p in refused.value.problems] == [field]
