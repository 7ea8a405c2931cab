"""The command line: one module per command, each with its own help.

Exit codes: 0 done, 1 a check said no, 2 the command could not be carried out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from kiosk import __version__
from kiosk.domain.errors import KnownError

COMMANDS = ("run", "tour", "search", "content", "slip", "backup", "restore", "doctor")
FAILED = 2


class _OneLineParser(argparse.ArgumentParser):
    """Tells a usage error in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"{self.prog}: {message}\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _OneLineParser(
        prog="dong-hanh-so", description="Đồng Hành Số: a companion at the one-stop counter."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        import_module(f"kiosk.commands.{name}").add_parser(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}):
        given.insert(0, "run")
    options = build_parser().parse_args(given)
    try:
        return int(options.carry_out(options))
    except KnownError as error:
        sys.stderr.write(f"dong-hanh-so: {error.log_line}\n")
        return FAILED
