"""`run`, the default command: opens the windows, the set-up pages first where they are needed."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from kiosk.commands.folder import add_folder_options, chosen_paths
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Any of these tells Qt where to draw (Linux)."""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("run", help="open the windows (the default)")
    parser.add_argument(
        "--role",
        choices=("kiosk", "staff", "both"),
        default="both",
        help="which windows this PC shows",
    )
    parser.add_argument("--windowed", action="store_true", help="a window, not the full screen")
    add_folder_options(parser)
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Run until the windows are closed."""
    _require_display()
    from kiosk.opening import run_program  # late: the other commands need no Qt

    return run_program(
        chosen_paths(options), role=options.role, windowed=options.windowed, demo=options.demo
    )


def _require_display() -> None:
    """Raise KnownError where Qt would end the process for want of a display."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise KnownError(
            N_("Máy này chưa có màn hình."),
            log_line="no display (DISPLAY is not set): try dong-hanh-so tour --out DIR",
        )
