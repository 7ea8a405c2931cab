"""`content check`: holds every procedure file to its schema and to plain language."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kiosk.domain.calendar import office_day
from kiosk.services.clock import SystemClock
from kiosk.services.content import read_content
from kiosk.services.content_check import Severity, check_content
from resources import picture_names, procedure_files


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("content", help="work on the procedures' content")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser("check", help="check every procedure file")
    check.add_argument("files", nargs="*", type=Path, help="files; without any, the shipped ones")
    check.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print one line per finding; 1 when an error must be mended."""
    files = tuple(options.files) or procedure_files()
    content = read_content(files)
    today = office_day(SystemClock().now())
    findings = check_content(content, pictures=picture_names(), today=today)
    for finding in findings:
        sys.stdout.write(f"{finding.line}\n")
    sys.stdout.write(f"{len(files)} files, {len(findings)} findings\n")
    return 1 if any(f.severity is Severity.ERROR for f in findings) else 0
