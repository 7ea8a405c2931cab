"""`python -m tests.ui.sweep citizen CONFIGURATION [STATE]` prints what is wrong.

The configuration's scaling must be that of the process (QT_SCALE_FACTOR); without `--json` it sees
to that itself.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

import ui  # noqa: F401  (makes PySide6 safe)
from tests.ui.sweep import configurations, run
from tests.ui.sweep.findings import Finding, report
from tests.ui.sweep.judge import LookAt

_SETS = {
    (True, "pairwise"): configurations.CITIZEN_PAIRWISE,
    (True, "all"): configurations.CITIZEN_ALL,
    (False, "pairwise"): configurations.STAFF_PAIRWISE,
    (False, "all"): configurations.STAFF_ALL,
}


def main() -> None:
    """Sweep one part in one configuration, or in sets of them with `pairwise` and `all`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=sorted(run.STAGES))
    parser.add_argument("configuration", help="such as small-largest-contrast-100-stretched")
    parser.add_argument("wanted", nargs="?", default="", help="states that begin with this")
    parser.add_argument("--json", action="store_true", help="one finding a line, in this process")
    parser.add_argument("--pictures", type=Path, help="folder to draw what is wrong into")
    asked = parser.parse_args()
    look_at = LookAt(asked.wanted, asked.pictures)
    if asked.json:
        for finding in _here(asked.part, asked.configuration, look_at):
            print(finding.to_json())  # noqa: T201
        return
    wanted = _SETS.get((asked.part == "citizen", asked.configuration), (asked.configuration,))
    found: list[Finding] = []
    for name in wanted:
        start = time.perf_counter()
        found += run.sweep_apart(asked.part, name, look_at)
        print(f"{name}: {time.perf_counter() - start:.1f} s")  # noqa: T201
    print(report(found))  # noqa: T201


def _here(part: str, configuration: str, look_at: LookAt) -> list[Finding]:
    application = QApplication([])
    application.setStyle("Fusion")
    warnings = run.QtWarnings()
    warnings.attach()
    findings = run.sweep_here(part, configuration, look_at)
    findings += [Finding(configuration, part, "qt", "process", line) for line in warnings.lines]
    return findings


if __name__ == "__main__":
    main()
