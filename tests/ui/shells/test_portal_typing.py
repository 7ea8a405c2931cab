"""Typing into the live page in the real windows of a counter: keys that come, write and go."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.bench.finger import Finger
from tests.portal.known import standing_in
from tests.portal.person import Person
from tests.portal.server import StandIn
from tests.ui.shells.at_portal import at_portal, go, shown
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen import wishes as cw
from ui.keyboard.keyboard_panel import KeyboardPanel
from ui.keyboard.layouts import Layer
from ui.portal.engine import PortalEngine
from ui.portal.models import FieldKind
from ui.portal.web.profile import off_the_record_profile

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]


@pytest.fixture
def portal() -> Iterator[StandIn]:
    """Return the stand-in portal."""
    with standing_in() as standin:
        yield standin


@pytest.fixture
def counter(open_counter: OpenCounter, folder: DemoFolder, portal: StandIn) -> Counter:
    """Return a counter whose portal is the stand-in."""
    engine = PortalEngine(True, f"{portal.url}/", off_the_record_profile)
    opened = open_counter(folder, engine=engine)
    lead = next(s for s in opened.office.accounts.staff() if s.role == "lead")
    opened.office.portal_hosts.save(portal.site, lead)
    return opened


def test_the_page_is_typed_into_though_the_window_never_takes_the_focus(
    counter: Counter, portal: StandIn
) -> None:
    at_portal(counter)
    live = go(counter, portal, "/dang-nhap")
    person = Person(live, counter.until)
    person.write("#so", "0011")

    assert live.typing.kind is FieldKind.NUMBER
    assert not counter.citizen.window.isActiveWindow()


def test_the_keys_come_with_a_field_and_go_with_it(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    person = Person(go(counter, portal, "/dang-nhap"), counter.until)
    person.press("#so")
    counter.until(lambda: keys_of(counter) is not None)
    keys = keys_of(counter)
    assert keys is not None
    assert keys.layer is Layer.SIGNS
    counter.until(lambda: person.ask("innerHeight") == person.live.view.height())
    person.press("#mat-khau")
    counter.until(lambda: keys.layer is Layer.LETTERS)
    keys.done.emit()

    assert keys_of(counter) is None


def test_a_finger_types_a_name_into_the_page(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    person = Person(go(counter, portal, "/"), counter.until)
    person.press("#tim")
    counter.until(lambda: keys_of(counter) is not None)
    keys = keys_of(counter)
    assert keys is not None
    for letter in "khai sinh":
        key = next(one for one in keys.shown_keys() if one.spec.value == letter)
        key.activated_with.emit(key.payload)

    counter.until(lambda: person.ask("document.getElementById('tim').value") == "khai sinh")


def test_done_searches_where_one_searches(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    person = Person(go(counter, portal, "/"), counter.until)
    person.write("#tim", "khai sinh")
    counter.until(lambda: keys_of(counter) is not None)
    keys = keys_of(counter)
    assert keys is not None
    keys.done.emit()

    person.see_path("/tim")
    assert keys_of(counter) is None


def test_done_sends_no_form_that_is_not_whole(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    person = Person(go(counter, portal, "/dang-nhap"), counter.until)
    person.write("#so", "0011")
    counter.until(lambda: keys_of(counter) is not None)
    keys = keys_of(counter)
    assert keys is not None
    keys.done.emit()
    person.ask("new Promise(done => setTimeout(done, 50))")

    assert person.path == "/dang-nhap"
    assert portal.office.posted == []


def test_the_keys_stay_when_the_text_grows(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    person = Person(go(counter, portal, "/"), counter.until)
    person.press("#tim")
    counter.until(lambda: keys_of(counter) is not None)
    counter.wish(cw.SetTextSize(1))

    assert keys_of(counter) is not None


def test_the_keys_go_when_no_field_is_left(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    person = Person(go(counter, portal, "/"), counter.until)
    person.press("#tim")
    counter.until(lambda: keys_of(counter) is not None)
    person.ask("document.activeElement.blur(); 0")

    counter.until(lambda: keys_of(counter) is None)


@pytest.mark.parametrize("field", ["mat-khau", "otp"])
def test_a_secret_is_typed_by_touch_and_never_said_aloud(
    counter: Counter, portal: StandIn, caplog: pytest.LogCaptureFixture, field: str
) -> None:
    caplog.set_level(logging.DEBUG)
    finger = Finger(counter.citizen.window)
    at_portal(counter)
    path = "/sso/otp" if field == "otp" else "/dang-nhap"
    person = Person(go(counter, portal, path), counter.until)
    person.press(f"#{field}")
    counter.until(lambda: person.live.typing.kind.is_secret and keys_of(counter) is not None)
    typed = "9182736" if field == "otp" else "aswjf"
    for letter in typed:
        keys = keys_of(counter)
        assert keys is not None
        finger.tap(next(one for one in keys.shown_keys() if one.spec.value == letter))
    counter.until(lambda: person.ask(f"document.getElementById('{field}').value") == typed)
    assert counter.voice.said == []
    counter.wish(cw.ReadAloud())
    while counter.voice.is_speaking:
        counter.voice.finish()

    assert all(typed not in said and len(said) > 1 for _language, said in counter.voice.said)
    assert typed not in caplog.text


def keys_of(counter: Counter) -> KeyboardPanel | None:
    """Return the keys, while they are shown."""
    found = [keys for keys in shown(counter).findChildren(KeyboardPanel) if keys.isVisible()]
    return found[0] if found else None
