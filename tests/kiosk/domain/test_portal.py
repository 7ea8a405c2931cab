"""The list of hosts holds against every trick we know, and lets in what it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.portal import (
    DEFAULT_HOSTS,
    PORTAL_HOME,
    AllowList,
    HostProblem,
    HostRule,
    allow_list,
    goes_through_web,
    read_rule,
    site_name,
)
from kiosk.domain.procedure import Channel
from kiosk.domain.web_address import read_address
from tests.stories import BIRTH

SHIPPED = allow_list(DEFAULT_HOSTS)
NARROW = allow_list(["dichvucong.gov.vn", "*.vneid.gov.vn", "tra.vn:8443"])


@pytest.mark.parametrize(
    "url",
    [
        PORTAL_HOME,
        "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd",
        "https://lienthong.dichvucong.gov.vn/#/ke-khai/2.000986",
        "https://xacthuc.dichvucong.gov.vn/oauth2/authorize?client_id=x",
        "https://thanhtoan.dichvucong.gov.vn/payment",
        "https://id.vneid.gov.vn/oauth2/authorize",
        "https://sso.dancuquocgia.gov.vn/auth?redirect_uri=https%3A%2F%2Fdichvucong.gov.vn%2Fsso",
        "https://tokhaidientu.moj.gov.vn/e-form/1",
        "https://DICHVUCONG.GOV.VN:443/",
    ],
)
def test_the_shipped_list_opens_the_portal_and_what_belongs_to_it(url: str) -> None:
    assert SHIPPED.may_open(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://dichvucong.gov.vn/",
        "https://dichvucong.gov.vn.evil.test/",
        "https://evildichvucong.gov.vn/",
        "https://dichvucong.gov.vn@evil.test/",
        "https://evil.test/dichvucong.gov.vn",
        "https://evil.test/?x=https://dichvucong.gov.vn/",
        "https://evil.test#dichvucong.gov.vn",
        "https://evil.test\\.dichvucong.gov.vn/",
        "https://dichvucong.gov.vn:8443/",
        "https://dichvucong%2egov%2evn/",
        "https://xn--dichvucng-x8a.gov.vn/",
        "https://gov.vn/",
        "https://moj.gov.vn/",
        "https://khac.moj.gov.vn/",
        "https://a.tokhaidientu.moj.gov.vn/",
        "https://dancuquocgia.gov.vn/",
        "https://127.0.0.1/",
        "wss://dichvucong.gov.vn/",
        "data:text/html,x",
        "blob:https://dichvucong.gov.vn/1",
        "about:blank",
        "",
    ],
)
def test_the_shipped_list_opens_nothing_else(url: str) -> None:
    assert not SHIPPED.may_open(url)


def test_a_plain_entry_is_one_host_and_a_star_takes_in_what_is_below() -> None:
    assert NARROW.may_open("https://dichvucong.gov.vn/")
    assert not NARROW.may_open("https://a.dichvucong.gov.vn/")
    assert NARROW.may_open("https://vneid.gov.vn/")
    assert NARROW.may_open("https://a.b.vneid.gov.vn/")
    assert NARROW.may_open("https://tra.vn:8443/")
    assert not NARROW.may_open("https://tra.vn/")


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://dichvucong.gov.vn/a.js", True),
        ("wss://dichvucong.gov.vn/s", True),
        ("data:image/png;base64,AA", True),
        ("blob:https://dichvucong.gov.vn/1", True),
        ("blob:https://evil.test/1", False),
        ("blob:null/1", False),
        ("https://evil.test/a.js", False),
        ("ws://dichvucong.gov.vn/s", False),
        ("http://dichvucong.gov.vn/a.js", False),
        ("file:///etc/passwd", False),
        ("chrome://resources/x.js", False),
    ],
)
def test_what_a_page_may_load(url: str, may: bool) -> None:
    assert NARROW.may_load(url) is may


def test_one_more_host_is_let_in_and_the_list_itself_stays() -> None:
    more = NARROW.with_host("tra.nganhang.vn")

    assert more.may_open("https://tra.nganhang.vn/x")
    assert not more.may_open("https://a.tra.nganhang.vn/")
    assert not NARROW.may_open("https://tra.nganhang.vn/x")
    assert NARROW.with_host("tel:") is NARROW


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("dichvucong.gov.vn", HostRule("dichvucong.gov.vn")),
        (" *.VNeID.gov.vn ", HostRule("vneid.gov.vn", with_below=True)),
        ("https://tra.vn/a?b", HostRule("tra.vn")),
        ("https://tra.vn:8443/", HostRule("tra.vn", port=8443)),
        ("127.0.0.1:8443", HostRule("127.0.0.1", port=8443)),
        ("*.hanoi.gov.vn", HostRule("hanoi.gov.vn", with_below=True)),
        ("*.vnpay.vn", HostRule("vnpay.vn", with_below=True)),
    ],
)
def test_an_entry_is_read(entry: str, rule: HostRule) -> None:
    assert read_rule(entry) == rule
    assert read_rule(str(rule)) == rule


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("", HostProblem.UNREADABLE),
        ("vn", HostProblem.UNREADABLE),
        ("*.vn", HostProblem.UNREADABLE),
        ("*", HostProblem.UNREADABLE),
        ("*.*.vn", HostProblem.UNREADABLE),
        ("a b.vn", HostProblem.UNREADABLE),
        ("http://a.vn/", HostProblem.UNREADABLE),
        ("a.vn:x", HostProblem.UNREADABLE),
        ("a@b.vn", HostProblem.UNREADABLE),
        ("*.gov.vn", HostProblem.TOO_WIDE),
        ("*.com.vn", HostProblem.TOO_WIDE),
    ],
)
def test_an_entry_that_is_no_host_or_too_many_is_not_taken(
    entry: str, problem: HostProblem
) -> None:
    assert read_rule(entry) is problem
    assert allow_list([entry]) == AllowList(())


def test_sites_have_the_names_people_know() -> None:
    assert _name("https://xacthuc.dichvucong.gov.vn/") == "Cổng Dịch vụ công quốc gia"
    assert _name("https://tra.vn:8443/") == "tra.vn:8443"
    assert _name("https://dichvucong.gov.vn.evil.test/") == "dichvucong.gov.vn.evil.test"


def _name(url: str) -> str:
    address = read_address(url)
    assert address is not None
    return site_name(address)


@pytest.mark.parametrize(
    ("channel", "through_web"),
    [
        (Channel.PORTAL, True),
        (Channel.LINKED, True),
        (Channel.HOUSEHOLD_BUSINESS, True),
        (Channel.VNEID, False),
        (Channel.COUNTER, False),
    ],
)
def test_only_guides_of_the_web_go_through_it(channel: Channel, through_web: bool) -> None:
    assert goes_through_web(replace(BIRTH, channel=channel)) is through_web


def test_a_procedure_without_a_guide_has_nothing_to_walk() -> None:
    assert not goes_through_web(replace(BIRTH, steps=()))
