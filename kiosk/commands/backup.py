"""`backup`: makes a checked backup of the embedded database while it is in use."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from kiosk.app import backups_of
from kiosk.commands.folder import add_folder_options, chosen_paths
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.settings import load_settings


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("backup", help="back up the database now")
    add_folder_options(parser)
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print where the backup lies."""
    paths = chosen_paths(options)
    settings = load_settings(paths.settings)
    if settings.database_url:
        raise KnownError(
            N_("Cơ sở dữ liệu nằm trên máy chủ."), log_line="database_url: use the server's backup"
        )
    if not paths.database.is_file():
        raise KnownError(
            N_("Thư mục này chưa có dữ liệu."), log_line=f"no database in {paths.root}"
        )
    sys.stdout.write(f"{backups_of(paths.make(), settings).back_up('manual')}\n")
    return 0
