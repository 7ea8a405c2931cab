"""The address on a card: to a village by its former commune, or by its new name, or to none."""

from __future__ import annotations

import pytest

from kiosk.domain.card_address import place_before, village_of
from kiosk.domain.office import Village

DONG = Village("v-1", "Thôn Đông", "Trung Tú")
DONG_OF_DAI_HUNG = Village("v-2", "Đông", "xã Đại Hùng")
XA_CAU = Village("v-3", "Xà Cầu", "Trung Tú")
CAU = Village("v-4", "Thôn Cầu", "Trung Tú")
HAU_XA = Village("v-5", "Hậu Xá", "Đồng Tân")
NEW = Village("v-6", "Thôn Mới")
VILLAGES = (DONG, DONG_OF_DAI_HUNG, XA_CAU, CAU, HAU_XA, NEW)
OFFICE = "UBND xã Ứng Hòa"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        # The old three levels.
        ("Thôn Đông, Trung Tú, Ứng Hòa, Hà Nội", DONG),
        ("Xóm 3, Thôn Đông, Xã Trung Tú, Huyện Ứng Hòa, Thành phố Hà Nội", DONG),
        ("đông, đại hùng, ứng hòa, hà nội", DONG_OF_DAI_HUNG),
        ("Xà Cầu, Trung Tú, Ứng Hòa, Hà Nội", XA_CAU),
        ("Cầu, Trung Tú, Ứng Hòa, Hà Nội", CAU),
        ("Số 5, Hậu Xá, Đồng Tân, Ứng Hòa, Hà Nội", HAU_XA),
        # The commune is ours, the village is not in the list.
        ("Xóm Chùa, Trung Tú, Ứng Hòa, Hà Nội", None),
        # A neighbour of the former district that was not merged into this commune.
        ("Thôn Đông, Sơn Công, Ứng Hòa, Hà Nội", None),
        ("Hậu Xá, Vân Đình, Ứng Hòa, Hà Nội", None),
        # The two levels of today: the name must be the only one.
        ("Hậu Xá, Ứng Hòa, Hà Nội", HAU_XA),
        ("Thôn Mới, Xã Ứng Hòa, Hà Nội", NEW),
        ("Thôn Đông, Xã Ứng Hòa, Hà Nội", None),
        # Elsewhere.
        ("Hậu Xá, Hòa Xá, Hà Nội", None),
        ("Hà Nội", None),
        ("", None),
    ],
)
def test_an_address_names_one_village_or_none(address: str, expected: Village | None) -> None:
    assert village_of(address, VILLAGES, OFFICE) == expected


def test_what_stands_before_the_village_is_where_to_find_the_house() -> None:
    address = "Số 5, Xóm 3, Thôn Đông, Trung Tú, Ứng Hòa, Hà Nội"
    assert place_before(address, DONG) == "Số 5, Xóm 3"
    assert place_before("Thôn Đông, Trung Tú, Ứng Hòa, Hà Nội", DONG) == ""
    assert place_before("Hà Nội", DONG) == ""
