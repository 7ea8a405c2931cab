"""`content`: checks procedures and lessons, writes complete files, takes the national catalogue.

With a data folder the office's own edits are part of what is checked and written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.commands.folder import (
    add_folder_options,
    chosen_paths,
    has_plain_key,
    require_data,
    settings_of,
)
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

if TYPE_CHECKING:
    from kiosk.app import Office
    from kiosk.services.content import Content
    from kiosk.services.content_check import Finding
    from kiosk.services.lessons import Lessons


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "work on the procedures' content"
    parser = commands.add_parser("content", help=what, description=what)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_check(actions)
    _add_export(actions)
    _add_import(actions)


def _add_check(actions: argparse._SubParsersAction[Any]) -> None:
    what = "check every procedure file; answers 1 when one must be mended"
    check = actions.add_parser("check", help=what, description=what)
    add_folder_options(check)
    check.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="files to check; without any, the shipped ones, with the edits of a data folder",
    )
    check.set_defaults(carry_out=check_files)


def _add_export(actions: argparse._SubParsersAction[Any]) -> None:
    what = "write complete files of all procedures, the office's edits included"
    export = actions.add_parser("export", help=what, description=what)
    add_folder_options(export)
    export.add_argument(
        "folder", type=Path, metavar="FOLDER", help="where to write; made if missing"
    )
    export.set_defaults(carry_out=export_files)


def _add_import(actions: argparse._SubParsersAction[Any]) -> None:
    what = "take the national catalogue from a TSV, CSV or XLSX file, in place of the former one"
    take = actions.add_parser("import-catalogue", help=what, description=what)
    add_folder_options(take)
    take.add_argument("file", type=Path, metavar="FILE", help="the table to import")
    take.set_defaults(carry_out=import_catalogue)


def check_files(options: argparse.Namespace) -> int:
    """Print one line per finding; 1 when an error must be mended."""
    from kiosk.domain.calendar import office_day
    from kiosk.services.clock import SystemClock
    from kiosk.services.content import ENGLISH_FILE, shipped_english
    from kiosk.services.content_check import ALL_FILES, Severity, check_content
    from kiosk.services.english_check import check_english
    from kiosk.services.lessons import check_lessons, read_lessons
    from resources import icon_names, lesson_files, picture_names, procedure_files, search_files

    shipped = (*procedure_files(), *lesson_files(), *search_files())
    files = tuple(map(_existing, options.files)) or shipped
    procedures, lesson_paths = _by_kind(file for file in files if file not in search_files())
    content, lessons = _content(options, procedures), read_lessons(lesson_paths)
    pictures = picture_names()
    today = office_day(SystemClock().now())
    findings = check_content(content, pictures=pictures, today=today)
    findings += check_english(content.procedures, lessons.lessons, shipped_english())
    findings += check_lessons(lessons, pictures, icon_names())
    if options.files:  # a few files serve neither every life event or topic, nor all that is shared
        whole = (ALL_FILES, ENGLISH_FILE)
        findings = [finding for finding in findings if finding.file not in whole]
    else:
        findings += _search_findings(content, lessons)
    for finding in findings:
        sys.stdout.write(f"{finding.line}\n")
    sys.stdout.write(f"{len(files)} files, {len(findings)} findings\n")
    return 1 if any(f.severity is Severity.ERROR for f in findings) else 0


def export_files(options: argparse.Namespace) -> int:
    """Write the files and print how many."""
    from kiosk.services.content_export import write_files

    with closing(_open_office(options)) as office:
        count = write_files(office.catalogue.all, options.folder)
    sys.stdout.write(f"{count} files in {options.folder}\n")
    return 0


def import_catalogue(options: argparse.Namespace) -> int:
    """Print one line for each row left out, and how many were taken."""
    from kiosk.services.national import read_national

    rows = read_national(_existing(options.file))
    with closing(_open_office(options)) as office:
        imported = office.national.take(rows, options.file.name, None)
    for row in rows.problems:
        sys.stdout.write(f"line {row.line}: {row.reason.format(**row.fields)}\n")
    sys.stdout.write(f"{imported.taken} taken, {imported.skipped} left out\n")
    return 0


def _content(options: argparse.Namespace, procedures: list[Path]) -> Content:
    """Return what is to be checked: files, with the office's edits when a data folder is named."""
    from dataclasses import replace

    from kiosk.services.content import read_content

    content = read_content(procedures)
    if options.data_dir is None and not options.demo:
        return content
    if options.files:
        raise KnownError(
            N_("Chọn tệp, hoặc thư mục dữ liệu."),
            log_line="content check: name files or a data folder, not both",
        )
    with closing(_open_office(options)) as office:
        return replace(content, procedures=office.catalogue.all)


def _open_office(options: argparse.Namespace) -> Office:
    from kiosk.app import open_office

    paths = chosen_paths(options)
    require_data(paths, settings_of(paths))
    return open_office(paths, demo=options.demo or has_plain_key(paths))


def _search_findings(content: Content, lessons: Lessons) -> list[Finding]:
    from kiosk.services.search.checks import check_search

    codes = {code for p in content.procedures for code in (p.code, *p.other_codes)}
    return check_search(codes, {lesson.id for lesson in lessons.lessons})


def _by_kind(files: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return procedures, named after their code, and lessons, named after what they teach."""
    every = list(files)
    procedures = [file for file in every if file.name[0].isdigit()]
    return procedures, [file for file in every if file not in procedures]


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise KnownError(N_("Không thấy tệp {file}."), log_line=f"no such file: {file}", file=file)
    return file
