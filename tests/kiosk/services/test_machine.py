"""What belongs to the machine: clocks, data folder, settings and the log file."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from kiosk.domain.errors import KnownError
from kiosk.domain.slip import Paper
from kiosk.domain.stuck import StuckPolicy
from kiosk.domain.triage import TriageWeights
from kiosk.services import atomic
from kiosk.services.clock import SystemClock
from kiosk.services.logs import MAX_BYTES, log_file, set_up_logs
from kiosk.services.paths import DataPaths, default_data_paths
from kiosk.services.settings import Settings, load_settings, save_settings


def test_the_wall_clock_is_aware_and_the_other_grows() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()


def test_the_data_folder_is_made_whole(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "a" / "b").make()
    assert all(f.is_dir() for f in (paths.slips, paths.lists, paths.backups, paths.logs))
    assert paths.make() == paths


def test_a_data_folder_that_cannot_be_made_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(KnownError) as refused:
        DataPaths(tmp_path / "file" / "data").make()
    assert str(tmp_path) in refused.value.message.format(**refused.value.fields)
    assert refused.value.cure


def test_the_demonstration_has_a_folder_of_its_own() -> None:
    assert default_data_paths(demo=True).root != default_data_paths().root
    assert default_data_paths().root.is_absolute()


def test_windows_keeps_data_for_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", "/programdata")
    assert default_data_paths().root == Path("/programdata/DongHanhSo")


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    atomic.write_text(file, "old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        atomic.write_text(file, "new")
    assert file.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    settings = Settings(
        counter='Quầy "hai" \\ \t3',
        panel_width_mm=476.6,
        printer="XP-80C",
        paper=Paper.A4,
        idle_warn_seconds=240,
        one_screen=True,
        second_backup_folder=r"D:\Sao lưu",
        triage=TriageWeights(from_75=5, far=0),
    )
    file = tmp_path / "new" / "settings.toml"
    save_settings(file, settings)
    assert load_settings(file) == settings


def test_missing_settings_are_the_defaults(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "settings.toml")
    assert settings == Settings()
    assert settings.panel_width_mm is None
    assert settings.device


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("idle_warn_seconds = 30", "idle_warn_seconds"),
        ("idle_warn_seconds = true", "idle_warn_seconds"),
        ('idle_warn_seconds = "200"', "idle_warn_seconds"),
        ("retention_days = 29", "retention_days"),
        ("retention_days = 731", "retention_days"),
        ('retention_days = "180"', "retention_days"),
        ("panel_width_mm = 47.6", "panel_width_mm"),
        ('paper = "a5"', "paper"),
        ("printer = 3", "printer"),
        ('counter = " "', "counter"),
        ("triage = 3", "triage"),
        ("triage = { from_75 = 21 }", "triage"),
        ("triage = { from_75 = -1 }", "triage"),
        ("triage = { from_75 = true }", "triage"),
        ('triage = { from_75 = "3" }', "triage"),
        ("triage = { from_80 = 3 }", "triage"),
        ("stuck_quiet_times = 0", "stuck_quiet_times"),
        ("stuck_returns = true", "stuck_returns"),
        ("one_screen = 1", "one_screen"),
        ("colour = 'red'", "colour"),
        ("counter = ", "settings.toml"),
    ],
)
def test_a_bad_value_is_logged_with_its_key_and_replaced(
    tmp_path: Path, line: str, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(line, "utf-8")
    with caplog.at_level(logging.WARNING):
        assert load_settings(file) == Settings()
    assert key in caplog.text


def test_an_office_says_when_help_is_offered_unasked(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert load_settings(file).stuck == StuckPolicy()
    file.write_text(
        "stuck_quiet_times = 2.5\nstuck_quiet_floor_seconds = 30\nstuck_readings = 5", "utf-8"
    )
    expected = StuckPolicy(quiet_times=2.5, quiet_floor_seconds=30, readings=5)
    assert load_settings(file).stuck == expected


@pytest.mark.parametrize(
    "text", ["triage = { lives_alone = 6, far = 0 }", "[triage]\nlives_alone = 6\nfar = 0"]
)
def test_an_office_weighs_the_reasons_of_its_list(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    assert load_settings(file).triage == TriageWeights(3, 4, 2, 3, 1, 1)
    file.write_text(text, "utf-8")
    assert load_settings(file).triage == TriageWeights(3, 4, 6, 3, 1, 0)


def test_a_bad_value_spoils_no_good_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('\ufeffcounter = "Quầy 2"\npaper = 7\n', "utf-8")
    assert load_settings(file) == replace(Settings(), counter="Quầy 2")
    assert "paper" in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        'database_url = "postgresql://may-chu/xa',
        'counter = "Quầy\ndatabase_url = "postgresql://may-chu/xa"\n',
        "database_url = 5432\n",
    ],
)
def test_a_database_server_is_never_forgotten(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=r"settings\.toml") as refused:
        load_settings(file)
    assert "settings.toml" in refused.value.cure


def test_settings_that_cannot_be_saved_are_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(KnownError, match=r"settings\.toml"):
        save_settings(tmp_path / "file" / "settings.toml", Settings())


@pytest.fixture
def kiosk_log(tmp_path: Path) -> Iterator[Path]:
    handler = set_up_logs(tmp_path / "logs", "kiosk")
    yield log_file(tmp_path / "logs", "kiosk")
    logging.getLogger().removeHandler(handler)
    handler.close()


def test_the_log_masks_long_numbers_and_keeps_ids(kiosk_log: Path) -> None:
    visit = "0193f1c2-7b1e-7c11-8f1a-123456789012"
    logging.getLogger("kiosk").info("visit %s phone 0912 345 678 and 001054012345", visit)
    text = kiosk_log.read_text("utf-8")
    assert visit in text
    assert "phone *** and ***" in text


def test_each_role_rotates_files_that_no_other_has_open(tmp_path: Path) -> None:
    handlers = [set_up_logs(tmp_path, role) for role in ("kiosk", "staff")]
    staffs = Path(handlers[1].baseFilename)
    for length in (MAX_BYTES - 100, 200):
        handlers[0].emit(logging.makeLogRecord({"msg": "x" * length}))
    for handler in handlers:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "dong-hanh-so-kiosk.log",
        "dong-hanh-so-kiosk.log.1",
        "dong-hanh-so-staff.log",
    ]
    assert staffs.read_bytes() == b""
