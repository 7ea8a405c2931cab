"""`python -m tests.bench` measures everything and prints the table; it always ends with 0."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.portal import VISITS, portal_rows
from tests.bench.rows import Row, table
from tests.bench.screen import use_large_screen
from tests.bench.starts import STARTS, start_rows

REPEATS = 200
PARTS = ("touch", "slips", "records", "finding", "portal", "starts")


def main() -> None:
    """Measure the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS, help="of presses and slips")
    parser.add_argument("--visits", type=int, default=50, help="walked through by touch")
    parser.add_argument("--starts", type=int, default=STARTS, help="of each kind of process")
    parser.add_argument("--portal", type=int, default=VISITS, help="visits with the live page")
    parser.add_argument("--only", choices=PARTS)
    asked = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        use_large_screen(folder)
        parts: dict[str, Callable[[], list[Row]]] = {
            "touch": lambda: _touch(folder / "office", asked.visits, asked.repeats),
            "slips": lambda: _slips(asked.repeats),
            "records": lambda: _records(folder, asked.repeats),
            "finding": _finding,
            "portal": lambda: _portal(folder / "portal", asked.portal),
            "starts": lambda: _starts(folder / "start", asked.starts),
        }
        for part, measure in parts.items():
            if asked.only in (None, part):
                print(f"measuring {part} …", file=sys.stderr, flush=True)
                rows += measure()
    print(table(rows))


def _touch(folder: Path, visits: int, repeats: int) -> list[Row]:
    from PySide6.QtWidgets import QApplication

    from tests.bench.console import console_row
    from tests.bench.counter import prepare_office, running_counter
    from tests.bench.visits import Visits, memory_row

    app = QApplication([])
    pin = prepare_office(folder)
    with running_counter(app, folder) as desktop:
        walk = Visits(desktop)
        rows = [*walk.walk(visits), walk.press(repeats)]
        memory = memory_row(visits)
        rows.append(console_row(desktop, pin))
    return [*rows, *([memory] if memory is not None else [])]


def _slips(repeats: int) -> list[Row]:
    from tests.bench.slips import slip_rows

    return slip_rows(repeats)


def _records(folder: Path, repeats: int) -> list[Row]:
    from tests.bench.records import record_rows

    return record_rows(folder, repeats)


def _finding() -> list[Row]:
    from tests.bench.finding import finding_rows

    return finding_rows()


def _portal(folder: Path, visits: int) -> list[Row]:
    from tests.bench.counter import prepare_office

    prepare_office(folder)
    return portal_rows(folder, visits)


def _starts(folder: Path, starts: int) -> list[Row]:
    from tests.bench.counter import prepare_office

    prepare_office(folder)
    return start_rows(folder, starts)


if __name__ == "__main__":
    main()
