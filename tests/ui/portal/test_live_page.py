"""The live page itself, on a real server: it shows, it moves, it tells what went wrong."""

from __future__ import annotations

import pytest

from tests.portal.server import StandIn
from tests.ui.portal.browser import Browser
from ui.portal.models import PageState

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]


def test_it_opens_the_portal_and_says_where_it_is(browser: Browser, portal: StandIn) -> None:
    browser.open(portal)

    assert browser.look.state is PageState.SHOWN
    assert browser.look.site == portal.site
    assert browser.readies[-1].address.path == "/"
