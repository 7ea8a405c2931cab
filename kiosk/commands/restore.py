"""`restore`: puts a backup in the database's place; what was there is kept aside."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kiosk.commands.folder import add_folder_options, chosen_paths, require_embedded, settings_of
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "put a backup in the database's place; what was there is kept aside"
    parser = commands.add_parser("restore", help=what, description=what)
    add_folder_options(parser)
    parser.add_argument(
        "backup",
        nargs="?",
        type=Path,
        metavar="BACKUP",
        help="a backup's file; without it, the newest good one",
    )
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print which backup was restored."""
    from kiosk.app import backups_of

    paths = chosen_paths(options)
    settings = settings_of(paths)
    require_embedded(settings)
    backups = backups_of(paths, settings)
    backup = options.backup.absolute() if options.backup else backups.newest_good()
    if backup is None:
        raise KnownError(
            N_("Chưa có bản sao lưu nào dùng được."), log_line=f"no good backup in {paths.backups}"
        )
    backups.restore(backup)
    sys.stdout.write(f"{backup}\n")
    return 0
