"""The live page beside the guide, in the real windows of a counter, from opening to the wipe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.domain.flow import ScreenName
from tests.portal.known import standing_in
from tests.portal.server import StandIn
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen.screens.portal_screen import PortalScreen
from ui.portal import wishes as pw
from ui.portal.engine import PortalEngine
from ui.portal.models import PageState
from ui.portal.web.live_page import LivePage

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]


@pytest.fixture
def portal() -> Iterator[StandIn]:
    with standing_in() as standin:
        yield standin


@pytest.fixture
def counter(open_counter: OpenCounter, folder: DemoFolder, portal: StandIn) -> Counter:
    engine = PortalEngine(is_there=True, home=f"{portal.url}/")
    opened = open_counter(folder, engine=engine)
    lead = next(s for s in opened.office.accounts.staff() if s.role == "lead")
    opened.office.portal_hosts.save(portal.site, lead)
    return opened


def live_of(counter: Counter) -> LivePage:
    counter.until(lambda: counter.citizen.portal.live is not None)
    live = counter.citizen.portal.live
    assert live is not None
    return live


def test_the_page_opens_beside_the_step(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(pw.OpenPortal())
    live = live_of(counter)
    counter.until(lambda: live.watch.look.state is PageState.SHOWN)

    assert counter.is_at(ScreenName.PORTAL)
    assert isinstance(counter.citizen.window.shown, PortalScreen)
    assert live.view.isVisibleTo(counter.citizen.window)
    assert counter.citizen_says("127.0.0.1")
