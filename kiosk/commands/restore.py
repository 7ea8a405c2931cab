"""`restore`: puts a backup in the database's place; what was there is kept aside."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kiosk.app import backups_of
from kiosk.commands.folder import add_folder_options, chosen_paths
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.settings import load_settings


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("restore", help="restore the newest good backup, or a named one")
    add_folder_options(parser)
    parser.add_argument(
        "backup", nargs="?", type=Path, help="file; without it, the newest good one"
    )
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print which backup was restored."""
    paths = chosen_paths(options)
    backups = backups_of(paths, load_settings(paths.settings))
    backup = options.backup or backups.newest_good()
    if backup is None:
        raise KnownError(
            N_("Chưa có bản sao lưu nào dùng được."), log_line=f"no good backup in {paths.backups}"
        )
    backups.restore(Path(backup).absolute())
    sys.stdout.write(f"{backup}\n")
    return 0
