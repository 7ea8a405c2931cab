"""`slip verify`: says whether a scanned payload is a valid slip of this office."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from typing import Any

from kiosk.commands.folder import (
    add_folder_options,
    chosen_paths,
    has_plain_key,
    require_data,
    settings_of,
)


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("slip", help="work on slips", description="work on slips")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    what = "answer 0 for the payload of a slip that stands, 1 with the reason for any other"
    verify = actions.add_parser("verify", help=what, description=what)
    add_folder_options(verify)
    verify.add_argument("payload", metavar="PAYLOAD", help="the text of the slip's QR")
    verify.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print what the payload stands for."""
    from kiosk.app import open_office

    paths = chosen_paths(options)
    require_data(paths, settings_of(paths))
    with closing(open_office(paths, demo=options.demo or has_plain_key(paths))) as office:
        result = office.slips.verify(options.payload)
    number = f" {result.slip.number} v{result.slip.version}" if result.slip else ""
    sys.stdout.write(f"{result.kind.value}{number}: {result.message}\n")
    return 0 if result.is_good else 1
