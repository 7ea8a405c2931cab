"""A stand-in portal, another site beside it, and browsers that trust both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.portal.known import known_certificate, standing_in
from tests.portal.server import StandIn
from tests.ui.portal.browser import Browser
from ui.portal.web.profile import off_the_record_profile

Browse = Callable[..., Browser]


@pytest.fixture
def known() -> None:
    """See to it that the engine has the flags of tests before it starts."""
    known_certificate()


@pytest.fixture
def portal() -> Iterator[StandIn]:
    """Return the stand-in portal."""
    with standing_in() as standin:
        yield standin


@pytest.fixture
def elsewhere() -> Iterator[StandIn]:
    """Return a site that is on no list."""
    with standing_in() as standin:
        yield standin


@pytest.fixture
def browse(qtbot: QtBot, qapp: QApplication, portal: StandIn, tmp_path: Path) -> Iterator[Browse]:
    """Return what opens a visit's page on the list of the stand-in's host alone."""
    opened: list[Browser] = []

    def open_one(*more: str, choose: Callable[..., list[Path]] | None = None) -> Browser:
        folder = tmp_path / f"visit-{len(opened)}"
        profile = off_the_record_profile()
        opened.append(Browser(qtbot, profile, (portal.site, *more), folder, choose))
        return opened[-1]

    yield open_one
    for browser in opened:
        browser.close()


@pytest.fixture
def browser(browse: Browse) -> Browser:
    """Return a visit's page."""
    return browse()
