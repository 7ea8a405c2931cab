"""Nothing of one person is left: not in memory, not in the next visit, not on the disk.

A canary is a word that occurs nowhere else. The page writes it into every memory that a page has;
afterwards it is looked for in the next visit and in every file below the home and the data folder.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QAuthenticator
from PySide6.QtWebEngineCore import QWebEngineProfile
from pytestqt.qtbot import QtBot

from tests.portal.office import ACCOUNT, PASSWORD
from tests.portal.server import StandIn
from tests.ui.portal.browser import PATIENCE_MS, Browser
from tests.ui.portal.conftest import Browse
from ui.portal.leaving import Leaving
from ui.portal.models import NewsKind, PageState

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]

CANARY = "chimvang7391x"


def files_with(word: str, *folders: Path) -> list[Path]:
    """Return every file below the folders that holds `word`, plain or as UTF-16."""
    marks = (word.encode(), word.encode("utf-16-le"))
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in paths if any(mark in _content(path) for mark in marks)]


def _content(path: Path) -> bytes:
    """Return what a file holds; a browser takes its own away while one looks."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def home_folders(tmp_path: Path) -> tuple[Path, ...]:
    """Return where anything could have been written: the test's home and its own folder."""
    return (Path(os.environ["HOME"]), tmp_path)


@pytest.fixture
def full_of_memories(browse: Browse, portal: StandIn) -> Browser:
    """Return a browser whose page has written the canary wherever it could."""
    portal.switches.canary = CANARY
    browser = browse()
    browser.open(portal, "/nho")
    browser.see_title("nhớ xong")
    return browser


def test_the_canary_is_found_while_the_visit_lasts(
    full_of_memories: Browser, portal: StandIn
) -> None:
    full_of_memories.open(portal, "/con-nho")
    full_of_memories.until(lambda: full_of_memories.live.page.title().startswith("nhớ: "))
    told = full_of_memories.live.page.title()

    # Cookie, hidden cookie, local and session storage: four times; cache and database by name.
    assert told.count(CANARY) >= 4
    assert told.count("canary") >= 3


def test_the_next_visit_remembers_nothing(
    full_of_memories: Browser, browse: Browse, portal: StandIn
) -> None:
    full_of_memories.close()
    following = browse()
    following.open(portal, "/con-nho")
    following.until(lambda: following.live.page.title().startswith("nhớ:"))

    assert following.live.page.title().strip() == "nhớ:"
    following.open(portal, "/kho/" + CANARY)
    assert portal.asked("/kho/" + CANARY) == 2


def test_nothing_is_on_the_disk_during_or_after_the_visit(
    full_of_memories: Browser, portal: StandIn, tmp_path: Path
) -> None:
    full_of_memories.press_at(full_of_memories.spot("h1"))
    during = files_with(CANARY, *home_folders(tmp_path))
    full_of_memories.close()

    assert during == []
    assert files_with(CANARY, *home_folders(tmp_path)) == []


def test_a_profile_that_keeps_things_would_have_been_found_out(
    qtbot: QtBot, portal: StandIn, tmp_path: Path
) -> None:
    """The search is no better than what it finds where something was kept."""
    portal.switches.canary = CANARY
    kept = QWebEngineProfile("kept")
    kept.setPersistentStoragePath(str(tmp_path / "kept"))
    browser = Browser(qtbot, kept, (portal.site,), tmp_path / "visit")
    browser.open(portal, "/nho")
    browser.see_title("nhớ xong")
    browser.close()

    browser.until(lambda: files_with(CANARY, *home_folders(tmp_path)) != [])


def test_a_name_and_password_of_the_browser_s_own_way_do_not_survive(
    browse: Browse, portal: StandIn
) -> None:
    browser = browse()
    browser.live.page.authenticationRequired.connect(_answer)
    browser.open(portal, "/rieng")
    assert browser.ask("document.querySelector('h1').textContent") == "Trang trong"
    browser.close()
    following = browse()
    following.live.open(f"{portal.url}/rieng")

    following.see(PageState.OFFLINE)


def _answer(_url: QUrl, authenticator: QAuthenticator) -> None:
    authenticator.setUser(ACCOUNT)
    authenticator.setPassword(PASSWORD)


def test_view_page_and_profile_are_gone_at_once(browse: Browse, portal: StandIn) -> None:
    browser = browse()
    browser.open(portal)
    gone: list[str] = []
    for name, part in (
        ("view", browser.live.view),
        ("page", browser.live.page),
        ("profile", browser.live._profile),
    ):
        part.destroyed.connect(lambda _o=None, name=name: gone.append(name))
    browser.close()

    assert gone == ["view", "page", "profile"]


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine may take longer to log out than a person would be kept waiting for."""
    monkeypatch.setattr("ui.portal.leaving.MOST_MS", PATIENCE_MS)


@pytest.mark.usefixtures("unhurried")
def test_the_page_is_logged_out_where_it_offers_it(
    browse: Browse, portal: StandIn, qtbot: QtBot
) -> None:
    browser = browse()
    log_in(browser, portal)
    leaving = Leaving(browser.live, browser.folder)
    with qtbot.waitSignal(leaving.gone, timeout=PATIENCE_MS):
        leaving.start()
    browser.given_away()

    assert portal.office.logged_out == 1
    assert portal.office.sessions == {}


@pytest.mark.usefixtures("unhurried")
def test_a_page_without_a_way_out_goes_at_once(
    browse: Browse, portal: StandIn, qtbot: QtBot
) -> None:
    browser = browse()
    browser.open(portal)
    leaving = Leaving(browser.live, browser.folder)
    with qtbot.waitSignal(leaving.gone, timeout=PATIENCE_MS - 10_000):
        leaving.start()
    browser.given_away()

    assert portal.office.logged_out == 0


def test_a_page_that_does_not_answer_goes_all_the_same(
    browse: Browse, portal: StandIn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.portal.leaving.MOST_MS", 300)
    browser = browse()
    log_in(browser, portal)
    portal.switches.slow_seconds = 20
    leaving = Leaving(browser.live, browser.folder)
    with qtbot.waitSignal(leaving.gone, timeout=10_000):
        leaving.start()
    browser.given_away()

    assert leaving.is_gone


@pytest.mark.usefixtures("unhurried")
def test_a_question_on_leaving_is_answered_for_the_person(
    browse: Browse, portal: StandIn, qtbot: QtBot
) -> None:
    browser = browse()
    log_in(browser, portal)
    browser.ask(
        "for (const a of document.links) if (a.href.endsWith('/dang-xuat'))"
        "a.onclick = () => confirm('Thoát thật?'); 0"
    )
    leaving = Leaving(browser.live, browser.folder)
    with qtbot.waitSignal(leaving.gone, timeout=PATIENCE_MS):
        leaving.start()
    browser.given_away()

    assert portal.office.logged_out == 1
    assert NewsKind.ASKED not in [news.kind for news in browser.news]


def log_in(browser: Browser, portal: StandIn) -> None:
    """Log in with the telephone."""
    browser.open(portal, "/dang-nhap")
    portal.office.scan()
    browser.see_path("/")
    browser.until(lambda: bool(portal.office.sessions))
