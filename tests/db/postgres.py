"""A real PostgreSQL of the tests' own: a fresh cluster in a temporary folder, Unix socket only."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

_numbers = count(1)


def server_programs() -> Path | None:
    """Return the folder of `initdb`: on PATH, or where Debian keeps it off PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


class PostgresServer:
    """A running cluster; every test gets a database copied from a migrated template."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self._programs = programs
        self._data = folder / "data"

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}&port=5432"

    def new_database(self, template: str = "template0") -> str:
        """Create a database and return its name."""
        name = f"test_{next(_numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop_database(self, name: str) -> None:
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Run one statement as the administrator, outside of a transaction."""
        url = self.url("postgres")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def create(self) -> None:
        """Make the cluster, which `start` then runs."""
        self._run(
            "initdb",
            "-D",
            str(self._data),
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )

    def start(self) -> None:
        """Run the server, the first time or again after `stop`."""
        # Durability is PostgreSQL's own affair; tests need it fast.
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """Stop the server at once, as a pulled plug does: connections break."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    @property
    def is_running(self) -> bool:
        """Whether the server runs."""
        return (self._data / "postmaster.pid").exists()

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of the server, never as root: it refuses that."""
        command = [str(self._programs / program), *arguments]
        user = "postgres" if os.geteuid() == 0 else None
        done = subprocess.run(
            command, user=user, cwd=self.folder, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        assert done.returncode == 0, f"{program}: {done.stdout}"


@contextmanager
def running_server(programs: Path) -> Iterator[PostgresServer]:
    """Start a cluster of its own, and leave nothing of it behind."""
    folder = Path(tempfile.mkdtemp(prefix="dhs-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    server = PostgresServer(folder, programs)
    try:
        server.create()
        server.start()
        try:
            yield server
        finally:
            if server.is_running:
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
