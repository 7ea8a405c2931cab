"""Whether this machine can show pages, found out without reading the browser from disk."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kiosk.domain.errors import BugError
from tests.ui.portal.browser import PATIENCE_MS
from ui.portal import engine
from ui.portal.engine import engine_for
from ui.portal.web.profile import FLAGS, close_down, off_the_record_profile, prepare_engine


@pytest.fixture
def plain_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as anybody but the all-powerful user."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)


@pytest.mark.usefixtures("plain_account")
def test_an_installed_browser_is_offered_unless_it_is_switched_off() -> None:
    assert engine_for(is_on=True).is_there
    assert not engine_for(is_on=False).is_there


@pytest.mark.usefixtures("plain_account")
def test_without_the_browser_s_parts_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PARTS", ("PySide6.QtWebEngineCore", "PySide6.NotThere"))

    assert not engine_for(is_on=True).is_there


@pytest.mark.usefixtures("plain_account")
def test_without_its_package_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PARTS", ("no_such_package.part",))

    assert not engine_for(is_on=True).is_there


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such account")
def test_the_all_powerful_user_is_offered_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine would end the whole program."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    assert not engine_for(is_on=True).is_there


def test_what_the_environment_asks_of_the_engine_is_overruled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--remote-debugging-port=1")
    monkeypatch.setenv("QTWEBENGINE_REMOTE_DEBUGGING", "1")
    prepare_engine()

    assert os.environ["QTWEBENGINE_CHROMIUM_FLAGS"].split() == list(FLAGS)
    assert "QTWEBENGINE_REMOTE_DEBUGGING" not in os.environ


@pytest.mark.xdist_group("webengine")
@pytest.mark.usefixtures("known")
def test_a_visit_s_profile_keeps_nothing(qtbot: QtBot) -> None:
    profile = off_the_record_profile()
    _use(profile, qtbot)

    assert profile.isOffTheRecord()
    assert profile.httpCacheType() is QWebEngineProfile.HttpCacheType.MemoryHttpCache
    cookies = QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    assert profile.persistentCookiesPolicy() is cookies
    assert not profile.isSpellCheckEnabled()
    assert not profile.isPushServiceEnabled()


@pytest.mark.xdist_group("webengine")
@pytest.mark.usefixtures("known")
def test_a_profile_with_a_folder_is_a_mistake(qtbot: QtBot) -> None:
    profile = QWebEngineProfile("kept")
    _use(profile, qtbot)

    with pytest.raises(BugError):
        close_down(profile)


def _use(profile: QWebEngineProfile, qtbot: QtBot) -> None:
    """Show a page: the engine's threads may not outlive a profile that they still set up."""
    page = QWebEnginePage(profile)
    with qtbot.waitSignal(page.loadFinished, timeout=PATIENCE_MS):
        page.setHtml("x")
    delete(page)
