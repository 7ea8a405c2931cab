"""A visit beside the live page: how tests of the citizen's window come there and look at it."""

from __future__ import annotations

from tests.portal.person import Person
from tests.portal.server import StandIn
from tests.ui.shells.counter import Counter
from ui.citizen.screens.portal_screen import PortalScreen
from ui.portal import wishes as pw
from ui.portal.web.live_page import LivePage


def shown(counter: Counter) -> PortalScreen:
    """Return the split."""
    screen = counter.citizen.window.shown
    assert isinstance(screen, PortalScreen)
    return screen


def live_of(counter: Counter) -> LivePage:
    """Wait until the visit has a page that is wholly there."""
    side = counter.citizen.portal
    counter.until(lambda: side.live is not None)
    live = side.live
    assert live is not None
    counter.until(lambda: live.watch.look.progress == 100)
    return live


def at_portal(counter: Counter) -> LivePage:
    """Begin a visit and open the page beside the first step."""
    counter.walk_to_step()
    counter.wish(pw.OpenPortal())
    return live_of(counter)


def go(counter: Counter, portal: StandIn, path: str) -> LivePage:
    """Bring the page to a path of the stand-in, and anew where it is there already."""
    live = live_of(counter)
    person = Person(live, counter.until)
    person.ask("window.isFormer = true")
    live.open(f"{portal.url}{path}")
    counter.until(lambda: person.ask("window.isFormer ?? false") is False)
    person.see_path(path)
    return live
