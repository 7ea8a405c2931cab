"""The whole program as a process: it ends when staff say so, though a citizen cannot close it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app import open_office
from kiosk.demo import set_up_demo
from kiosk.domain.errors import KnownError
from kiosk.services.paths import DataPaths
from kiosk.services.recovery import SECRET_BYTES

ROOT = Path(__file__).parents[2]
BOUND_SECONDS = 90

_STAFF_END_IT = """
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.domain.errors import KnownError
from kiosk.services.paths import DataPaths
from kiosk.windows import Program

app = QApplication(sys.argv[:1])
program = Program(app, DataPaths(Path(sys.argv[1])), role="both", windowed=False, demo=True)
program.start()


def act() -> None:
    citizen, console = program._session.desktop.citizen, program._session.desktop.staff
    print("citizen's window closed:", citizen.window.close())
    console.end_wanted.emit()


QTimer.singleShot(0, act)
code = app.exec()
program.stop()
sys.exit(code)
"""


def test_only_staff_end_the_program(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.root.mkdir()
    office = open_office(paths, demo=True)
    set_up_demo(office)
    office.close()
    done = subprocess.run(
        [sys.executable, "-c", _STAFF_END_IT, str(paths.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=BOUND_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "citizen's window closed: False\n"), done.stderr
    assert list(paths.backups.iterdir()), "no backup was made at the close"


def test_a_key_of_another_office_is_told_with_a_way_out(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "data")
    paths.root.mkdir()
    office = open_office(paths, demo=True)
    set_up_demo(office)
    office.close()
    paths.key_file.write_bytes(bytes(SECRET_BYTES))
    with pytest.raises(KnownError, match="key check differs") as refused:
        open_office(paths, demo=True)
    assert refused.value.fields == {"file": "office.key"}
    paths.key_file.rename(paths.root / "office.key.old")
    again = open_office(paths, demo=True)
    assert again.setup.state().must_join
    again.close()
