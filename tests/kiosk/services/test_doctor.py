"""The doctor: every check in its good and its bad state, and probes that break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.errors import KnownError
from kiosk.services.doctor import Check, CheckState, Probes, run_checks, worst
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
    font = tmp_path / "font.ttf"
    font.write_bytes(b"glyphs")
    return Probes(
        data_folder=tmp_path,
        now=given(START),
        database=given(Check("database", OK, "0001")),
        newest_backup=given(ago(hours=20)),
        font_files=given((font,)),
        content=given((12, ())),
        printers=given(("XP-80C",)),
        printer_state=given(PrinterState.READY),
        chosen_printer="XP-80C",
        voices=given(("en_US", "vi_VN")),
        last_written=given(ago(minutes=1)),
        free_bytes=given(50_000_000_000),
    )


def found(probes: Probes, name: str) -> Check:
    return next(check for check in run_checks(probes) if check.name == name)


def test_a_healthy_machine_is_well(healthy: Probes) -> None:
    checks = run_checks(healthy)
    assert [c.name for c in checks] == [
        "data_folder",
        "database",
        "backup",
        "fonts",
        "content",
        "printer",
        "voice",
        "clock",
        "disk",
    ]
    assert {(c.state, c.cure) for c in checks} == {(OK, "")}
    assert worst(checks) is OK


@pytest.mark.parametrize(
    ("name", "changes", "state"),
    [
        ("data_folder", {"data_folder": Path("/nonexistent/folder")}, FAIL),
        ("database", {"database": given(Check("database", FAIL, "corrupt", "Khôi phục."))}, FAIL),
        ("backup", {"newest_backup": None}, OK),
        ("backup", {"newest_backup": given(None)}, WARN),
        ("backup", {"newest_backup": given(ago(days=3))}, WARN),
        ("backup", {"newest_backup": given(ago(days=8))}, FAIL),
        ("fonts", {"font_files": given(())}, FAIL),
        ("fonts", {"font_files": given((Path("/nonexistent.ttf"),))}, FAIL),
        ("content", {"content": given((0, ()))}, FAIL),
        ("content", {"content": given((11, ("x.toml: fee.text",)))}, WARN),
        ("printer", {"chosen_printer": ""}, WARN),
        ("printer", {"printer_state": given(PrinterState.UNKNOWN_PRINTER)}, WARN),
        ("printer", {"printer_state": given(PrinterState.STOPPED), "printers": given(())}, WARN),
        ("printer", {"printer_state": given(PrinterState.NO_SPOOLER)}, WARN),
        ("voice", {"voices": given(("en_US",))}, WARN),
        ("voice", {"voices": given(())}, WARN),
        ("clock", {"last_written": given(None)}, OK),
        ("clock", {"last_written": given(ago(days=-2))}, FAIL),
        ("clock", {"now": given(START.replace(year=2016))}, FAIL),
        ("disk", {"free_bytes": given(1_900_000_000)}, WARN),
        ("disk", {"free_bytes": given(400_000_000)}, FAIL),
    ],
)
def test_what_is_wrong_is_told_with_its_cure(
    healthy: Probes, name: str, changes: dict[str, Any], state: CheckState
) -> None:
    check = found(replace(healthy, **changes), name)
    assert check.state is state
    assert check.detail
    assert bool(check.cure) is (state is not OK)


def test_a_problem_of_content_is_named(healthy: Probes) -> None:
    probes = replace(healthy, content=given((11, ("x.toml: fee.text",))))
    assert "x.toml: fee.text" in found(probes, "content").detail


@pytest.mark.parametrize(
    "probe",
    ["now", "database", "newest_backup", "content", "printer_state", "voices", "free_bytes"],
)
def test_a_broken_probe_is_a_finding_and_stops_nothing(healthy: Probes, probe: str) -> None:
    probes = replace(healthy, **{probe: given(RuntimeError("no such thing"))})  # type: ignore[arg-type]
    checks = run_checks(probes)
    assert len(checks) == 9
    assert worst(checks) is FAIL
    broken = [c for c in checks if c.state is FAIL]
    assert all("no such thing" in c.detail and c.cure for c in broken)


def test_a_known_error_keeps_its_own_words(healthy: Probes) -> None:
    error = KnownError("Ổ đĩa {name} đầy.", "Xóa bớt tệp ở {name}.", name="C:")
    check = found(replace(healthy, database=given(error)), "database")
    assert check == Check("database", FAIL, "Ổ đĩa C: đầy.", "Xóa bớt tệp ở C:.")


def test_the_worst_verdict_counts() -> None:
    assert worst(()) is OK
    assert worst((Check("a", OK, ""), Check("b", WARN, ""))) is WARN
    assert worst((Check("a", FAIL, ""), Check("b", WARN, ""))) is FAIL
