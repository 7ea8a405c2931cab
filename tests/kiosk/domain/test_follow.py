"""Which step a page belongs to: patterns, the order of candidates, and what is judged of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kiosk.domain.follow import (
    Candidate,
    Judgement,
    PagePlace,
    Press,
    Spot,
    Standing,
    candidates,
    holds,
    judge,
    pattern_fault,
    press_fault,
    told_place,
)
from kiosk.domain.web_address import read_address

LOG_IN, FIND = Press("Đăng nhập"), Press(selector="#tim")


@dataclass(frozen=True)
class FakeStep:
    id: str
    follow: tuple[Spot, ...] = ()


STEPS = (
    FakeStep("ready"),
    FakeStep("log-in", (Spot(("cong.vn/",), LOG_IN), Spot(("cong.vn/dang-nhap*",)))),
    FakeStep("find", (Spot(("cong.vn/", "cong.vn/tim"), FIND),)),
    FakeStep("read"),
    FakeStep("pay", (Spot(("cong.vn/phi",)),)),
)


def place(text: str, route: str = "") -> PagePlace:
    address = read_address(f"https://{text}")
    assert address is not None
    return PagePlace(address, route)


def stands(current: str, page: str, found: str = "") -> Judgement:
    named = candidates(STEPS, current, place(page))
    return judge(STEPS, current, named, found)


@pytest.mark.parametrize(
    ("pattern", "page"),
    [
        ("cong.vn/", "cong.vn/"),
        ("cong.vn/dang-nhap*", "cong.vn/dang-nhap/qr"),
        ("cong.vn/dang-nhap*", "cong.vn/dang-nhap"),
        ("cong.vn/Tim/", "CONG.vn/tim"),
        ("*.cong.vn/tra", "phi.cong.vn/tra"),
        ("*.cong.vn/tra", "cong.vn/tra"),
        ("cong.vn:8443/a", "cong.vn:8443/a"),
        ("cong.vn/thu-tuc/*/nop", "cong.vn/thu-tuc/019d/buoc/nop"),
        ("cong.vn/*", "cong.vn/"),
        ("127.0.0.1:8443/nop/*", "127.0.0.1:8443/nop/em-be"),
    ],
)
def test_a_pattern_names_pages_as_people_read_addresses(pattern: str, page: str) -> None:
    assert pattern_fault(pattern) == "" or pattern.startswith("127.")
    assert holds(pattern, place(page))


@pytest.mark.parametrize(
    ("pattern", "page"),
    [
        ("cong.vn/", "cong.vn/dang-nhap"),
        ("cong.vn/dang-nhap", "cong.vn/dang-nhap/qr"),
        ("cong.vn/a", "cong.vn.gia.com/a"),
        ("cong.vn/a", "xcong.vn/a"),
        ("*.cong.vn/a", "xcong.vn/a"),
        ("cong.vn/a", "cong.vn:8443/a"),
        ("cong.vn/a.b", "cong.vn/axb"),
        ("cong.vn", "cong.vn/"),
    ],
)
def test_a_pattern_names_no_other_page(pattern: str, page: str) -> None:
    assert not holds(pattern, place(page))


def test_the_part_after_the_hash_counts_only_where_it_is_written() -> None:
    assert holds("cong.vn/", place("cong.vn/", "/ke-khai/3.000722"))
    assert holds("cong.vn/#/ke-khai/*", place("cong.vn/", "/ke-khai/3.000722"))
    assert not holds("cong.vn/#/ke-khai/*", place("cong.vn/", "/tra-cuu"))


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("https://cong.vn/", "without https://"),
        ("cong.vn/tim?q=1", "leave it out"),
        ("cong.vn", "host/path"),
        ("cong/tim", "host/path"),
        ("co ng.vn/", "host/path"),
        ("", "host/path"),
        ("cong.*/tim", "host/path"),
    ],
)
def test_a_pattern_that_names_nothing_is_told(pattern: str, fault: str) -> None:
    assert fault in pattern_fault(pattern)


@pytest.mark.parametrize(
    ("press", "fault"),
    [
        (Press("Đăng nhập"), ""),
        (Press(selector="main > a[href*='tim']"), ""),
        (Press(), "either"),
        (Press("Tìm", "#tim"), "either"),
        (Press("…"), "no letters"),
        (Press(selector="a[href"), "bracket"),
        (Press(selector=" "), "empty"),
    ],
)
def test_what_to_press_is_one_thing_that_can_be_looked_for(press: Press, fault: str) -> None:
    assert (fault in press_fault(press)) if fault else press_fault(press) == ""


def test_the_step_in_front_comes_first_then_later_then_earlier_ones() -> None:
    home = place("cong.vn/")

    assert candidates(STEPS, "log-in", home) == (
        Candidate("log-in", LOG_IN),
        Candidate("find", FIND),
    )
    assert candidates(STEPS, "find", home) == (Candidate("find", FIND), Candidate("log-in", LOG_IN))
    assert [one.step_id for one in candidates(STEPS, "pay", home)] == ["find", "log-in"]
    assert candidates(STEPS, "ready", place("cong.vn/gioi-thieu")) == ()


def test_a_page_of_the_step_in_front_is_here() -> None:
    assert stands("log-in", "cong.vn/", "log-in") == Judgement(Standing.HERE, "log-in")


def test_a_page_shared_by_two_steps_goes_by_what_can_be_pressed_there() -> None:
    """Whoever has logged in is sent home, where “Đăng nhập” is gone and the search is not."""
    assert stands("log-in", "cong.vn/", "find") == Judgement(Standing.AHEAD, "find")


def test_a_page_of_a_later_or_an_earlier_step_is_ahead_or_behind() -> None:
    assert stands("find", "cong.vn/phi", "pay") == Judgement(Standing.AHEAD, "pay")
    assert stands("pay", "cong.vn/dang-nhap", "log-in") == Judgement(Standing.BEHIND, "log-in")


def test_a_page_of_the_step_without_what_to_press_is_missing_it() -> None:
    assert stands("find", "cong.vn/tim") == Judgement(Standing.MISSING, "find")


def test_a_page_that_nobody_named_says_nothing() -> None:
    assert stands("find", "ngan-hang.vn/tra").standing is Standing.UNKNOWN
    # Named by another step only, and not like it: no reason to tell anybody anything.
    assert stands("pay", "cong.vn/tim").standing is Standing.UNKNOWN


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("cong.vn/nop/em-be", "cong.vn/nop/em-be"),
        ("cong.vn/ho-so/G99.99.99-261125-0001", "cong.vn/ho-so/…"),
        ("cong.vn/thu-tuc/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7/nop", "cong.vn/thu-tuc/…/nop"),
        ("cong.vn/nguoi/001190000001", "cong.vn/nguoi/…"),
        ("cong.vn/ai/a%40b.vn", "cong.vn/ai/…"),
        ("cong.vn:8443/", "cong.vn:8443/"),
    ],
)
def test_a_path_is_kept_without_what_may_be_somebody_s_number(page: str, told: str) -> None:
    assert told_place(place(page).address) == told


def test_an_address_brings_no_query_along() -> None:
    assert told_place(place("cong.vn/tim?q=001190000001#/a?so=1").address) == "cong.vn/tim"
