"""The doctor: every check in its good and its bad state, and probes that break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.errors import KnownError
from kiosk.services.doctor import Check, CheckState, DiskSpace, Found, Probes, run_checks, worst
from kiosk.services.ports import PrinterState
from tests.fakes import START

OK, WARN, FAIL = CheckState.OK, CheckState.WARN, CheckState.FAIL


def given(value: object) -> Callable[..., Any]:
    """Return a probe that always answers `value`, or raises it."""

    def probe(*_: object) -> object:
        if isinstance(value, Exception):
            raise value
        return value

    return probe


def ago(**time: float) -> datetime:
    return START - timedelta(**time)


@pytest.fixture
def healthy(tmp_path: Path) -> Probes:
    second = tmp_path / "stick"
    second.mkdir()
    return Probes(
        data_folder=tmp_path,
        now=given(START),
        database=given(Check("database", OK, "0001")),
        key=given(Check("key", OK, "opens the database")),
        newest_backup=given(ago(hours=20)),
        second_folder=second,
        newest_copy=given(ago(hours=20)),
        fonts=given(Found(4)),
        content=given(Found(12)),
        printers=given(("XP-80C",)),
        printer_state=given(PrinterState.READY),
        chosen_printer="XP-80C",
        voices=given({"recordings": (), "system": ("en",), "espeak-ng": ("vi", "en")}),
        last_written=given(ago(minutes=1)),
        utc_offset=given(timedelta(hours=7)),
        disk=given(DiskSpace(50_000_000_000, 100_000_000_000)),
    )


def found(probes: Probes, name: str) -> Check:
    return next(check for check in run_checks(probes) if check.name == name)


def test_a_healthy_machine_is_well(healthy: Probes) -> None:
    checks = run_checks(healthy)
    names = "data_folder database key backup second_backup fonts content printers voices clock disk"
    assert [c.name for c in checks] == names.split()
    assert {(c.state, c.cure) for c in checks} == {(OK, "")}
    assert worst(checks) is OK


@pytest.mark.parametrize(
    ("name", "changes", "state"),
    [
        ("data_folder", {"data_folder": Path("/nonexistent/folder")}, WARN),
        ("data_folder", {"data_folder": Path(__file__)}, FAIL),
        ("database", {"database": given(Check("database", FAIL, "corrupt", "restore"))}, FAIL),
        ("key", {"key": given(Check("key", WARN, "no office yet", "set up"))}, WARN),
        ("backup", {"newest_backup": None}, OK),
        ("backup", {"newest_backup": given(None)}, WARN),
        ("backup", {"newest_backup": given(ago(days=3))}, WARN),
        ("backup", {"newest_backup": given(ago(days=8))}, FAIL),
        ("second_backup", {"second_folder": None}, OK),
        ("second_backup", {"second_folder": Path("/nonexistent/stick")}, WARN),
        ("second_backup", {"newest_copy": given(None)}, WARN),
        ("second_backup", {"newest_copy": given(ago(days=3))}, WARN),
        ("fonts", {"fonts": given(Found(0))}, FAIL),
        ("fonts", {"fonts": given(Found(3, ["BeVietnamPro-Bold: missing"]))}, FAIL),
        ("content", {"content": given(Found(0))}, FAIL),
        ("content", {"content": given(Found(11, ["x.toml: fee.text"]))}, WARN),
        ("printers", {"chosen_printer": ""}, WARN),
        ("printers", {"printer_state": given(PrinterState.UNKNOWN_PRINTER)}, WARN),
        ("printers", {"printer_state": given(PrinterState.STOPPED), "printers": given(())}, WARN),
        ("printers", {"printer_state": given(PrinterState.NO_SPOOLER)}, WARN),
        ("voices", {"voices": given({"system": ("en",)})}, WARN),
        ("voices", {"voices": given({})}, WARN),
        ("voices", {"voices": given({"recordings": ("vi",)})}, OK),
        ("clock", {"last_written": given(None)}, OK),
        ("clock", {"last_written": given(ago(minutes=-4))}, OK),
        ("clock", {"last_written": given(ago(minutes=-6))}, FAIL),
        ("clock", {"now": given(START.replace(year=2016))}, FAIL),
        ("clock", {"utc_offset": given(timedelta(hours=-9))}, WARN),
        ("disk", {"disk": given(DiskSpace(1_900_000_000, 4_000_000_000))}, WARN),
        ("disk", {"disk": given(DiskSpace(9_000_000_000, 100_000_000_000))}, WARN),
        ("disk", {"disk": given(DiskSpace(400_000_000, 600_000_000))}, FAIL),
    ],
)
def test_what_is_wrong_is_told_with_its_cure(
    healthy: Probes, name: str, changes: dict[str, Any], state: CheckState
) -> None:
    check = found(replace(healthy, **changes), name)
    assert check.state is state
    assert check.detail
    assert bool(check.cure) is (state is not OK)


def test_problems_are_named(healthy: Probes) -> None:
    probes = replace(
        healthy,
        content=given(Found(11, ["x.toml: fee.text"])),
        fonts=given(Found(2, ["Bold: missing", "Medium: missing"])),
        printer_state=given(PrinterState.STOPPED),
    )
    assert "x.toml: fee.text" in found(probes, "content").detail
    assert found(probes, "fonts").detail == "Bold: missing; Medium: missing"
    assert found(probes, "printers").detail == "XP-80C: stopped (XP-80C)"


def test_every_voice_is_named_and_how_to_get_one(healthy: Probes) -> None:
    assert found(healthy, "voices").detail == "system: en; espeak-ng: vi, en"
    silent = found(replace(healthy, voices=given({"system": ("en",)})), "voices")
    assert silent.detail == "no Vietnamese voice (system: en)"
    for way in ("Tiếng Việt", "espeak-ng", "audio render"):
        assert way in silent.cure


@pytest.mark.parametrize(
    "probe",
    [
        *("now", "database", "key", "newest_backup", "newest_copy", "fonts", "content"),
        *("printer_state", "voices", "last_written", "utc_offset", "disk"),
    ],
)
def test_a_broken_probe_is_a_finding_and_stops_nothing(healthy: Probes, probe: str) -> None:
    probes = replace(healthy, **{probe: given(RuntimeError("no such thing"))})  # type: ignore[arg-type]
    checks = run_checks(probes)
    assert len(checks) == 11
    assert worst(checks) is FAIL
    broken = [c for c in checks if c.state is FAIL]
    assert all("no such thing" in c.detail and c.cure for c in broken)


def test_an_error_of_the_worlds_is_told_by_its_line(healthy: Probes) -> None:
    error = KnownError("Ổ đĩa đầy.", "Xóa bớt tệp.", "disk C: is full")
    check = found(replace(healthy, database=given(error)), "database")
    assert (check.state, check.detail) == (FAIL, "disk C: is full")
    refused = PermissionError(13, "Permission denied", "/data/x")
    check = found(replace(healthy, content=given(refused)), "content")
    assert (check.state, check.detail) == (FAIL, "/data/x: Permission denied")


def test_a_check_is_one_line() -> None:
    assert Check("fonts", OK, "4 faces").line == "ok fonts: 4 faces"
    assert Check("disk", WARN, "1 GB\nfree", "delete files").line == (
        "warn disk: 1 GB free — delete files"
    )


def test_the_worst_verdict_counts() -> None:
    assert worst(()) is OK
    assert worst((Check("a", OK, ""), Check("b", WARN, ""))) is WARN
    assert worst((Check("a", FAIL, ""), Check("b", WARN, ""))) is FAIL
