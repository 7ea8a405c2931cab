"""What can go wrong with a page, on real servers and a real browser: each has its calm state."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

import ui.portal.page_watch
from tests.portal.certificate import make_certificate
from tests.portal.known import standing_in
from tests.portal.server import StandIn
from tests.ui.portal.browser import Browser
from tests.ui.portal.conftest import Browse
from ui.portal.models import PageState

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]


def test_a_page_is_shown_and_its_site_told(browser: Browser, portal: StandIn) -> None:
    browser.open(portal)

    assert browser.look.state is PageState.SHOWN
    assert browser.look.site == portal.site
    browser.until(lambda: bool(browser.readies))
    assert browser.readies[-1].address.path == "/"


def test_a_page_that_holds_back_is_slow_and_then_shows_itself(
    browse: Browse, portal: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ui.portal.page_watch, "SLOW_MS", 200)
    portal.switches.slow_seconds = 3.0
    browser = browse()
    browser.live.open(f"{portal.url}/trong")
    browser.see(PageState.SHOWN)

    assert PageState.SLOW in [look.state for look in browser.looks]


def test_a_site_that_is_down_is_busy_until_it_comes_back(browser: Browser, portal: StandIn) -> None:
    portal.switches.down = True
    browser.live.open(f"{portal.url}/trong")
    browser.see(PageState.BUSY)
    portal.switches.down = False
    browser.live.again()
    browser.see(PageState.SHOWN)

    assert browser.path == "/trong"


def test_a_page_that_is_missing_speaks_for_itself(browser: Browser, portal: StandIn) -> None:
    browser.open(portal, "/khong-co")

    assert browser.look.state is PageState.SHOWN


def test_a_site_that_does_not_answer_is_offline(browse: Browse, portal: StandIn) -> None:
    with standing_in() as gone:
        site = gone.site
    browser = browse(site)
    browser.live.open(f"https://{site}/")

    browser.see(PageState.OFFLINE)


def test_a_name_nobody_knows_is_not_found(browse: Browse) -> None:
    browser = browse("cong.khong-co.invalid")
    browser.live.open("https://cong.khong-co.invalid/")

    browser.see(PageState.NOT_FOUND)


def test_an_unknown_certificate_is_never_taken(browse: Browse, tmp_path: Path) -> None:
    with standing_in(make_certificate(tmp_path)) as stranger:
        browser = browse(stranger.site)
        browser.live.open(f"{stranger.url}/")
        browser.see(PageState.NOT_SECURE)
        browser.live.again()
        browser.see(PageState.NOT_SECURE)

        assert stranger.office.asked == []
        assert browser.live.address is None


def test_a_page_whose_process_dies_can_be_opened_again(browser: Browser, portal: StandIn) -> None:
    browser.open(portal, "/trong")
    os.kill(browser.live.page.renderProcessPid(), signal.SIGKILL)
    browser.see(PageState.CRASHED)
    browser.live.again()
    browser.see(PageState.SHOWN)

    assert browser.path == "/trong"
    assert browser.ask("document.querySelector('h1').textContent") == "Trang trong"


def test_back_and_reload_go_through_the_page_s_own_history(
    browser: Browser, portal: StandIn
) -> None:
    browser.open(portal, "/loi-ra")
    first = browser.look
    browser.open(portal, "/trong")
    second = browser.look
    browser.live.back()
    browser.see_path("/loi-ra")
    asked = portal.asked("/loi-ra")
    browser.live.again()
    browser.until(lambda: portal.asked("/loi-ra") == asked + 1)
    browser.see(PageState.SHOWN)

    assert (first.can_go_back, second.can_go_back) == (False, True)


def test_the_page_grows_and_shrinks_in_steps(browser: Browser, portal: StandIn) -> None:
    browser.open(portal)
    for _step in range(9):
        browser.live.zoom(1)
    assert browser.live.page.zoomFactor() == pytest.approx(2.0)
    for _step in range(9):
        browser.live.zoom(-1)

    assert browser.live.page.zoomFactor() == pytest.approx(0.75)


def test_moves_are_told_as_addresses_without_a_query(browser: Browser, portal: StandIn) -> None:
    browser.open(portal, "/tim?q=001190000001")
    browser.ask("location.hash = '/ke-khai/2.000986?so=1'; 0")
    browser.until(lambda: browser.moves[-1].route != "")

    assert browser.moves[-1].address.path == "/tim"
    assert browser.moves[-1].route == "/ke-khai/2.000986"
    assert "001190000001" not in repr(browser.moves)


def test_a_site_let_in_for_the_visit_opens(
    browse: Browse, portal: StandIn, elsewhere: StandIn
) -> None:
    browser = browse()
    portal.switches.away = elsewhere.url
    browser.open(portal, "/loi-ra")
    browser.press("#ngoai")
    browser.see(PageState.REFUSED)
    browser.live.allow(elsewhere.site)
    browser.press("#ngoai")
    browser.see_path("/")

    assert browser.look.site == elsewhere.site
    assert elsewhere.asked("/") >= 1


def test_a_frame_that_was_let_in_comes_without_losing_what_is_around_it(
    browse: Browse, portal: StandIn, elsewhere: StandIn
) -> None:
    browser = browse()
    portal.switches.away = elsewhere.url
    browser.open(portal, "/loi-ra")
    browser.ask("document.getElementById('o').value = 'đã gõ'; 0")
    browser.until(lambda: bool(browser.news))
    browser.live.allow(elsewhere.site)
    browser.until(lambda: elsewhere.asked("/") == 1)

    assert browser.ask("document.getElementById('o').value") == "đã gõ"
    assert portal.asked("/loi-ra") == 1
