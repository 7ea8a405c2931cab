"""Runs one part of the sweep, in this process or, for another scaling, in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from tests.ui.sweep.configurations import named
from tests.ui.sweep.findings import Finding, from_json
from tests.ui.sweep.judge import LookAt
from tests.ui.sweep.stage_citizen import CitizenStage
from tests.ui.sweep.stage_setup import SetupStage
from tests.ui.sweep.stage_staff import StaffStage

EVERYTHING = LookAt()
Stage = type[CitizenStage | StaffStage | SetupStage]
STAGES: dict[str, Stage] = {"citizen": CitizenStage, "staff": StaffStage, "setup": SetupStage}

_ROOT = Path(__file__).resolve().parents[3]
_HARMLESS = ("propagateSizeHints", "does not support raise")
_PATIENCE_SECONDS = 170


def sweep_here(part: str, configuration: str, look_at: LookAt = EVERYTHING) -> list[Finding]:
    """Judge every state of a part asked for, in this process."""
    return STAGES[part](named(configuration), look_at).sweep()


def sweep_apart(part: str, configuration: str, look_at: LookAt = EVERYTHING) -> list[Finding]:
    """Do the same in a process of its own, whose scaling is the configuration's."""
    scale = str(named(configuration).scale_factor)
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.sweep", part, configuration, *_options(look_at)],
        cwd=_ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        last = done.stderr.strip()[-800:]
        return [Finding(configuration, part, "crash", "process", f"{done.returncode}: {last}")]
    return [from_json(line) for line in done.stdout.splitlines()]


def _options(look_at: LookAt) -> list[str]:
    drawn = ["--pictures", str(look_at.pictures)] if look_at.pictures is not None else []
    return [look_at.wanted, "--json", *drawn]


def sweep(part: str, configuration: str, look_at: LookAt = EVERYTHING) -> list[Finding]:
    """Judge a part in whichever process fits its scaling."""
    here = named(configuration).scale_factor == 1
    return (sweep_here if here else sweep_apart)(part, configuration, look_at)


class QtWarnings:
    """Collects what Qt complains of, where pytest-qt does not."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def attach(self) -> None:
        """Begin to listen."""
        qInstallMessageHandler(self._take)

    def _take(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(word in message for word in _HARMLESS):
            self.lines.append(message)
