"""`run`, the default command: opens the windows, the set-up pages first where they are needed."""

from __future__ import annotations

import argparse
from typing import Any

from kiosk.commands.folder import add_folder_options, chosen_paths


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
    from kiosk.windows import run_windows  # late: the other commands need no Qt

    return run_windows(
        chosen_paths(options), role=options.role, windowed=options.windowed, demo=options.demo
    )
