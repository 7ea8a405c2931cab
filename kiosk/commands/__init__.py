"""The command line: one module per command, each with its own help.

Exit codes: 0 done, 1 a check said no, 2 the command could not be carried out. What went wrong is
one line on the error stream. A command module imports what it works with when it is carried out,
so that a small command starts fast and needs no Qt.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn

from kiosk import __version__
from kiosk.domain.errors import KnownError

PROGRAM = "dong-hanh-so"
COMMANDS = (
    "run",
    "tour",
    "search",
    "content",
    "audio",
    "slip",
    "backup",
    "restore",
    "db",
    "doctor",
)
FAILED = 2
STOPPED = 130
"""What a shell answers for a command that was stopped by Ctrl+C."""


class _OneLineParser(argparse.ArgumentParser):
    """Tells a usage error in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, _line(self.prog, message))


def build_parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser of the commands `names`, all of them unless told otherwise."""
    parser = _OneLineParser(
        prog=PROGRAM, description="Đồng Hành Số: a companion at the one-stop counter."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in names:
        import_module(f"kiosk.commands.{name}").add_parser(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in {"-h", "--help", "--version"}):
        given.insert(0, "run")
    _speak_utf8()
    # A known command is read alone: the others would only cost its start.
    names = given[:1] if given[0] in COMMANDS else COMMANDS
    options = build_parser(names).parse_args(given)
    return _told_in_one_line(lambda: options.carry_out(options))


def _told_in_one_line(carry_out: Callable[[], int]) -> int:
    """Return the exit code of a command; tell what the world did to it in one line."""
    try:
        code = int(carry_out())
        sys.stdout.flush()  # here, where a reader that is gone can still be answered
    except KnownError as error:
        sys.stderr.write(_line(PROGRAM, error.log_line))
        return FAILED
    except BrokenPipeError:  # whoever read has had enough, and needs no line
        _let_go_of_output()
        return FAILED
    except OSError as error:
        _let_go_of_output()
        sys.stderr.write(_line(PROGRAM, _told(error)))
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    return code


def _line(who: str, what: str) -> str:
    """Return one line, whatever was typed or named."""
    return f"{who}: {' '.join(what.split())}\n"


def _told(error: OSError) -> str:
    told = error.strerror or str(error)
    return f"{error.filename}: {told}" if error.filename else told


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the console's code page; nothing typed or read breaks it.

    A PC without a console gives its programs no streams at all: then nobody listens.
    """
    if sys.stdout is None or sys.stderr is None:
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - kept open as long as the program runs
    # PowerShell begins what it pipes with a byte order mark. A lone \r does not end a line.
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="\n")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_output() -> None:
    """Point an output that takes no more nowhere, or Python trips over it again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
