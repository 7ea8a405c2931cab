"""What every test gets: no screen, a home of its own, and a search for what it left behind.

A test fails when it leaves a window, a running timer or a thread behind, or when our own log holds
a warning that it did not ask for. A test that expects warnings takes `caplog` and looks at them.
"""

from __future__ import annotations

import gc
import itertools
from typing import TYPE_CHECKING

import pytest

from tests.support import isolation, real_parts
from tests.support.leftovers import Leftovers
from tests.support.log_watch import LogWatch

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from PySide6.QtWidgets import QApplication

_PASSED = pytest.StashKey[bool]()
_FREEZE_EVERY = 20
_finished = itertools.count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person watch the tests on the real screen."""
    parser.addoption("--onscreen", action="store_true", help="show windows instead of offscreen")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Set the environment before pytest-qt imports Qt."""
    isolation.set_up_run(onscreen=config.getoption("--onscreen"))
    if real_parts.required():
        config.pluginmanager.register(real_parts.RealParts(), "real_parts")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything below tests/bench as a measurement."""
    for item in items:
        if "bench" in item.path.parts:
            item.add_marker("bench")


def pytest_collection_finish() -> None:
    """Take what exists now out of the search for leftovers, which also makes it fast."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test passed: a failed one holds on to its windows by its traceback."""
    report = yield
    if report.when == "call":
        item.stash[_PASSED] = report.passed
    return report


@pytest.hookimpl
def pytest_runtest_logfinish() -> None:
    """Take what a run piles up (reports, caches) out of the search from time to time."""
    if next(_finished) % _FREEZE_EVERY == 0:
        gc.collect()
        gc.freeze()


@pytest.fixture
def own_home(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Give the test a home and data folders of its own."""
    with pytest.MonkeyPatch.context() as patch:
        isolation.set_up_home(tmp_path_factory.mktemp("home"), patch)
        yield


@pytest.fixture(autouse=True)
def _watched(request: pytest.FixtureRequest, own_home: None) -> Iterator[None]:
    """Fail a test that passed but left something behind or warned unasked."""
    before = Leftovers(with_qt="qapp" in request.fixturenames)
    log = LogWatch()
    log.attach()
    yield
    log.detach()
    left = before.found()
    if not request.node.stash.get(_PASSED, False):
        return
    warned = [] if "caplog" in request.fixturenames else log.lines
    if left:
        pytest.fail("left behind:\n  " + "\n  ".join(left), pytrace=False)
    if warned:
        pytest.fail("unexpected in the log:\n  " + "\n  ".join(warned), pytrace=False)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Name the program as its users see it."""
    return ["dong-hanh-so"]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give pytest-qt's application the look that does not depend on the desktop."""
    qapp.setStyle("Fusion")
    return qapp
