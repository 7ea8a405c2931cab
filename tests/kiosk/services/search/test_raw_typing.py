"""Raw Telex and VNI: read wherever the keys stand, and never where they can mean nothing."""

from __future__ import annotations

import pytest

from kiosk.services.search.raw_typing import decode
from kiosk.services.search.spelling import word_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "đăng"),
        ("dangdw", "đăng"),
        ("kys", "ký"),
        ("keets", "kết"),
        ("hoon", "hôn"),
        ("hono", "hôn"),
        ("tuwr", "tử"),
        ("giaays", "giấy"),
        ("giayas", "giấy"),
        ("ddor", "đỏ"),
        ("dduwowcj", "được"),
        ("dduocwj", "được"),
        ("truwowngf", "trường"),
        ("cuwowcs", "cước"),
        ("quyeenf", "quyền"),
        ("d9a8ng", "đăng"),
        ("dang98", "đăng"),
        ("ky1", "ký"),
        ("to6i", "tôi"),
        ("ngu7o7i2", "người"),
        ("tu73", "tử"),
        ("quye6n2", "quyền"),
    ],
)
def test_raw_keys_are_read(typed: str, meant: str) -> None:
    decoded = decode(typed)
    assert decoded is not None
    assert word_of(decoded) == word_of(meant)


@pytest.mark.parametrize(
    "typed", ["khai", "xin", "so", "cho", "cccd", "ct07", "b2", "75", "vneid", "w", "s", "đăng", ""]
)
def test_what_is_no_raw_typing_is_left_alone(typed: str) -> None:
    assert decode(typed) is None
