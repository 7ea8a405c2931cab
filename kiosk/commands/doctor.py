"""`doctor`: looks the installation over and tells what to do; changes nothing.

It works before the first run and with a broken database, because that is when it is asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from kiosk.commands.folder import add_folder_options, chosen_paths


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "check this installation; answers 1 when something fails, and tells the cure"
    parser = commands.add_parser("doctor", help=what, description=what)
    parser.add_argument("--json", action="store_true", help="one list of objects")
    add_folder_options(parser)
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print one line per check, or all of them as JSON; 1 when one failed."""
    from kiosk.commands.probes import looking_at
    from kiosk.services.doctor import CheckState, run_checks, worst

    with looking_at(chosen_paths(options), demo=options.demo) as probes:
        checks = run_checks(probes)
    if options.json:
        sys.stdout.write(json.dumps([asdict(check) for check in checks], ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(f"{check.line}\n" for check in checks)
    return 1 if worst(checks) is CheckState.FAIL else 0
