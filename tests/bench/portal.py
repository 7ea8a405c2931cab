"""The live page: how long it takes to open, to hint and to forget, and what memory it keeps.

All of it is measured in a process of its own, on the stand-in portal of the tests: an engine that
was started stays in memory, and would be counted for everything measured after it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.rows import Row
from tests.bench.starts import ProbeFailed

VISITS = 200
_ROOT = Path(__file__).resolve().parents[2]
_SECONDS_A_VISIT, _PATIENCE_SECONDS = 10, 120
_LIMITS = {
    "open the page, first visit": ("ms", 3000.0),
    "open the page": ("ms", 1000.0),
    "page event to hint drawn": ("ms", 100.0),
    "page ready to hint drawn": ("ms", 100.0),
    "log out and wipe": ("ms", 3000.0),
    "wipe": ("ms", 300.0),
    "memory with the page": ("MB", 700.0),
    "memory grown": ("MB", 20.0),
}


def portal_rows(folder: Path, visits: int) -> list[Row]:
    """Return the rows; `folder` holds an office that is set up."""
    environment = dict(os.environ)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to run as root otherwise. For measurements only, never on a counter.
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.portal_probe", str(folder), str(visits)],
        cwd=_ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE_SECONDS + _SECONDS_A_VISIT * visits,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        raise ProbeFailed(f"portal: {done.stdout[-300:]}{done.stderr[-1200:]}")
    measured: dict[str, list[float]] = json.loads(lines[-1])
    return [_row(what, samples, visits) for what, samples in measured.items() if samples]


def _row(what: str, samples: list[float], visits: int) -> Row:
    unit, limit = _LIMITS[what]
    shown = f"{what} over {visits} visits" if what == "memory grown" else what
    return Row(shown, tuple(samples), unit, limit)
