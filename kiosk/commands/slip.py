"""`slip verify`: says whether a scanned payload is a valid slip of this office."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from kiosk.app import open_office
from kiosk.commands.folder import add_folder_options, chosen_paths
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("slip", help="work on slips")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    verify = actions.add_parser("verify", help="0 for a valid payload, 1 with the reason")
    add_folder_options(verify)
    verify.add_argument("payload", metavar="PAYLOAD", help="the text of the QR")
    verify.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print what the payload stands for."""
    paths = chosen_paths(options)
    if not paths.database.is_file():
        raise KnownError(
            N_("Thư mục này chưa có dữ liệu."), log_line=f"no database in {paths.root}"
        )
    result = open_office(paths, demo=options.demo).slips.verify(options.payload)
    number = f" {result.slip.number} v{result.slip.version}" if result.slip else ""
    sys.stdout.write(f"{result.kind.value}{number}: {result.message}\n")
    return 0 if result.is_good else 1
