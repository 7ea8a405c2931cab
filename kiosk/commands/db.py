"""`db upgrade`: brings a PostgreSQL server to this version; a kiosk never does that at start."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from kiosk.commands.folder import add_folder_options, chosen_paths
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.settings import load_settings


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "work on the database server"
    parser = commands.add_parser("db", help=what, description=what)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    what = "create or upgrade the tables on the server that settings.toml names (database_url)"
    upgrade = actions.add_parser("upgrade", help=what, description=what)
    add_folder_options(upgrade)
    upgrade.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print the revision the server is at now."""
    from db.migrate import upgrade

    settings = load_settings(chosen_paths(options).settings)
    if not settings.database_url:
        raise KnownError(
            N_("Dữ liệu nằm trên máy này, không ở máy chủ."),
            log_line="settings.toml: database_url is empty: an embedded database upgrades itself",
        )
    sys.stdout.write(f"{upgrade(settings.database_url)}\n")
    return 0
