"""`backup`: makes a checked backup of the embedded database while it is in use."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from kiosk.commands.folder import (
    add_folder_options,
    chosen_paths,
    require_data,
    require_embedded,
    settings_of,
)


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "back up the database now, while it is in use"
    parser = commands.add_parser("backup", help=what, description=what)
    add_folder_options(parser)
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print where the backup lies."""
    from kiosk.app import backups_of

    paths = chosen_paths(options)
    settings = settings_of(paths)
    require_embedded(settings)
    require_data(paths, settings)
    sys.stdout.write(f"{backups_of(paths, settings).back_up('manual')}\n")
    return 0
