"""`content check`: holds procedures and skill lessons to their schema and to plain language."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "work on the procedures' content"
    parser = commands.add_parser("content", help=what, description=what)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    what = "check every procedure file; answers 1 when one must be mended"
    check = actions.add_parser("check", help=what, description=what)
    check.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="files to check; without any, the shipped ones",
    )
    check.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Print one line per finding; 1 when an error must be mended."""
    from kiosk.domain.calendar import office_day
    from kiosk.services.clock import SystemClock
    from kiosk.services.content import read_content
    from kiosk.services.content_check import ALL_FILES, Severity, check_content
    from kiosk.services.lessons import check_lessons, read_lessons
    from resources import icon_names, lesson_files, picture_names, procedure_files

    files = tuple(map(_existing, options.files)) or (*procedure_files(), *lesson_files())
    procedures, lessons = _by_kind(files)
    today = office_day(SystemClock().now())
    pictures = picture_names()
    findings = check_content(read_content(procedures), pictures=pictures, today=today)
    if options.files:  # a few files cannot serve every life event
        findings = [finding for finding in findings if finding.file != ALL_FILES]
    findings += check_lessons(read_lessons(lessons), pictures, icon_names())
    for finding in findings:
        sys.stdout.write(f"{finding.line}\n")
    sys.stdout.write(f"{len(files)} files, {len(findings)} findings\n")
    return 1 if any(f.severity is Severity.ERROR for f in findings) else 0


def _by_kind(files: tuple[Path, ...]) -> tuple[list[Path], list[Path]]:
    """Return procedures, named after their code, and lessons, named after what they teach."""
    procedures = [file for file in files if file.name[0].isdigit()]
    return procedures, [file for file in files if file not in procedures]


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise KnownError(N_("Không thấy tệp {file}."), log_line=f"no such file: {file}", file=file)
    return file
