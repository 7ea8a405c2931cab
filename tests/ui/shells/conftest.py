"""A demonstration office, set up once and copied for each test; counters are opened on the copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import kiosk.app
import ui.change_poll
import ui.staff.shell
from kiosk.app import open_office
from kiosk.demo import set_up_demo
from kiosk.services.content import Content, read_content
from kiosk.services.paths import DataPaths
from tests.fakes import FakeClock
from tests.ui.shells.counter import Counter, DemoFolder, write_settings
from ui.papers.desk import PapersDesk
from ui.portal.engine import PortalEngine

OpenCounter = Callable[..., Counter]


@pytest.fixture(scope="session")
def set_up_folder(tmp_path_factory: pytest.TempPathFactory) -> DemoFolder:
    """Set an office up; nothing writes to this folder afterwards."""
    paths = DataPaths(tmp_path_factory.mktemp("office") / "data")
    paths.root.mkdir()
    write_settings(paths)
    office = open_office(paths, demo=True, clock=FakeClock())
    pins = {account.name: account.pin for account in set_up_demo(office)}
    office.close()
    return DemoFolder(paths, pins)


@pytest.fixture
def folder(set_up_folder: DemoFolder, tmp_path: Path) -> DemoFolder:
    """Return an office's data folder of the test's own."""
    copied = shutil.copytree(set_up_folder.paths.root, tmp_path / "data")
    return DemoFolder(DataPaths(copied), set_up_folder.pins)


@pytest.fixture
def clock() -> FakeClock:
    """Return the clock of every counter of the test."""
    return FakeClock()


@cache
def _read_once(files: tuple[Path, ...]) -> Content:
    """Return the content of these files: reading the shipped ones is half of opening a counter."""
    return read_content(files)


@pytest.fixture
def open_counter(
    qtbot: QtBot,
    qapp: QApplication,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenCounter]:
    """Return what opens a counter on a folder: `open_counter(folder, *roles)`."""
    monkeypatch.setattr(kiosk.app, "read_content", lambda files: _read_once(tuple(files)))
    # What others changed is read at once, and duty is told anew while the clock is moved by hand.
    monkeypatch.setattr(ui.change_poll, "POLL_MS", 20)
    monkeypatch.setattr(ui.staff.shell, "HEARTBEAT_MS", 250)
    opened: list[Counter] = []

    def open_one(
        folder: DemoFolder,
        *roles: str,
        engine: PortalEngine | None = None,
        papers: PapersDesk | None = None,
    ) -> Counter:
        opened.append(Counter(qtbot, qapp, folder, clock, *roles, engine=engine, papers=papers))
        return opened[-1]

    yield open_one
    for counter in reversed(opened):
        counter.close()


@pytest.fixture
def counter(open_counter: OpenCounter, folder: DemoFolder) -> Counter:
    """Return a counter with two displays."""
    return open_counter(folder)


@pytest.fixture
def one_screen(open_counter: OpenCounter, folder: DemoFolder) -> Counter:
    """Return a counter with one display for both."""
    return open_counter(folder, "both")
