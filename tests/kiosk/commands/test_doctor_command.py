"""`doctor` on real folders: before the first run, in health, and with each thing broken in turn."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.app import open_office
from kiosk.commands.probes import font_problem
from kiosk.services import espeak
from kiosk.services.audio_pack import render
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, save_settings
from resources import font_paths
from tests.fakes import FakeClock
from tests.kiosk.commands.running import SHARE, Command, contents, run, unreadable
from tests.support.cups import PrivateCups, cups
from tests.support.sounds import TONE

__all__ = ["cups"]

NAMES = "data_folder database key backup second_backup fonts content printers voices clock disk"


@pytest.fixture(autouse=True)
def _quiet_machine(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Qt's application be the test's own, and no print system answer unless a test has one."""
    monkeypatch.setenv("CUPS_SERVER", "/nonexistent/cups.sock")


Checks = dict[str, tuple[str, str, str]]


def examined(command: Command, folder: Path | str, *, code: int) -> Checks:
    """Return name → (state, detail, cure) of every check; the doctor must answer `code`."""
    ran = command("doctor", "--json", "--data-dir", folder)
    assert (ran.code, ran.err) == (code, ""), ran
    checks = json.loads(ran.out)
    assert [check["name"] for check in checks] == NAMES.split()
    assert all(bool(check["cure"]) is (check["state"] != "ok") for check in checks)
    return {check["name"]: (check["state"], check["detail"], check["cure"]) for check in checks}


def failing(checks: Checks) -> set[str]:
    return {name for name, (state, _, _) in checks.items() if state == "fail"}


def test_before_the_first_run_nothing_fails_and_nothing_is_made(tmp_path: Path) -> None:
    ran = run("doctor", "--data-dir", tmp_path / "none", env={"TZ": "Asia/Ho_Chi_Minh"})
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[1].removesuffix(":") for line in ran.lines] == NAMES.split()
    assert {line.split()[0] for line in ran.lines} <= {"ok", "warn"}
    told = "run the set-up: dong-hanh-so run"
    assert ran.lines[0] == f"warn data_folder: {tmp_path}/none: not there yet — {told}"
    assert ran.lines[1] == f"warn database: no database yet — {told}"
    assert ran.lines[5] == "ok fonts: 4 faces of Be Vietnam Pro"
    assert ran.lines[9].startswith("ok clock: ")
    assert list(tmp_path.iterdir()) == []


def test_a_sound_office_is_left_as_it_was(
    command: Command, data: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A day on which no shipped fact waits for its review.
    monkeypatch.setattr("kiosk.commands.probes.office_day", lambda _now: date(2026, 11, 25))
    command("backup", "--data-dir", data.root)
    before = contents(data.root)
    checks = examined(command, data.root, code=0)
    assert contents(data.root) == before
    for name in ("data_folder", "database", "key", "backup", "second_backup", "fonts", "content"):
        assert checks[name][0] == "ok", checks[name]
    assert checks["database"][1].startswith("sound, revision ")
    assert checks["key"][1] == "opens the database"


def test_an_office_in_use_is_examined(command: Command, data: DataPaths) -> None:
    office = open_office(data, demo=True)
    try:
        office.setup.villages()
        assert examined(command, data.root, code=0)["database"][0] == "ok"
    finally:
        office.close()


def test_an_office_without_its_set_up_is_sent_there(command: Command, tmp_path: Path) -> None:
    open_office(DataPaths(tmp_path)).close()
    checks = examined(command, tmp_path, code=0)
    assert checks["key"] == (
        "warn",
        "the set-up has not made a key yet",
        "run the set-up: dong-hanh-so run",
    )
    assert checks["database"][0] == "ok"


def test_a_corrupt_database_fails(command: Command, data: DataPaths) -> None:
    data.database.write_bytes(b"not a database" * 1000)
    checks = examined(command, data.root, code=1)
    assert failing(checks) == {"database"}
    assert "dong-hanh-so restore" in checks["database"][2]
    assert checks["key"][0] == "warn"


def test_a_page_torn_in_the_middle_is_found(command: Command, data: DataPaths) -> None:
    with data.database.open("r+b") as file:
        file.seek(5 * 4096)
        file.write(os.urandom(4096))
    assert "database" in failing(examined(command, data.root, code=1))


@pytest.mark.parametrize(
    ("statement", "state", "cure"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "fail", "newest version"),
        ("DROP TABLE alembic_version", "fail", "--data-dir"),
    ],
)
def test_a_database_of_another_version_or_program_fails(
    command: Command, data: DataPaths, statement: str, state: str, cure: str
) -> None:
    with closing(sqlite3.connect(data.database)) as connection, connection:
        connection.execute(statement)
    found = examined(command, data.root, code=1)["database"]
    assert found[0] == state
    assert cure in found[2]


def test_a_network_folder_fails(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = examined(command, SHARE, code=1)["database"]
    assert "network path" in found[1]
    assert "disk of this machine" in found[2]


def test_a_folder_that_may_not_be_read_fails(command: Command, data: DataPaths) -> None:
    with unreadable(data.root):
        checks = examined(command, data.root, code=1)
    assert {"data_folder", "database"} <= failing(checks)
    assert "Permission denied" in checks["data_folder"][1]


@pytest.mark.parametrize("secret", [b"sixteen bytes!!!", b"damaged", None])
def test_a_key_that_does_not_open_the_database_fails(
    command: Command, data: DataPaths, secret: bytes | None
) -> None:
    if secret is None:
        data.key_file.unlink()
    else:
        data.key_file.write_bytes(secret)
    checks = examined(command, data.root, code=1)
    assert failing(checks) == {"key"}
    assert "recovery sheet" in checks["key"][2]


def test_an_old_backup_fails_and_a_damaged_one_does_not_count(
    command: Command, data: DataPaths, caplog: pytest.LogCaptureFixture
) -> None:
    assert examined(command, data.root, code=0)["backup"][:2] == ("warn", "no good backup yet")
    made = Path(command("backup", "--data-dir", data.root).out.strip())
    stamp = datetime.now(UTC) - timedelta(days=8)
    made.rename(made.with_name(f"dong-hanh-so-{stamp:%Y%m%dT%H%M%S%f}Z-daily.db"))
    newer = Path(command("backup", "--data-dir", data.root).out.strip())
    newer.write_bytes(b"damaged")
    state, detail, cure = examined(command, data.root, code=1)["backup"]
    assert (state, cure) == ("fail", "run: dong-hanh-so backup")
    assert "8 days old" in detail
    assert newer.name in caplog.text


def test_a_second_folder_without_copies_is_told(
    command: Command, data: DataPaths, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    save_settings(data.settings, Settings(second_backup_folder=str(stick)))
    away = examined(command, data.root, code=0)["second_backup"]
    assert away[:2] == ("warn", f"{stick}: No such file or directory")
    stick.mkdir()
    empty = examined(command, data.root, code=0)["second_backup"]
    assert empty[:2] == ("warn", f"{stick}: no backup there yet")
    command("backup", "--data-dir", data.root)
    assert examined(command, data.root, code=0)["second_backup"][0] == "ok"


def test_a_clock_behind_the_newest_row_fails(command: Command, data: DataPaths) -> None:
    office = open_office(data, demo=True, clock=FakeClock(datetime.now(UTC) + timedelta(hours=2)))
    office.visits.start(office.visits.new_visit())
    lead = office.accounts.staff()[0]
    office.accounts.log_out(lead)
    office.close()
    checks = examined(command, data.root, code=1)
    assert failing(checks) == {"clock"}
    assert "before what was last stored" in checks["clock"][1]


def test_the_machines_time_zone_is_seen(command: Command, tmp_path: Path) -> None:
    """All tests run far from the office (tests/support/isolation.py)."""
    state, _, cure = examined(command, tmp_path, code=0)["clock"]
    assert state == "warn"
    assert "Asia/Ho_Chi_Minh (UTC+7)" in cure


def test_a_printer_that_is_gone_is_told(command: Command, data: DataPaths) -> None:
    save_settings(data.settings, Settings(printer="XP-80C"))
    state, detail, cure = examined(command, data.root, code=0)["printers"]
    assert (state, detail) == ("warn", "XP-80C: no spooler (no printer found)")
    assert "CUPS" in cure


@pytest.mark.real
@pytest.mark.xdist_group("cups")
def test_a_real_printer_is_found_and_its_stop_noticed(cups: PrivateCups, data: DataPaths) -> None:
    save_settings(data.settings, Settings(printer=cups.printer))
    cups.stop_queue()
    env = {"CUPS_SERVER": cups.environment["CUPS_SERVER"]}
    told = run("doctor", "--data-dir", data.root, env=env).out
    assert f"warn printers: {cups.printer}: stopped ({cups.printer}) — look for paper" in told


@pytest.mark.real
@pytest.mark.skipif(espeak.program() is None, reason="espeak-ng is not installed")
def test_espeak_is_a_voice_while_it_can_be_found(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert examined(command, tmp_path, code=0)["voices"] == ("ok", "espeak-ng: vi, en", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    state, detail, cure = examined(command, tmp_path, code=0)["voices"]
    assert (state, detail) == ("warn", "no Vietnamese voice (none)")
    assert "espeak-ng" in cure


def test_recordings_are_a_voice_once_none_is_missing(command: Command, tmp_path: Path) -> None:
    folder = DataPaths(tmp_path).audio
    render(folder, "vi", ["xin chào", "tạm biệt"], "a person", lambda _said: TONE)
    assert "recordings: vi" in examined(command, tmp_path, code=0)["voices"][1]
    next(folder.glob("*.wav")).unlink()
    assert "recordings" not in examined(command, tmp_path, code=0)["voices"][1]


def test_a_font_that_is_cut_off_or_lacks_letters_is_told(tmp_path: Path) -> None:
    regular = font_paths()[0]
    assert font_problem(regular) == ""
    assert font_problem(None) == "missing"
    cut_off = tmp_path / "cut.ttf"
    cut_off.write_bytes(regular.read_bytes()[:3000])
    assert font_problem(cut_off).startswith("cannot be read")


def test_a_line_is_for_people_and_json_for_programs(command: Command, tmp_path: Path) -> None:
    lines = command("doctor", "--data-dir", tmp_path).lines
    checks = json.loads(command("doctor", "--json", "--data-dir", tmp_path).out)
    for line, check in zip(lines, checks, strict=True):
        assert list(check) == ["name", "state", "detail", "cure"]
        head = f"{check['state']} {check['name']}: "
        assert line.startswith(head)
        assert line.endswith(f" — {check['cure']}" if check["cure"] else line)
