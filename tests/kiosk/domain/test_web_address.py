"""Addresses that are plainly what they say, and all the others."""

from __future__ import annotations

import pytest

from kiosk.domain.web_address import WebAddress, read_address, read_host


def test_an_address_is_read_without_its_query() -> None:
    text = "https://dichvucong.gov.vn/thu-tuc/1?so=001190000001#phan"

    address = read_address(text)

    assert address == WebAddress("https", "dichvucong.gov.vn", 443, "/thu-tuc/1")
    assert str(address) == "https://dichvucong.gov.vn/thu-tuc/1"


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("https://dichvucong.gov.vn", "dichvucong.gov.vn"),
        ("HTTPS://DichVuCong.Gov.VN/", "dichvucong.gov.vn"),
        ("https://dichvucong.gov.vn./", "dichvucong.gov.vn"),
        ("https://dichvucong.gov.vn:443/", "dichvucong.gov.vn"),
        ("https://dichvucong.gov.vn:8443/a", "dichvucong.gov.vn:8443"),
        ("https://dichvucong.gov.vn?a", "dichvucong.gov.vn"),
        ("https://xn--cng-qmz.vn/", "xn--cng-qmz.vn"),
        ("wss://dichvucong.gov.vn/s", "dichvucong.gov.vn"),
    ],
)
def test_case_port_and_a_last_dot_make_no_difference(text: str, site: str) -> None:
    address = read_address(text)

    assert address is not None
    assert address.site == site


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dichvucong.gov.vn",
        "//dichvucong.gov.vn/",
        "http://dichvucong.gov.vn/",
        "ftp://dichvucong.gov.vn/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "view-source:https://dichvucong.gov.vn/",
        "https:dichvucong.gov.vn",
        "https:///dichvucong.gov.vn",
        "https://",
        "https://user@dichvucong.gov.vn/",
        "https://dichvucong.gov.vn@evil.test/",
        "https://dichvucong.gov.vn:443@evil.test/",
        "https://evil.test\\@dichvucong.gov.vn/",
        "https:\\\\dichvucong.gov.vn/",
        "https://dichvucong%2egov.vn/",
        "https://dichvucong.gov.vn%00.evil.test/",
        "https://dichvucong.gov.vn /",
        "https://dichvucong.gov.vn\t.evil.test/",
        "https://dichvucong.gov.vn\n/",
        " https://dichvucong.gov.vn/",
        "https://dichvucong.gov.vn:0/",
        "https://dichvucong.gov.vn:65536/",
        "https://dichvucong.gov.vn:80a/",
        "https://dichvucong..gov.vn/",
        "https://.dichvucong.gov.vn/",
        "https://-a.gov.vn/",
        "https://a_b.gov.vn/",
        "https://[::1]/",
        "https://dịchvụcông.gov.vn/",
        "https://dichvucong。gov.vn/",
        f"https://{'a' * 64}.vn/",
        f"https://{'a.' * 130}vn/",
    ],
)
def test_what_is_not_plainly_an_encrypted_page_is_none(text: str) -> None:
    assert read_address(text) is None


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("dichvucong.gov.vn", "dichvucong.gov.vn"),
        (" DichVuCong.gov.vn. ", "dichvucong.gov.vn"),
        ("cổng.vn", "xn--cng-qmz.vn"),
        ("a b.vn", ""),
        ("a@b.vn", ""),
        ("a/b", ""),
        ("", ""),
        ("a..vn", ""),
        ("x" * 300, ""),
    ],
)
def test_a_host_is_read_as_the_browser_spells_it(text: str, host: str) -> None:
    assert read_host(text) == host
