"""`tour`: drives the real windows through the main job and writes pictures, PDFs and a record."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("tour", help="walk through everything and keep pictures")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Write the tour; raises KnownError where it stops."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kiosk.tour.tour import Tour  # late: the other commands need no Qt

    record = Tour(Path(options.out)).run()
    sys.stdout.write(f"{record}\n")
    return 0
