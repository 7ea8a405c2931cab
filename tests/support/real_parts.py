"""Refuses to call a run complete when a test with a real part was skipped.

Tests marked `real` drive CUPS, a database server or a crash on disk. On a desk they may skip when
the part is missing; with REQUIRE_REAL=1, as the continuous checks set it, a skip is a failure, and
so is a run in which none of them passed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator


def required() -> bool:
    """Tell whether skips of tests marked `real` count as failures."""
    return os.environ.get("REQUIRE_REAL") == "1"


class RealParts:
    """Plugin: turns skips of `real` tests into failures and counts those that passed."""

    def __init__(self) -> None:
        self._passed = 0

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Fail the skip of a test marked `real`."""
        report = yield
        if report.skipped and item.get_closest_marker("real") and not hasattr(report, "wasxfail"):
            report.outcome = "failed"
            report.longrepr = f"a test with a real part was skipped: {report.longrepr}"
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(
        self, collector: pytest.Collector
    ) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Fail a module that skips itself as a whole and holds tests marked `real`."""
        report = yield
        if report.skipped and ".mark.real" in collector.path.read_text("utf-8"):
            report.outcome = "failed"
            report.longrepr = f"a module with real parts was skipped: {report.longrepr}"
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count tests marked `real` that passed, also those of parallel workers."""
        if report.when == "call" and report.passed and "real" in report.keywords:
            self._passed += 1

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Fail a run that tested no real part at all."""
        is_worker = hasattr(session.config, "workerinput")
        if not is_worker and exitstatus == pytest.ExitCode.OK and not self._passed:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many real parts were proved."""
        verdict = "" if self._passed else ": this run proves too little"
        terminalreporter.write_line(f"tests with real parts passed: {self._passed}{verdict}")
