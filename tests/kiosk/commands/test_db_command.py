"""`db upgrade` and the doctor on a real PostgreSQL, and where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.health import known_revisions
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, save_settings
from tests.db.postgres import PostgresServer, running_server, server_programs
from tests.kiosk.commands.running import Command


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Run a server of this module's own."""
    programs = server_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian package: postgresql)")
    with running_server(programs) as running:
        yield running


def told_of_database(command: Command, folder: Path) -> str:
    lines = command("doctor", "--data-dir", folder).lines
    return next(line for line in lines if " database: " in line)


@pytest.mark.real
@pytest.mark.usefixtures("qapp")
def test_a_server_is_created_by_the_command_the_doctor_names(
    command: Command, server: PostgresServer, tmp_path: Path
) -> None:
    name = server.new_database()
    save_settings(DataPaths(tmp_path).settings, Settings(database_url=server.url(name)))
    folder = ("--data-dir", tmp_path)
    assert told_of_database(command, tmp_path).endswith("run: dong-hanh-so db upgrade")
    assert "db upgrade" in command("slip", "verify", "X", *folder).told()
    for _ in range(2):  # a second time changes nothing
        ran = command("db", "upgrade", *folder)
        assert (ran.code, ran.out, ran.err) == (0, f"{known_revisions()[-1]}\n", "")
    assert told_of_database(command, tmp_path).startswith("ok database: sound, revision ")
    assert "no office key" in command("slip", "verify", "X", *folder).told()


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("", "database_url is empty"),
        ("sqlite:///office.db", "postgresql://"),
        ("nonsense", "not a URL"),
        ("postgresql://nobody:secret@host:abc/office", "database_url: the port"),
        ("postgresql://nobody:secret@host/office?foo=bar", "database_url: PostgreSQL"),
        ("postgresql://nobody:secret@/office?host=/nonexistent", "PostgreSQL"),
    ],
)
def test_a_server_that_cannot_be_reached_is_told(
    command: Command, tmp_path: Path, url: str, named: str
) -> None:
    save_settings(DataPaths(tmp_path).settings, Settings(database_url=url))
    told = command("db", "upgrade", "--data-dir", tmp_path).told()
    assert named in told
    assert "secret" not in told
