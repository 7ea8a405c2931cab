"""Which drawing stands for a paper: its own words decide, and nothing is drawn for nothing."""

from __future__ import annotations

import pytest

import resources
from kiosk.domain.paper_picture import PaperPicture, picture_of


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Căn cước hoặc hộ chiếu của người khai", PaperPicture.IDENTITY_CARD),
        ("Giấy khai sinh của bé", PaperPicture.BIRTH_CERTIFICATE),
        ("Giấy chứng sinh bản điện tử", PaperPicture.BIRTH_NOTE),
        ("Tờ khai đăng ký khai sinh", PaperPicture.FORM),
        ("Giấy chứng nhận kết hôn của cha mẹ", PaperPicture.MARRIAGE),
        ("Giấy chứng tử, trích lục khai tử", PaperPicture.DEATH),
        ("Chứng từ lệ phí trước bạ xe", PaperPicture.RECEIPT),
        ("Giấy chứng nhận quyền sử dụng đất (sổ đỏ)", PaperPicture.LAND_BOOK),
        ("Giấy tờ cũ về đất, sơ đồ nhà nếu có", PaperPicture.PLAN),
        ("2 ảnh toàn thân của bé, nhìn thẳng", PaperPicture.PHOTO),
        ("Điện thoại có VNeID", PaperPicture.PHONE),
        ("Bản sao thẻ căn cước của người ủy quyền", PaperPicture.AGREEMENT),
        ("Biên bản về việc trẻ bị bỏ rơi", PaperPicture.PAPER),
        ("Văn bản đề nghị của đơn vị", PaperPicture.PAPER),
        ("02 người làm chứng cùng đến", PaperPicture.PEOPLE),
        ("thẻ bhyt cũ", PaperPicture.HEALTH_CARD),
        ("can cuoc", PaperPicture.IDENTITY_CARD),
        ("kính lão", None),
        ("Không cần mang bản chụp", None),
        ("", None),
    ],
)
def test_the_words_decide(title: str, expected: PaperPicture | None) -> None:
    assert picture_of(title) is expected


def test_every_drawing_is_there_and_every_file_has_a_name() -> None:
    assert set(resources.paper_names()) == {picture.value for picture in PaperPicture}
