"""Runs commands: as a process like a person does, or in this process where that is faster."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.commands import main

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = (sys.executable, "-m", "kiosk")
NOBODY = 65534
SHARE = r"\\server\share\data"
"""A folder that is on a network wherever the tests run."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def told(self) -> str:
        """Return the one line that says why the command was not carried out."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1, self.err
        return self.err


Command = Callable[..., Ran]


@dataclass(frozen=True, slots=True)
class Printed:
    """An office's data folder, and the payloads of a slip that was printed twice."""

    folder: Path
    former: str
    newest: str


def run(
    *arguments: object,
    stdin: str | bytes = "",
    env: Mapping[str, str] | None = None,
    python: tuple[str, ...] = PROGRAM,
) -> Ran:
    """Run a command in a process of its own and wait for its end."""
    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run(
        [*python, *map(str, arguments)],
        cwd=ROOT,
        input=given,
        env={**os.environ, **(env or {})},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    """Run a command in this process."""
    capsys.readouterr()
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as end:  # how argparse ends
        code = end.code if isinstance(end.code, int) else 1
    out, err = capsys.readouterr()
    return Ran(code, out, err)


@contextmanager
def unreadable(folder: Path) -> Iterator[None]:
    """Take the right to read `folder` away from this process, also when it runs as root."""
    folder.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, to see that nothing changed."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
