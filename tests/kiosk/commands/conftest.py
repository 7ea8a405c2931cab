"""A real demonstration office in a folder, made once and copied for each test that needs one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.app import open_office
from kiosk.demo import set_up_demo
from kiosk.domain.slip import Paper
from kiosk.services.paths import DataPaths
from tests.kiosk.commands.running import Printed, Ran, call


@pytest.fixture(scope="session")
def printed_office(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Set the office up and issue a slip twice; nothing writes to this folder afterwards."""
    paths = DataPaths(tmp_path_factory.mktemp("office") / "data")
    office = open_office(paths, demo=True)
    set_up_demo(office)
    procedure = office.catalogue.by_code("1.001193")
    assert procedure is not None
    first = office.slips.issue_papers(procedure, ("Giấy chứng sinh",), Paper.ROLL_80)
    second = office.slips.reprint(first.slip.id, None, Paper.ROLL_80)
    office.close()
    return Printed(paths.root, first.content.payload, second.content.payload)


@pytest.fixture
def data(printed_office: Printed, tmp_path: Path) -> DataPaths:
    """Return an office's data folder of the test's own."""
    return DataPaths(shutil.copytree(printed_office.folder, tmp_path / "data"))


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Return what runs a command in this process."""

    def run_here(*arguments: object) -> Ran:
        return call(capsys, *arguments)

    return run_here
