"""Starts of the program beside starts of a bare window, in the same run and in turn.

First paint is compared with an empty PySide6 window; usable, which is a call for help that has
reached the disk, with an empty window that imports the same modules. Each start is a process; the
probe prints its moment of a clock that all processes share.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from tests.bench.rows import Row

STARTS = 15
_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 60


class ProbeFailed(Exception):
    """A start that never came to its end."""


def start_rows(folder: Path, starts: int) -> list[Row]:
    """Return the times and the two ratios; `folder` holds an office that is set up."""
    modules = folder / "modules.txt"
    kinds = {
        "bare": ["bare"],
        "paint": ["paint", "--folder", str(folder)],
        "same": ["same", "--modules", str(modules)],
        "usable": ["usable", "--folder", str(folder), "--modules", str(modules)],
    }
    for kind in ("usable", "same", "paint", "bare"):  # warm up; the first writes the modules
        _start(kinds[kind])
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(starts):
        for kind, arguments in kinds.items():
            times[kind].append(_start(arguments))
    return _rows({kind: tuple(each) for kind, each in times.items()})


def _rows(times: dict[str, tuple[float, ...]]) -> list[Row]:
    paint = median(times["paint"]) / median(times["bare"])
    usable = median(times["usable"]) / median(times["same"])
    return [
        Row("bare window", times["bare"]),
        Row("first paint", times["paint"]),
        Row("  ratio of medians", (paint,), "×", 2.0),
        Row("bare window, same modules", times["same"]),
        Row("usable: a help call is stored", times["usable"]),
        Row("  ratio of medians", (usable,), "×", 1.3),
    ]


def _start(arguments: list[str]) -> float:
    """Return the milliseconds from the start of the process to the moment it printed."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_probe", *arguments],
        cwd=_ROOT,
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    moments = [line for line in done.stdout.splitlines() if line.startswith("moment ")]
    if done.returncode != 0 or not moments:
        raise ProbeFailed(f"{arguments[0]}: {done.stdout[-300:]}{done.stderr[-1200:]}")
    return (float(moments[-1].split()[1]) - start) * 1000
