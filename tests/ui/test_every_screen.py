"""Every registered screen, overlay and state, looked at in twelve configurations.

What is checked stands in `tests.ui.sweep`. `make sweep` looks at the full product. A page that is
in no registry, or in no state, fails here too.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtWidgets import QApplication, QWidget

import ui
from kiosk.domain.flow import ScreenName
from tests.ui.states_citizen import citizen_states
from tests.ui.states_setup import setup_states
from tests.ui.states_staff import staff_states
from tests.ui.sweep.configurations import (
    CITIZEN_PAIRWISE,
    CONTRASTS,
    PANELS,
    SCALES,
    SIZES,
    STAFF_PAIRWISE,
    STRINGS,
    named,
)
from tests.ui.sweep.findings import report
from tests.ui.sweep.run import sweep
from ui.citizen import registry as citizen_registry
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.setup import registry as setup_registry
from ui.setup.models import SetupPageName
from ui.setup.page import SetupPage
from ui.staff import registry as staff_registry
from ui.staff.models import StaffScreenName
from ui.staff.screen import StaffKit, StaffScreen
from ui.theme.tokens import Audience

PLAIN = named(CITIZEN_PAIRWISE[0])
PAGES = set(StaffScreenName) - {StaffScreenName.OFFICE}
"""The rail's “Xã” opens the set-up pages instead of a page of the console."""


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> Iterator[None]:
    """Give the application back the palette and font it had."""
    palette, font = qapp.palette(), qapp.font()
    yield
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("configuration", CITIZEN_PAIRWISE)
def test_the_citizens_screens_keep_every_rule(
    configuration: str, caplog: pytest.LogCaptureFixture
) -> None:
    findings = sweep("citizen", configuration)

    assert not findings, report(findings)


@pytest.mark.parametrize("configuration", STAFF_PAIRWISE)
def test_the_staff_console_keeps_every_rule(
    configuration: str, caplog: pytest.LogCaptureFixture
) -> None:
    findings = sweep("staff", configuration)

    assert not findings, report(findings)


@pytest.mark.parametrize("configuration", STAFF_PAIRWISE)
def test_the_set_up_keeps_every_rule(configuration: str, caplog: pytest.LogCaptureFixture) -> None:
    findings = sweep("setup", configuration)

    assert not findings, report(findings)


def test_the_configurations_hold_every_pair() -> None:
    kinds = [list(PANELS), list(SIZES), list(CONTRASTS), list(SCALES), list(STRINGS)]
    looked_at = [name.split("-") for name in CITIZEN_PAIRWISE]
    missing = [
        (one, other)
        for (i, ones), (j, others) in combinations(enumerate(kinds), 2)
        for one, other in product(ones, others)
        if not any(values[i] == one and values[j] == other for values in looked_at)
    ]

    assert missing == []


def test_every_screen_of_the_citizen_is_registered_and_has_a_state() -> None:
    kit = ScreenKit(PLAIN.theme(Audience.CITIZEN), PLAIN.translator())

    assert set(citizen_registry.SCREENS) == set(ScreenName)
    assert _pages_of(CitizenScreen) == _registered(citizen_registry.SCREENS.values())
    assert {state.name for state in citizen_states(kit)} == set(ScreenName)


def test_every_page_of_the_console_is_registered_and_has_a_state() -> None:
    kit = StaffKit(PLAIN.theme(Audience.STAFF), PLAIN.translator())

    assert set(staff_registry.SCREENS) == PAGES
    assert _pages_of(StaffScreen) == _registered(staff_registry.SCREENS.values())
    assert {name for _state, name, _model in staff_states(kit)} == PAGES


def test_every_page_of_the_set_up_is_registered_and_has_a_state() -> None:
    kit = StaffKit(PLAIN.theme(Audience.STAFF), PLAIN.translator())

    assert set(setup_registry.PAGES) == set(SetupPageName)
    assert _pages_of(SetupPage) == _registered(setup_registry.PAGES.values())
    assert {name for _state, name, _model in setup_states(kit)} == set(SetupPageName)


def _registered(builders: object) -> set[str]:
    assert hasattr(builders, "__iter__")
    return {builder.__qualname__ for builder in builders}


def _pages_of(base: type[QWidget]) -> set[str]:
    """Return every page class of the user interface: what no other class derives from."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    return {kind.__qualname__ for kind in _leaves(base) if kind.__module__.startswith("ui.")}


def _leaves(kind: type[QWidget]) -> Iterator[type[QWidget]]:
    below = kind.__subclasses__()
    if not below:
        yield kind
    for each in below:
        yield from _leaves(each)
